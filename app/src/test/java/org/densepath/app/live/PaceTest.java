package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private static final Path SAMPLE = Path.of(System.getProperty("densepath.root", ".."))
            .resolve("sample-data")
            .resolve("run");
    private final Pace pace = new Pace(10);

    private void at(double seconds, Event event) {
        pace.apply(new EventLine(1, 1, START.plusMillis(Math.round(1000 * seconds)), event));
    }

    private static Event step(long number) {
        return new Event.StepFinished("dpr", "dpr", 1, number, Map.of());
    }

    @Test
    void remainingIsUnknownAfterOneStep() {
        at(0, new Event.StageStarted("dpr", "dpr", 1, 10));
        at(5, step(1));

        assertEquals(Optional.empty(), pace.remaining());
    }

    @Test
    void remainingLeavesTheFirstStepsWarmUpOut() {
        at(0, new Event.StageStarted("dpr", "dpr", 1, 10));
        at(5, step(1));
        at(6, step(2));
        at(7, step(3));

        assertEquals(Optional.of(Duration.ofSeconds(7)), pace.remaining());
    }

    @Test
    void remainingAfterAResumeCountsFromThere() {
        at(0, new Event.StageStarted("dpr", "dpr", 1, 10));
        at(1, step(1));
        at(2, step(2));
        at(1000, new Event.RunResumed(java.util.List.of()));
        at(1001, step(3));
        at(1003, step(4));

        assertEquals(Optional.of(Duration.ofSeconds(12)), pace.remaining());
    }

    /// What is said after a tenth of the steps, and after each later one up to nine tenths, against what was
    /// recorded.
    @ParameterizedTest
    @ValueSource(strings = {"sft", "dpr", "continued-sft"})
    void remainingIsWithinAFifthAfterTheFirstTenth(String stage) {
        List<EventLine> lines = EventLog.read(SAMPLE.resolve("events.jsonl"));
        Pace recorded = new Pace(RunPlan.read(SAMPLE.resolve("experiment.json")).heldOutEvery());
        Instant end = lines.stream()
                .filter(line -> line.event() instanceof Event.StageFinished finished
                        && finished.stage().equals(stage))
                .findFirst()
                .orElseThrow()
                .time();
        long steps = 0;
        for (EventLine line : lines) {
            recorded.apply(line);
            if (line.event() instanceof Event.StageStarted started
                    && started.stage().equals(stage)) {
                steps = started.steps();
            }
            boolean asked = line.event() instanceof Event.StepFinished step
                    && step.stage().equals(stage)
                    && step.step() > 0
                    && (step.step() == steps / 10 || step.step() == steps / 5 || step.step() == steps / 2);
            if (asked) {
                double really = Duration.between(line.time(), end).toMillis();
                double said = recorded.remaining().orElseThrow().toMillis();
                assertEquals(really, said, 0.2 * really, stage + ": " + line.event());
            }
        }
        assertTrue(steps > 0);
    }
}
