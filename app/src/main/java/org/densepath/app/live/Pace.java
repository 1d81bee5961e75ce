package org.densepath.app.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.densepath.run.Event;
import org.densepath.run.EventLine;

/// How fast the current stage goes: the mean time of its steps, the first one (which warms up) left out.
final class Pace {
    private long steps;
    private long firstStep;
    private long lastStep;
    private Instant first;
    private Instant last;

    void apply(EventLine line) {
        if (line.event() instanceof Event.StageStarted stage) {
            steps = stage.steps();
            first = null;
            last = null;
        } else if (line.event() instanceof Event.RunResumed) {
            first = null;
            last = null;
        } else if (line.event() instanceof Event.StepFinished step) {
            if (first == null) {
                first = line.time();
                firstStep = step.step();
            }
            last = line.time();
            lastStep = step.step();
        }
    }

    /// What is left of the stage at the pace so far; empty before the second step and where the end is not known.
    Optional<Duration> remaining() {
        if (first == null || lastStep <= firstStep || steps < lastStep) {
            return Optional.empty();
        }
        double perStep = (double) Duration.between(first, last).toMillis() / (lastStep - firstStep);
        return Optional.of(Duration.ofMillis(Math.round(perStep * (steps - lastStep))));
    }
}
