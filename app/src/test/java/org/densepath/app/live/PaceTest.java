package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
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
}
