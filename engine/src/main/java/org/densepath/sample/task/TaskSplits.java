package org.densepath.sample.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.densepath.sample.Draws;

/// Tasks for testing, for choosing settings, and to learn from. No prompt stands in two of them, compared by
/// [Task#key()]; each is balanced over the families and shuffled.
public record TaskSplits(List<Task> test, List<Task> validation, List<Task> pool) {
    private static final int TEST = 660;
    private static final int VALIDATION = 330;
    private static final int POOL = 3000;

    /// After so many repeated prompts in a row a family counts as used up, and the next one takes its turn.
    private static final int REPEATS = 300;

    /// The splits of this world: 660 for the test, 330 for validation, 3000 to learn from. The seed decides all
    /// of them.
    public static TaskSplits of(long seed) {
        return of(seed, TEST, VALIDATION, POOL);
    }

    /// As [#of(long)], in sizes of one's own.
    public static TaskSplits of(long seed, int test, int validation, int pool) {
        Draws draws = new Draws(seed);
        Set<String> seen = new HashSet<>();
        return new TaskSplits(unseen(test, seen, draws), unseen(validation, seen, draws), unseen(pool, seen, draws));
    }

    /// The keys of the test's and the validation's prompts: what no model may be trained on.
    public Set<String> heldOutKeys() {
        return Stream.concat(test.stream(), validation.stream()).map(Task::key).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Task> unseen(int size, Set<String> seen, Draws draws) {
        List<Task> tasks = new ArrayList<>(size);
        int turn = 0;
        int repeats = 0;
        int usedUp = 0;
        while (tasks.size() < size) {
            Task task = TaskFamily.ALL.get(turn % TaskFamily.ALL.size()).generate(draws);
            if (seen.add(task.key())) {
                tasks.add(task);
                turn++;
                repeats = 0;
                usedUp = 0;
            } else if (++repeats == REPEATS) {
                turn++;
                repeats = 0;
                if (++usedUp == TaskFamily.ALL.size()) {
                    throw new IllegalArgumentException("there are not " + size + " more different prompts");
                }
            }
        }
        return List.copyOf(draws.shuffled(tasks));
    }
}
