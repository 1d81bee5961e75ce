package org.densepath.app.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.densepath.run.Event;
import org.densepath.run.EventLine;

/// How fast the current stage goes. Steps that also measure on held-out prompts take longer and are counted
/// apart: what such a measurement costs is known from the one before the first step, or from those seen since.
/// The first step of a worker, which warms up, is left out.
final class Pace {
    private final int heldOutEvery;
    private int every;
    private long steps;
    private long lastStep;
    private long plain;
    private double plainSeconds;
    private long measured;
    private double measuredSeconds;
    private double before;
    private Instant last;
    private Instant lastLine;

    /// @param heldOutEvery after how many steps of DPR held-out prompts are measured; 0 for never or not known
    Pace(int heldOutEvery) {
        this.heldOutEvery = heldOutEvery;
    }

    void apply(EventLine line) {
        if (line.event() instanceof Event.UnknownEvent) {
            return;
        }
        switch (line.event()) {
            case Event.StageStarted stage -> {
                steps = stage.steps();
                every = stage.stage().equals("dpr") ? heldOutEvery : 0;
                begin();
            }
            case Event.RunResumed _ -> begin();
            case Event.StepFinished step
            when step.step() == 0 ->
                // π_SFT, measured before the stage begins
                before = lastLine == null ? 0 : seconds(lastLine, line.time());
            case Event.StepFinished step -> count(step, line.time());
            default -> {}
        }
        lastLine = line.time();
    }

    /// What is left of the stage at the pace so far; empty before the second step and where the end is not known.
    Optional<Duration> remaining() {
        if (plain + measured == 0 || steps < lastStep) {
            return Optional.empty();
        }
        double step = plain > 0 ? plainSeconds / plain : measuredSeconds / measured;
        double extra = measured > 0 && plain > 0 ? Math.max(0, measuredSeconds / measured - step) : before;
        double left = step * (steps - lastStep) + extra * measurementsLeft();
        return Optional.of(Duration.ofMillis(Math.round(1000 * left)));
    }

    private void begin() {
        last = null;
        plain = 0;
        plainSeconds = 0;
        measured = 0;
        measuredSeconds = 0;
        lastStep = 0;
    }

    private void count(Event.StepFinished step, Instant time) {
        if (last != null && step.step() > lastStep) {
            if (measures(step)) {
                measured++;
                measuredSeconds += seconds(last, time);
            } else {
                plain++;
                plainSeconds += seconds(last, time);
            }
        }
        last = time;
        lastStep = step.step();
    }

    private long measurementsLeft() {
        if (every <= 0) {
            return 0;
        }
        long atEnd = steps % every == 0 ? 0 : 1;
        return steps / every - lastStep / every + atEnd;
    }

    private static boolean measures(Event.StepFinished step) {
        return step.metrics().keySet().stream().anyMatch(name -> name.contains("/heldout_"));
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMillis() / 1000.0);
    }
}
