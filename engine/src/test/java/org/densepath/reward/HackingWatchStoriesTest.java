package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.densepath.reward.Alarm.Action;
import org.junit.jupiter.api.Test;

/// The default limits against the three stories, each over many seeds of batch noise.
class HackingWatchStoriesTest {
    private static final int SEEDS = 500;
    /// The limits were chosen on other seeds.
    private static final long FIRST = 10_000;

    private static final int NEVER = 999;

    private record Raised(int step, Alarm alarm) {}

    @Test
    void healthyRunsAreNeverSlowedOrStoppedAndSeldomWarned() {
        int warned = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            List<Raised> raised = run(WatchStories::healthy, seed);
            warned += raised.isEmpty() ? 0 : 1;
            assertEquals(NEVER, first(raised, alarm -> alarm.action() != Action.WARN), () -> raised.toString());
        }
        assertTrue(warned * 100 <= 3 * SEEDS, warned + " of " + SEEDS + " healthy runs were warned");
    }

    @Test
    void silentHarmIsSeenThoughLengthEntropyAndDistinctStayFlat() {
        int seen = 0;
        int byCorrelation = 0;
        int byHeldOut = 0;
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            List<Raised> raised = run(WatchStories::silentHarm, seed);
            int correlation = first(raised, alarm -> alarm.metric().equals(WatchLimits.CORRELATION));
            int heldOut = first(raised, alarm -> alarm.metric().startsWith("heldout"));
            byCorrelation += correlation < NEVER ? 1 : 0;
            byHeldOut += heldOut < NEVER ? 1 : 0;
            seen += Math.min(correlation, heldOut) < NEVER ? 1 : 0;
        }
        String counts = "seen in %d of %d: by the correlation in %d, by the held-out set in %d"
                .formatted(seen, SEEDS, byCorrelation, byHeldOut);
        assertTrue(seen >= 0.95 * SEEDS && byCorrelation >= SEEDS / 2 && byHeldOut >= SEEDS / 2, counts);
    }

    @Test
    void collapseIsWarnedSlowedAndStoppedBeforeItIsComplete() {
        for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
            List<Raised> raised = run(WatchStories::collapse, seed);
            int warned = first(raised, alarm -> true);
            int slowed = first(raised, alarm -> alarm.action() == Action.SLOW);
            int stopped = first(raised, alarm -> alarm.action() == Action.STOP);
            assertTrue(warned <= 12 && slowed <= 17 && stopped <= 20, warned + " " + slowed + " " + stopped);
        }
    }

    @Test
    void collapseRaisesEntropyDistinctLengthAndCutsUpwards() {
        List<Raised> raised = run(WatchStories::collapse, 1);
        for (String metric : List.of(WatchLimits.ENTROPY, WatchLimits.DISTINCT, WatchLimits.LENGTH, WatchLimits.CUT)) {
            assertTrue(
                    first(raised, alarm -> alarm.metric().equals(metric) && alarm.direction() == Alarm.Direction.UP)
                            < NEVER,
                    metric);
        }
    }

    private static List<Raised> run(WatchStories.Story story, long seed) {
        Random random = new Random(seed);
        HackingWatch watch = new HackingWatch(WatchSettings.standard());
        List<Raised> raised = new ArrayList<>();
        for (int step = 0; step <= WatchStories.STEPS; step++) {
            for (Alarm alarm : watch.observe(step, story.at(step, random))) {
                raised.add(new Raised(step, alarm));
            }
        }
        return raised;
    }

    private static int first(List<Raised> raised, Predicate<Alarm> which) {
        return raised.stream()
                .filter(r -> which.test(r.alarm()))
                .mapToInt(Raised::step)
                .min()
                .orElse(NEVER);
    }
}
