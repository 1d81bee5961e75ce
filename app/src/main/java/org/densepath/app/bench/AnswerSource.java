package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;

/// Reads the answers of a run in the background.
final class AnswerSource {
    private final Tasks tasks;

    AnswerSource(Tasks tasks) {
        this.tasks = tasks;
    }

    /// What there is, and one seed of one of them.
    record Read(List<AnswerSet> sets, Optional<AnswerSet> set, int seed, AnswerTable table) {}

    /// `wanted` and `seed` are read where they are there, else the first of all.
    BackgroundTask read(Path run, Optional<AnswerSet> wanted, int seed, Consumer<Read> done, Consumer<String> failed) {
        return tasks.run("Read the answers", _ -> read(run, wanted, seed), done, failed);
    }

    private static Read read(Path run, Optional<AnswerSet> wanted, int seed) {
        List<AnswerSet> sets = AnswerSets.of(run);
        Optional<AnswerSet> set = wanted.flatMap(
                        one -> sets.stream().filter(one::sameAs).findFirst())
                .or(() -> sets.stream().findFirst());
        if (set.isEmpty()) {
            return new Read(sets, set, seed, AnswerTable.EMPTY);
        }
        List<Integer> seeds = set.get().seeds();
        int chosen = seeds.contains(seed) ? seed : seeds.getFirst();
        return new Read(sets, set, chosen, AnswerTableReader.read(set.get(), chosen, ReferenceAnswers.of(run)));
    }
}
