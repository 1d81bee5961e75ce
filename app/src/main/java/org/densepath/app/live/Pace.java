package org.densepath.app.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.densepath.run.Event;
import org.densepath.run.EventLine;

/// How fast the current stage goes. A step's time is the mean of those so far, the first one (which warms up)
/// left out; answering the validation prompts, which only some steps do, is counted apart. A stage that tells its
/// progress instead of steps is taken to go on as it did so far.
final class Pace {
    private static final String ANSWERING_STAGE = "dpr";

    private final long heldOutEvery;
    private final Mean plain = new Mean();
    private final Mean answering = new Mean();
    /// π_SFT's answers before the stage, with the loading of the models: what stands for [#answering] before the
    /// first.
    private Optional<Duration> firstAnswers = Optional.empty();

    private long steps;
    private long done;
    private Instant begun;
    private Instant lastStep;
    private Instant lastEvent;
    private Optional<Duration> byShare = Optional.empty();

    /// @param heldOutEvery every how many steps the validation prompts are answered; 0 where that is not known
    Pace(long heldOutEvery) {
        this.heldOutEvery = heldOutEvery;
    }

    void apply(EventLine line) {
        Instant now = line.time();
        switch (line.event()) {
            case Event.StageStarted stage -> begin(stage, now);
            case Event.RunResumed _ -> forget();
            case Event.StepFinished step
            when step.step() == 0 ->
                firstAnswers = Optional.ofNullable(lastEvent).map(before -> Duration.between(before, now));
            case Event.StepFinished step -> step(step, now);
            case Event.Progress progress
            when progress.done() > 0 && begun != null ->
                byShare = Optional.of(times(
                        Duration.between(begun, now), (double) (progress.total() - progress.done()) / progress.done()));
            default -> {}
        }
        lastEvent = now;
    }

    private void begin(Event.StageStarted stage, Instant now) {
        forget();
        steps = stage.steps();
        begun = now;
        if (!stage.stage().equals(ANSWERING_STAGE)) {
            firstAnswers = Optional.empty();
            answering.clear();
        }
    }

    /// What was measured before a pause or in another stage.
    private void forget() {
        plain.clear();
        done = 0;
        begun = null;
        lastStep = null;
        byShare = Optional.empty();
    }

    private void step(Event.StepFinished step, Instant now) {
        if (lastStep != null) {
            Duration took = Duration.between(lastStep, now);
            if (step.metrics().keySet().stream().noneMatch(key -> key.contains("/heldout_"))) {
                plain.add(took);
            } else if (plain.known()) {
                answering.add(took.minus(plain.value()));
            }
        }
        lastStep = now;
        done = step.step();
    }

    /// What is left of the stage at the pace so far; empty while that cannot be told.
    Optional<Duration> remaining() {
        if (steps == 0) {
            return byShare;
        }
        if (!plain.known() || steps < done) {
            return Optional.empty();
        }
        Duration answers = answering.known() ? answering.value() : firstAnswers.orElse(Duration.ZERO);
        return Optional.of(times(plain.value(), steps - done).plus(times(answers, answersLeft())));
    }

    /// Steps that answer the validation prompts and are still to come: every so many, and the last.
    private long answersLeft() {
        return heldOutEvery <= 0 || done == steps ? 0 : Math.ceilDiv(steps, heldOutEvery) - done / heldOutEvery;
    }

    private static Duration times(Duration one, double count) {
        return Duration.ofMillis(Math.round(one.toMillis() * count));
    }

    /// A mean of durations.
    private static final class Mean {
        private Duration sum = Duration.ZERO;
        private long count;

        void add(Duration one) {
            sum = sum.plus(one);
            count++;
        }

        void clear() {
            sum = Duration.ZERO;
            count = 0;
        }

        boolean known() {
            return count > 0;
        }

        Duration value() {
            return sum.dividedBy(count);
        }
    }
}
