package org.densepath.sample.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.densepath.sample.Draws;
import org.densepath.sample.task.Corruption.Kind;
import org.junit.jupiter.api.Test;

class CorruptionTest {
    private static final int TASKS = 10_000;

    /// The part of the answer before the span and the part after it must have stayed.
    private static void assertOnlyTheSpanChanged(String answer, Corruption corruption) {
        String tail = corruption.text().substring(corruption.end());
        assertEquals(answer.substring(0, corruption.start()), corruption.text().substring(0, corruption.start()));
        assertTrue(answer.endsWith(tail));
        assertNotEquals(
                answer.substring(corruption.start(), answer.length() - tail.length()),
                corruption.text().substring(corruption.start(), corruption.end()));
    }

    @Test
    void wrongIsRefusedByTheCheckForEveryFamily() {
        Draws draws = new Draws(1);
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < TASKS; i++) {
            Task task = TaskFamily.any(draws);
            Optional<Corruption> wrong = Corruption.wrong(task, draws);
            wrong.ifPresent(corruption -> {
                assertFalse(task.accepts(corruption.text()), () -> task + " takes " + corruption);
                assertOnlyTheSpanChanged(task.answer(), corruption);
                found.merge(task.family(), 1, Integer::sum);
            });
        }
        for (TaskFamily family : TaskFamily.ALL) {
            assertTrue(found.getOrDefault(family.name(), 0) > TASKS / 11 * 0.8, family.name() + " " + found);
        }
    }

    @Test
    void replacedIsRefusedEveryTimeWhenTheFamilyIsJudgedWordForWord() {
        Draws draws = new Draws(2);
        Set<String> exact = Set.of("sort", "alpha", "reverse", "extreme", "compare", "replace");
        for (int i = 0; i < TASKS; i++) {
            Task task = TaskFamily.any(draws);
            Corruption replaced = Corruption.replaced(task.answer(), draws).orElseThrow();
            assertOnlyTheSpanChanged(task.answer(), replaced);
            if (exact.contains(task.family())) {
                assertFalse(task.accepts(replaced.text()), () -> task + " takes " + replaced);
            }
        }
    }

    @Test
    void replacedKeepsTheNumberOfDigits() {
        Draws draws = new Draws(3);
        for (int i = 0; i < TASKS; i++) {
            String number = String.valueOf(draws.below(1000));
            Corruption replaced = Corruption.replaced(number, draws).orElseThrow();
            assertEquals(number.length(), replaced.text().length());
            assertNotEquals(number, replaced.text());
        }
    }

    @Test
    void replacedIsEmptyWhenThereIsNothingToReplace() {
        assertEquals(Optional.empty(), Corruption.replaced("nothing here", new Draws(4)));
    }

    @Test
    void wrongDrawsEveryKind() {
        Draws draws = new Draws(5);
        EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < 2000; i++) {
            Corruption.wrong(TaskFamily.any(draws), draws).ifPresent(c -> kinds.add(c.kind()));
        }
        assertEquals(EnumSet.allOf(Kind.class), kinds);
    }

    @Test
    void wrongSwapsNeighboursWhenTheKindIsOrder() {
        Task task = new Task(
                "reverse", "Reverse this list: red, cat.", "cat, red", new Check.WordList(List.of("cat", "red")));
        Draws draws = new Draws(6);
        Corruption order = Corruption.wrong(task, draws).orElseThrow();
        while (order.kind() != Kind.ORDER) {
            order = Corruption.wrong(task, draws).orElseThrow();
        }
        assertEquals(new Corruption("red, cat", 0, 8, Kind.ORDER), order);
    }
}
