package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.densepath.run.RunSettings;
import org.junit.jupiter.api.Test;

class RunClockTest {
    private static final Path SAMPLE = Path.of("..", "sample-data", "run");
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final int SFT_STEPS = 20;

    /// A run whose parts take known times, on a machine so many times slower than one at which a row takes 10 ms.
    private static final class MadeRun {
        private final List<EventLine> lines = new ArrayList<>();
        private final RunSettings settings;
        private final double slower;
        private double now;

        MadeRun(int dprSteps, List<Integer> seeds, double slower) {
            this.slower = slower;
            Map<String, String> values = new LinkedHashMap<>();
            values.put(
                    "seeds",
                    String.join(", ", seeds.stream().map(String::valueOf).toList()));
            values.put("arms", "dpr, continued-sft");
            values.put("sft.batchSize", "32");
            values.put("dpr.steps", "" + dprSteps);
            values.put("dpr.prompts", "8");
            values.put("dpr.samples", "4");
            values.put("evaluation.samples", "2");
            values.put("evaluation.controlTemperature", "0.5");
            values.put("data.heldOut", "held-out.jsonl");
            values.put("data.heldOutLimit", "0");
            settings = new RunSettings(values);
            tell(0, new Event.RunStarted("made"));
            now = 3;
            for (int seed : seeds) {
                stage("sft", "", seed, SFT_STEPS, 0.32);
                stage("dpr", "dpr", seed, dprSteps, 0.96);
                stage("continued-sft", "continued-sft", seed, dprSteps, 0.32);
                for (String arm : List.of("base", "sft", "sft-at-0.5", "dpr", "continued-sft")) {
                    tell(0, new Event.StageStarted("evaluation", arm, seed, 0));
                    tell(arm.startsWith("sft-at") ? 4 : 6, new Event.StageFinished("evaluation", arm, seed));
                }
            }
            tell(2, new Event.RunFinished());
        }

        private void stage(String stage, String arm, int seed, int steps, double seconds) {
            tell(0.5, new Event.StageStarted(stage, arm, seed, steps));
            for (int step = 1; step <= steps; step++) {
                tell(seconds, new Event.StepFinished(stage, arm, seed, step, Map.of()));
            }
            tell(0, new Event.StageFinished(stage, arm, seed));
        }

        private void tell(double seconds, Event event) {
            now += seconds * slower;
            lines.add(new EventLine(1, lines.size() + 1, START.plusMillis(Math.round(1000 * now)), event));
        }

        PartCosts costs() {
            RunClock clock = new RunClock(settings, new Pace(0));
            lines.forEach(clock::apply);
            return clock.costs();
        }
    }

    @Test
    void afterATenthTheEndOfASlowerAndLongerRunIsToldWithinAFifth() {
        PartCosts earlier = new MadeRun(40, List.of(1), 1).costs();
        MadeRun run = new MadeRun(100, List.of(1, 2), 1.7);

        int told = checked(run.lines, run.settings, earlier, 0.2);

        assertTrue(told > 200, "told " + told + " times");
    }

    /// The product's own run, told by a run of other settings on a machine half as fast.
    @Test
    void theSampleRunsEndIsToldByItsOwnModelsCosts() {
        RunSettings settings = RunSettings.read(SAMPLE.resolve("experiment.json"));
        List<EventLine> lines = EventLog.read(SAMPLE.resolve("events.jsonl"));
        RunClock whole = new RunClock(settings, new Pace(10));
        lines.forEach(whole::apply);
        Map<String, Double> doubled = new LinkedHashMap<>(whole.costs().seconds());
        doubled.replaceAll((_, seconds) -> 2 * seconds);

        checked(lines, settings, new PartCosts(doubled, 2 * whole.costs().end()), 0.2);
    }

    @Test
    void withoutAnEarlierRunTheEndIsToldOnceEachKindOfStageWasSeen() {
        MadeRun run = new MadeRun(40, List.of(1, 2), 1);
        RunClock clock = new RunClock(run.settings, new Pace(0));
        int half = run.lines.size() / 2;
        run.lines.subList(0, 40).forEach(clock::apply);
        assertEquals(Optional.empty(), clock.toEnd(PartCosts.UNKNOWN));
        run.lines.subList(40, half + 10).forEach(clock::apply);

        double left = left(run.lines, half + 9);
        assertEquals(left, clock.toEnd(PartCosts.UNKNOWN).orElseThrow().toMillis() / 1000.0, 0.05 * left + 1);
    }

    @Test
    void aPauseIsNotTakenForSlowness() {
        PartCosts earlier = new MadeRun(40, List.of(1), 1).costs();
        MadeRun run = new MadeRun(40, List.of(1), 1);
        RunClock clock = new RunClock(run.settings, new Pace(0));
        run.lines.subList(0, 10).forEach(clock::apply);
        Duration before = clock.toEnd(earlier).orElseThrow();
        clock.apply(new EventLine(1, 99, START.plusSeconds(4000), new Event.RunResumed(List.of())));
        clock.apply(new EventLine(1, 100, START.plusSeconds(4001), new Event.StageStarted("sft", "", 1, SFT_STEPS)));

        assertEquals(before.toSeconds(), clock.toEnd(earlier).orElseThrow().toSeconds(), 10);
    }

    /// How often the end was told after a tenth of the run, each time no further off than `share`.
    private static int checked(List<EventLine> lines, RunSettings settings, PartCosts earlier, double share) {
        RunClock clock = new RunClock(settings, new Pace(10));
        double all = left(lines, 0);
        int told = 0;
        for (int i = 0; i < lines.size(); i++) {
            clock.apply(lines.get(i));
            double left = left(lines, i);
            if (left < 0.9 * all && !(lines.get(i).event() instanceof Event.RunFinished)) {
                Duration said = clock.toEnd(earlier).orElseThrow();
                told++;
                // near the end two seconds are more than a fifth
                assertEquals(left, said.toMillis() / 1000.0, Math.max(share * left, 2), "at line " + i);
            }
        }
        return told;
    }

    private static double left(List<EventLine> lines, int at) {
        return Duration.between(lines.get(at).time(), lines.getLast().time()).toMillis() / 1000.0;
    }
}
