package org.densepath.app.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.RunSettings;
import org.densepath.run.Track;

/// When a run will end. What is left of the stage at work is told by its [Pace]. A stage to come takes what such
/// a stage took in this run (another seed, another arm's benchmarks), or what it took in an earlier run of the
/// same model, times how much slower than that one this run was so far.
final class RunClock {
    private final RunSettings settings;
    private final List<RunPart> parts;
    private final Pace pace;
    private final Map<Track, RunPart> begun = new LinkedHashMap<>();
    /// Seconds of the parts that were worked on without a break; what lies between two parts counts to the
    /// second.
    private final Map<RunPart, Double> times = new LinkedHashMap<>();
    private final List<Track> finished = new ArrayList<>();
    private Optional<RunPart> current = Optional.empty();
    private boolean whole = true;
    private Instant since = Instant.EPOCH;
    private Instant last = Instant.EPOCH;
    private double end = PartCosts.UNKNOWN.end();

    RunClock(RunSettings settings, Pace pace) {
        this.settings = settings;
        this.pace = pace;
        parts = RunPart.of(settings);
    }

    void apply(EventLine line) {
        pace.apply(line);
        last = line.time();
        switch (line.event()) {
            case Event.RunResumed _ -> {
                current = Optional.empty();
                whole = false;
                since = last;
            }
            case Event.StageStarted stage -> begin(stage);
            case Event.StageFinished stage -> finish(stage.track());
            case Event.RunFinished _ -> end = seconds();
            default -> {}
        }
    }

    private void begin(Event.StageStarted stage) {
        current = parts.stream()
                .filter(part -> part.is(stage.track()))
                .findFirst()
                .map(part -> part.ofSteps(stage.steps(), settings));
        current.ifPresent(part -> begun.put(part.track(), part));
        if (begun.size() == 1) {
            // loading is no part of the first
            since = last;
        }
    }

    private void finish(Track track) {
        parts.stream().filter(part -> part.is(track)).forEach(part -> finished.add(part.track()));
        if (whole) {
            current.ifPresent(part -> times.put(part, seconds()));
        }
        current = Optional.empty();
        whole = true;
        since = last;
    }

    private double seconds() {
        return Duration.between(since, last).toMillis() / 1000.0;
    }

    Optional<Duration> remainingOfStage() {
        return pace.remaining();
    }

    /// What this run's parts have taken so far: what later runs of the model go by.
    PartCosts costs() {
        return PartCosts.of(times, end);
    }

    /// Until the run's end; empty while the time of a stage to come cannot be told.
    ///
    /// @param earlier of a run of the same model
    Optional<Duration> toEnd(PartCosts earlier) {
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        PartCosts own = costs();
        OptionalDouble stage = OptionalDouble.empty();
        double slower = slower(earlier, OptionalDouble.empty());
        if (current.isPresent()) {
            RunPart at = current.get();
            Optional<Duration> paced = pace.remaining();
            stage = paced.isPresent()
                    ? OptionalDouble.of(paced.get().toMillis() / 1000.0)
                    : left(time(at, own, earlier, slower));
            if (stage.isEmpty()) {
                return Optional.empty();
            }
            slower = slower(earlier, stage);
        }
        double sum = stage.orElse(0) + earlier.end() * slower;
        for (RunPart part : parts) {
            if (finished.contains(part.track())
                    || current.filter(at -> at.track().equals(part.track())).isPresent()) {
                continue;
            }
            OptionalDouble time = time(sized(part), own, earlier, slower);
            if (time.isEmpty()) {
                return Optional.empty();
            }
            sum += time.getAsDouble();
        }
        double between = current.isPresent() ? 0 : seconds();
        return Optional.of(Duration.ofMillis(Math.round(1000 * Math.max(0, sum - between))));
    }

    private OptionalDouble left(OptionalDouble time) {
        return time.isPresent() ? OptionalDouble.of(Math.max(0, time.getAsDouble() - seconds())) : time;
    }

    /// With the steps of another seed's SFT where its own are not known yet.
    private RunPart sized(RunPart part) {
        return begun.values().stream()
                .filter(other -> part.units().isEmpty() && other.kind().equals(part.kind()))
                .findFirst()
                .map(other -> new RunPart(part.kind(), part.track(), other.units()))
                .orElse(part);
    }

    private static OptionalDouble time(RunPart part, PartCosts own, PartCosts earlier, double slower) {
        OptionalDouble known = own.of(part);
        if (known.isPresent()) {
            return known;
        }
        OptionalDouble before = earlier.of(part);
        return before.isPresent() ? OptionalDouble.of(before.getAsDouble() * slower) : before;
    }

    /// This run's time so far by the earlier run's for the same; 1 where there is nothing to compare.
    private double slower(PartCosts earlier, OptionalDouble stageLeft) {
        Map<RunPart, Double> now = new LinkedHashMap<>(times);
        if (stageLeft.isPresent() && whole && pace.remaining().isPresent()) {
            now.put(current.orElseThrow(), seconds() + stageLeft.getAsDouble());
        }
        double took = 0;
        double before = 0;
        for (Map.Entry<RunPart, Double> entry : now.entrySet()) {
            OptionalDouble other = earlier.of(entry.getKey());
            if (other.isPresent()) {
                took += entry.getValue();
                before += other.getAsDouble();
            }
        }
        return before > 0 ? took / before : 1;
    }
}
