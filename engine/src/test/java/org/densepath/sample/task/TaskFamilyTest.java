package org.densepath.sample.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.densepath.sample.Draws;
import org.junit.jupiter.api.Test;

class TaskFamilyTest {
    private static final int TASKS = 10_000;

    private static List<Task> tasks(long seed, int count) {
        Draws draws = new Draws(seed);
        return Stream.generate(() -> TaskFamily.any(draws)).limit(count).toList();
    }

    @Test
    void anyDrawsEveryFamilyWhenAskedOften() {
        Set<String> families = new TreeSet<>();
        tasks(1, TASKS).forEach(task -> families.add(task.family()));
        assertEquals(
                Set.of(
                        "add", "story", "sort", "alpha", "reverse", "extreme", "next", "compare", "replace", "list",
                        "count"),
                families);
    }

    @Test
    void acceptsTakesTheReferenceAnswerWhenBlanksAreAroundIt() {
        for (Task task : tasks(2, TASKS)) {
            assertTrue(task.accepts(" " + task.answer() + "\n"), task::toString);
        }
    }

    @Test
    void acceptsRefusesWhenTheTextIsNoAnswer() {
        for (Task task : tasks(3, TASKS)) {
            for (String wrong : List.of("", ".", "I do not know.", "99999999999999999999999")) {
                assertFalse(task.accepts(wrong), () -> task + " takes " + wrong);
            }
        }
    }

    @Test
    void acceptsRefusesWhenTheAnswerIsCutInHalf() {
        for (Task task : tasks(4, TASKS)) {
            if (task.family().equals("count")) {
                continue; // only its number is judged, and that stands in the first half
            }
            String half = task.answer().substring(0, task.answer().length() / 2);
            assertFalse(task.accepts(half), () -> task + " takes " + half);
        }
    }

    @Test
    void acceptsRefusesWhenTheAnswerBelongsToAnotherPromptOfAnExactFamily() {
        List<Task> exact = tasks(5, TASKS).stream()
                .filter(task -> Set.of("sort", "reverse", "compare", "replace").contains(task.family()))
                .toList();
        for (int i = 1; i < exact.size(); i++) {
            Task task = exact.get(i);
            String other = exact.get(i - 1).answer();
            assertEquals(task.answer().equals(other), task.accepts(other), task::toString);
        }
    }

    @Test
    void generateRepeatsItselfWhenTheSeedIsTheSame() {
        assertEquals(tasks(6, 500), tasks(6, 500));
        assertNotEquals(tasks(6, 500), tasks(7, 500));
    }

    @Test
    void generateDrawsWhatItDrewBeforeWhenTheReleaseIsAnother() {
        List<String> prompts = new ArrayList<>();
        Draws draws = new Draws(42);
        TaskFamily.ALL.forEach(family -> prompts.add(family.generate(draws).prompt()));
        assertEquals(
                List.of(
                        "Work out 72 + 70 step by step.",
                        "Ana has 57 books. Ana gives 9 to Tom. How many books does Ana have left?",
                        "Put 19, 65, 98 in increasing order.",
                        "Sort these words from a to z: fox, green, mango, pig.",
                        "Say these words backwards: green, black, bag, pen, box.",
                        "Which number is the smallest: 77, 65, 18?",
                        "Find the next number after 15, 21, 27.",
                        "True or false: 28 is greater than 13.",
                        "Rewrite with lemon in place of book: The book is next to the gold kiwi.",
                        "Give me two things.",
                        "Count cat in this list: melon, cat, cat, melon, cat, cat, cat."),
                prompts);
    }
}
