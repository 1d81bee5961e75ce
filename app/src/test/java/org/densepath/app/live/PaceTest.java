package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

class PaceTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    private final Pace pace = new Pace(5);

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
        at(1000, new Event.RunResumed(List.of()));
        at(1001, step(3));
        at(1003, step(4));

        assertEquals(Optional.of(Duration.ofSeconds(12)), pace.remaining());
    }

    private static Event answering(long number) {
        return new Event.StepFinished("dpr", "dpr", 1, number, Map.of("dpr/heldout_greedy", 0.5));
    }

    @Test
    void stepsThatAnswerTheValidationPromptsAreCountedApart() {
        at(0, new Event.StageStarted("dpr", "dpr", 1, 12));
        at(1, step(1));
        at(2, step(2));
        at(3, step(3));
        at(4, step(4));
        at(9, answering(5));

        // 7 steps, of which 10 and 12 answer
        assertEquals(Optional.of(Duration.ofSeconds(7 + 2 * 4)), pace.remaining());
    }

    @Test
    void beforeTheFirstAnswersThoseOfTheReferenceStandForThem() {
        at(0, new Event.StageFinished("sft", "", 1));
        at(6, answering(0));
        at(6, new Event.StageStarted("dpr", "dpr", 1, 5));
        at(7, step(1));
        at(8, step(2));

        assertEquals(Optional.of(Duration.ofSeconds(3 + 6)), pace.remaining());
    }

    @Test
    void aStageWithoutStepsGoesOnAsItsProgressDid() {
        at(0, new Event.StageStarted("evaluation", "dpr", 1, 0));
        assertEquals(Optional.empty(), pace.remaining());

        at(10, new Event.Progress("evaluation", "dpr", 1, 100, 500, "answer"));

        assertEquals(Optional.of(Duration.ofSeconds(40)), pace.remaining());
    }

    /// The product's own finished run, replayed: what was said after a tenth of each stage against what was left.
    @Test
    void afterATenthOfAStageItsEndIsToldWithinAFifth() {
        Path run = Path.of("..", "sample-data", "run");
        List<EventLine> lines = EventLog.read(run.resolve("events.jsonl"));
        Pace replayed = new Pace(10);
        for (int i = 0; i < lines.size(); i++) {
            replayed.apply(lines.get(i));
            Event event = lines.get(i).event();
            if (event instanceof Event.StepFinished step
                    && step.step() > 0
                    && step.step() % (step.stage().equals("sft") ? 5 : 4) == 0) {
                Instant end = end(lines, step);
                double left = Duration.between(lines.get(i).time(), end).toMillis();
                double told = replayed.remaining().orElseThrow().toMillis();
                // near the end a second is more than a fifth
                assertEquals(left, told, Math.max(0.2 * left, 1500), step.stage() + " after step " + step.step());
            }
        }
    }

    private static Instant end(List<EventLine> lines, Event.StepFinished step) {
        return lines.stream()
                .filter(line -> line.event() instanceof Event.StageFinished end
                        && end.track().equals(step.track()))
                .findFirst()
                .orElseThrow()
                .time();
    }
}
