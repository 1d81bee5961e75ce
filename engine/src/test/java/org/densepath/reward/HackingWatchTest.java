package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.densepath.BadInputException;
import org.densepath.reward.Alarm.Action;
import org.densepath.reward.Alarm.Direction;
import org.densepath.reward.WatchSettings.Limit;
import org.densepath.reward.WatchSettings.Watched;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HackingWatchTest {
    @ParameterizedTest
    @CsvSource({
        "length_mean, 11, 25, UP",
        "length_mean, 11, 5, DOWN",
        "cut_share, 0.02, 0.4, UP",
        "cut_share, 0.6, 0.1, DOWN",
        "distinct_2, 0.55, 0.97, UP",
        "distinct_2, 0.55, 0.2, DOWN",
        "entropy, 0.37, 0.9, UP",
        "entropy, 0.37, 0.1, DOWN",
        "kl_sft, 0, 0.2, UP",
        "kl_sft, 0, -0.05, DOWN",
        "heldout_greedy, 0.55, 0.4, DOWN",
        "heldout_sampled, 0.4, 0.3, DOWN",
        "heldout_correlation, 0.3, 0, DOWN",
        "return_check_correlation, 0.3, 0, DOWN"
    })
    void observeAlarmsInBothDirections(String metric, double start, double end, Direction direction) {
        HackingWatch watch = new HackingWatch(WatchSettings.standard());
        List<Alarm> alarms = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            double value = start + (end - start) * Math.clamp((step - 10) / 20.0, 0, 1);
            alarms.addAll(watch.observe(step, Map.of("dpr/" + metric, value)));
        }
        assertFalse(alarms.isEmpty());
        for (Alarm alarm : alarms) {
            assertEquals(metric, alarm.metric());
            assertEquals(direction, alarm.direction());
            assertTrue(alarm.sentence().endsWith(".") && alarm.whatToDo().endsWith("."));
        }
    }

    @Test
    void observeStopsAtOnceWhenAHardLimitIsCrossed() {
        HackingWatch watch = new HackingWatch(WatchSettings.standard());
        Alarm alarm = watch.observe(0, Map.of("dpr/kl_sft", 1.5)).getFirst();
        assertEquals(Action.STOP, alarm.action());
        assertEquals("The KL to the SFT model per token rose to 1.50, past the stop limit of 1.00.", alarm.sentence());
    }

    @Test
    void observeForgivesASingleOutlierOfASmoothedLimit() {
        HackingWatch watch = new HackingWatch(WatchSettings.standard());
        for (int step = 0; step < 60; step++) {
            double value = step == 30 ? 1.2 : 0.37 + 0.01 * (step % 3);
            assertEquals(List.of(), watch.observe(step, Map.of("dpr/entropy", value)), "step " + step);
        }
    }

    @Test
    void observeRepeatsAnAlarmOnlyAfterTheQuietTime() {
        Limit limit = new Limit(Direction.UP, 0, 1, 1, 1, 0, Action.WARN);
        HackingWatch watch = new HackingWatch(
                new WatchSettings(List.of(new Watched("x", 1, null, List.of(limit))), Map.of(), 0.5, 7));
        List<Integer> raised = new ArrayList<>();
        for (int step = 0; step < 20; step++) {
            if (!watch.observe(step, Map.of("x", 2.0)).isEmpty()) {
                raised.add(step);
            }
        }
        assertEquals(List.of(0, 7, 14), raised);
    }

    @Test
    void observeRaisesTheGravestOnlyWhenSeveralLimitsAreCrossed() {
        HackingWatch watch = new HackingWatch(WatchSettings.standard());
        for (int step = 0; step < 40; step++) {
            for (Alarm alarm : watch.observe(step, Map.of("dpr/kl_sft", 2.0))) {
                assertEquals(Action.STOP, alarm.action());
            }
        }
    }

    @Test
    void observeTakesNotANumberAsNotMeasuredAndInfinityAsTheEnd() {
        HackingWatch watch = new HackingWatch(WatchSettings.standard());
        assertEquals(List.of(), watch.observe(0, Map.of("dpr/return_check_correlation", Double.NaN)));
        assertTrue(watch.state().metrics().isEmpty());
        assertEquals(
                Action.STOP,
                watch.observe(1, Map.of("dpr/kl_sft", Double.POSITIVE_INFINITY))
                        .getFirst()
                        .action());
        assertTrue(watch.state().metrics().isEmpty());
    }

    @Test
    void observeJudgesAgainstTheGivenStartFromTheFirstValuesOn() {
        WatchSettings settings = WatchSettings.withStart(Map.of(WatchLimits.HELD_OUT_GREEDY, 0.55));
        HackingWatch watch = new HackingWatch(settings);
        watch.observe(0, Map.of("dpr/heldout_greedy", 0.4));
        assertEquals(1, watch.observe(10, Map.of("dpr/heldout_greedy", 0.4)).size());
    }

    @Test
    void observeTrustsAMeasuredStandardError() {
        assertEquals(List.of(), twoEvaluations(0.1));
        assertEquals(1, twoEvaluations(0.01).size());
    }

    private static List<Alarm> twoEvaluations(double standardError) {
        HackingWatch watch = new HackingWatch(WatchSettings.withStart(Map.of(WatchLimits.HELD_OUT_GREEDY, 0.55)));
        Map<String, Double> metrics = Map.of("dpr/heldout_greedy", 0.49, "dpr/heldout_greedy_se", standardError);
        watch.observe(0, metrics);
        return watch.observe(10, metrics);
    }

    @Test
    void resumedWatchRaisesWhatTheUninterruptedOneDoes() throws Exception {
        ObjectMapper json = new ObjectMapper();
        for (int cut : new int[] {0, 3, 17, 30}) {
            Random random = new Random(9);
            HackingWatch whole = new HackingWatch(WatchSettings.standard());
            HackingWatch parts = new HackingWatch(WatchSettings.standard());
            int alarms = 0;
            for (int step = 0; step <= WatchStories.STEPS; step++) {
                Map<String, Double> metrics = WatchStories.collapse(step, random);
                List<Alarm> expected = whole.observe(step, metrics);
                assertEquals(expected, parts.observe(step, metrics));
                alarms += expected.size();
                if (step == cut) {
                    String kept = json.writeValueAsString(parts.state());
                    parts = new HackingWatch(WatchSettings.standard(), json.readValue(kept, WatchState.class));
                }
            }
            assertTrue(alarms > 5);
        }
    }

    @Test
    void stateIsOfItsMomentWhenTheWatchGoesOn() throws Exception {
        HackingWatch watch = new HackingWatch(WatchSettings.standard());
        watch.observe(0, Map.of("dpr/kl_sft", 2.0));
        WatchState state = watch.state();
        String before = new ObjectMapper().writeValueAsString(state);
        watch.observe(1, Map.of("dpr/kl_sft", 2.0));
        assertEquals(before, new ObjectMapper().writeValueAsString(state));
    }

    @Test
    void watchRefusesTheStateOfOtherSettings() {
        HackingWatch watch = new HackingWatch(WatchSettings.standard());
        watch.observe(0, Map.of("kl_sft", 0.0));
        WatchSettings other = new WatchSettings(
                List.of(new Watched("kl_sft", 1, null, List.of(new Limit(Direction.UP, 0, 1, 1, 1, 0, Action.WARN)))),
                Map.of(),
                0.5,
                20);
        assertThrows(IllegalArgumentException.class, () -> new HackingWatch(other, watch.state()));
    }

    @Test
    void settingsSurviveJsonAndRefuseNonsense() throws Exception {
        ObjectMapper json = new ObjectMapper();
        WatchSettings settings = WatchSettings.withStart(Map.of("entropy", 0.4));
        assertEquals(settings, json.readValue(json.writeValueAsString(settings), WatchSettings.class));
        assertThrows(BadInputException.class, () -> new WatchSettings(List.of(), Map.of(), 1.5, 20));
        Watched twice = new Watched("x", 1, null, List.of());
        assertThrows(BadInputException.class, () -> new WatchSettings(List.of(twice, twice), Map.of(), 0.5, 20));
        assertThrows(BadInputException.class, () -> new Limit(Direction.UP, 1, 0, 0, 1, 0, Action.WARN));
    }
}
