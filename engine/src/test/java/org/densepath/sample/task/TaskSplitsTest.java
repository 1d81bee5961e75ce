package org.densepath.sample.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaskSplitsTest {
    @Test
    void ofGivesTheAgreedSizesWithNoPromptTwice() {
        TaskSplits splits = TaskSplits.of(7);
        Set<String> keys = new HashSet<>(splits.heldOutKeys());
        splits.pool().forEach(task -> keys.add(task.key()));
        assertEquals(660, splits.test().size());
        assertEquals(330, splits.validation().size());
        assertEquals(3000, splits.pool().size());
        assertEquals(990, splits.heldOutKeys().size());
        assertEquals(3990, keys.size());
    }

    @Test
    void ofBalancesTheFamilies() {
        for (TaskFamily family : TaskFamily.ALL) {
            List<Task> test = TaskSplits.of(7).test();
            assertEquals(
                    60,
                    test.stream().filter(t -> t.family().equals(family.name())).count());
        }
    }

    @Test
    void ofRepeatsItselfWhenTheSeedIsTheSame() {
        assertEquals(TaskSplits.of(7, 66, 33, 100), TaskSplits.of(7, 66, 33, 100));
        assertNotEquals(TaskSplits.of(7, 66, 33, 100), TaskSplits.of(8, 66, 33, 100));
    }

    @Test
    void ofGoesOnWithOtherFamiliesWhenOneIsUsedUp() {
        List<Task> pool = TaskSplits.of(7, 0, 0, 20_000).pool();
        long lists = pool.stream().filter(task -> task.family().equals("list")).count();
        assertEquals(20_000, pool.size());
        assertTrue(lists < 20_000 / 11, "a family of 1188 prompts gave " + lists);
    }

    @Test
    void keyIsTheSameWhenOnlyCaseAndPunctuationDiffer() {
        assertEquals(Task.key("What is 3 + 4?  Show it."), Task.key("what is 3 + 4 show it"));
        assertNotEquals(Task.key("3 + 4"), Task.key("3 - 4"));
    }
}
