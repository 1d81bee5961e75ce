package org.densepath.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a run's events amount to so far: a fold over the lines of [EventLog#poll]. A resume takes out what it
/// supersedes ([Resumption]). Belongs to one thread; what it returns are views that change with it.
public final class RunState {
    private final List<EventLine> lines = new ArrayList<>();
    private final SortedMap<MetricKey, Series> metrics = new TreeMap<>();
    private final Map<String, Event.ScoreComputed> scores = new LinkedHashMap<>();
    private Event.StageStarted stage;
    private Event.Progress progress;
    private RunStatus told = RunStatus.PREPARED;
    private String name = "";
    private long step;
    private Event.RunFailed failure;
    private Instant started;
    private Instant last;

    public static RunState of(List<EventLine> lines) {
        RunState state = new RunState();
        lines.forEach(state::apply);
        return state;
    }

    /// Takes in the next line.
    public void apply(EventLine line) {
        if (line.event() instanceof Event.RunResumed resumed) {
            Resumption.removeSuperseded(lines, resumed);
            metrics.clear();
            scores.clear();
            lines.forEach(this::count);
        }
        count(line);
        if (!(line.event() instanceof Event.Progress)) {
            lines.add(line);
        }
    }

    /// `workerAlive` is [RunLock#isHeld]: a run whose worker is gone without a last word is interrupted.
    public RunStatus status(boolean workerAlive) {
        return told == RunStatus.RUNNING && !workerAlive ? RunStatus.INTERRUPTED : told;
    }

    /// What the person called the run; empty before its first event.
    public String name() {
        return name;
    }

    /// The stage that was started last.
    public Optional<Event.StageStarted> stage() {
        return Optional.ofNullable(stage);
    }

    /// The last finished step of that stage; 0 before its first.
    public long step() {
        return step;
    }

    /// The last progress told of that stage.
    public Optional<Event.Progress> progress() {
        return Optional.ofNullable(progress);
    }

    /// Every curve, sorted by metric, stage, arm and seed.
    public SortedMap<MetricKey, Series> metrics() {
        return Collections.unmodifiableSortedMap(metrics);
    }

    /// The latest of each score.
    public List<Event.ScoreComputed> scores() {
        return List.copyOf(scores.values());
    }

    public List<Event.Warning> warnings() {
        return all(Event.Warning.class);
    }

    /// Every event of one kind that counts, oldest first (all but `Progress`, of which the last is kept).
    public <E extends Event> List<E> all(Class<E> kind) {
        return lines.stream()
                .map(EventLine::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /// Why the run has failed, if it has.
    public Optional<Event.RunFailed> failure() {
        return Optional.ofNullable(failure);
    }

    public Optional<Instant> started() {
        return Optional.ofNullable(started);
    }

    /// The time of the last line.
    public Optional<Instant> lastTime() {
        return Optional.ofNullable(last);
    }

    private void count(EventLine line) {
        switch (line.event()) {
            case Event.RunStarted event -> {
                name = event.name();
                started = line.time();
                goesOn();
            }
            case Event.RunResumed _ -> goesOn();
            case Event.StageStarted event -> {
                stage = event;
                step = 0;
                progress = null;
            }
            case Event.Progress event -> progress = event;
            case Event.StepFinished event -> {
                step = event.step();
                event.metrics().forEach((metric, value) -> metrics.computeIfAbsent(
                                new MetricKey(event.track(), metric), _ -> new Series())
                        .add(event.step(), value));
            }
            case Event.ScoreComputed event ->
                scores.put(String.join("/", event.benchmark(), event.arm(), "" + event.seed(), event.score()), event);
            case Event.RunStopped _ -> told = RunStatus.STOPPED;
            case Event.RunFinished _ -> told = RunStatus.FINISHED;
            case Event.RunFailed event -> {
                told = RunStatus.FAILED;
                failure = event;
            }
            case Event.StageFinished _,
                    Event.SnapshotSaved _,
                    Event.CheckpointSaved _,
                    Event.RolloutsSaved _,
                    Event.Warning _,
                    Event.UnknownEvent _ -> {}
        }
        if (!(line.event() instanceof Event.UnknownEvent)) {
            last = line.time();
        }
    }

    private void goesOn() {
        told = RunStatus.RUNNING;
        failure = null;
    }
}
