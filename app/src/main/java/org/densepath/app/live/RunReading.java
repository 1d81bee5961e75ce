package org.densepath.app.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunLock;
import org.densepath.run.RunSettings;
import org.densepath.run.RunState;
import org.densepath.run.Track;

/// One run folder, read as it grows. Belongs to one thread.
final class RunReading {
    private final RunFolder run;
    private final EventLog log;
    private final Control control;
    private final RunState state = new RunState();
    private final RunPlan plan;
    private final RunClock clock;
    private final Optional<EarlierRuns> earlier;
    private final RunSettings settings;
    private Optional<PartCosts> before = Optional.empty();
    private final CurveBook curves = new CurveBook();
    private final UnknownLines unknown = new UnknownLines();
    private List<Event.RolloutsSaved> rollouts = new ArrayList<>();
    private List<Event.Warning> warnings = new ArrayList<>();
    private long lines;
    private Phase phase = Phase.NOT_STARTED;
    private Optional<Control.Request> asked = Optional.empty();
    private boolean gone;
    private RunMachine machine = RunMachine.UNKNOWN;

    /// Throws [org.densepath.BadInputException] when `folder` is no run's.
    RunReading(Path folder) {
        this(folder, Optional.empty());
    }

    /// @param earlier what the time to its end is told by while it is at work
    RunReading(Path folder, Optional<EarlierRuns> earlier) {
        this.earlier = earlier;
        run = RunFolder.open(folder);
        log = new EventLog(run.events());
        control = new Control(run.control());
        plan = RunPlan.read(run.experiment());
        settings = EarlierRuns.settings(folder);
        clock = new RunClock(settings, new Pace(plan.heldOutEvery()));
    }

    Path folder() {
        return run.path();
    }

    /// How many event lines were read.
    long lines() {
        return lines;
    }

    /// Reads on. Whether anything has changed. What was read stays when the folder vanishes.
    boolean poll() {
        boolean missing = !Files.isDirectory(run.path());
        if (missing) {
            boolean changed = !gone;
            gone = true;
            return changed;
        }
        // The lock before the events: a worker that ends in between has written its last word by then.
        boolean alive = RunLock.isHeld(run.lock());
        List<EventLine> news = log.poll();
        news.forEach(this::apply);
        lines += news.size();
        Phase now = Phase.of(state.status(alive));
        Optional<Control.Request> request = now == Phase.RUNNING ? control.poll() : Optional.empty();
        boolean changed = !news.isEmpty() || now != phase || !request.equals(asked) || gone;
        phase = now;
        asked = request;
        gone = false;
        return changed;
    }

    private void apply(EventLine line) {
        state.apply(line);
        curves.apply(line, state);
        clock.apply(line);
        unknown.apply(line);
        switch (line.event()) {
            case Event.RolloutsSaved saved -> rollouts.add(saved);
            case Event.Warning warning -> warnings.add(warning);
            // a worker has named its machine by the time it begins a stage
            case Event.StageStarted _ -> machine = RunMachine.read(run.provenance());
            case Event.RunResumed _ -> {
                // some of them are superseded
                rollouts = new ArrayList<>(state.all(Event.RolloutsSaved.class));
                warnings = new ArrayList<>(state.warnings());
            }
            default -> {}
        }
    }

    RunSnapshot snapshot() {
        return new RunSnapshot(
                Optional.of(run.path()),
                state.name().isEmpty() ? run.name() : state.name(),
                gone && phase == Phase.RUNNING ? Phase.INTERRUPTED : phase,
                gone
                        ? Optional.of(goneSentence())
                        : state.failure().map(failed -> Sentences.joined(failed.sentence(), failed.whatToDo())),
                stages(),
                phase == Phase.RUNNING && !gone ? clock.remainingOfStage() : Optional.empty(),
                asked.isPresent(),
                curves.curves(),
                ScoreTable.of(state),
                state.scores().stream()
                        .mapToInt(Event.ScoreComputed::judged)
                        .max()
                        .orElse(0),
                warnings,
                rollouts.isEmpty() ? Optional.empty() : Optional.of(rollouts.getLast()),
                new RunDetails(
                        plan,
                        rollouts,
                        state.scores(),
                        unknown.sentences(),
                        asked.map(request -> request.name().toLowerCase(Locale.ROOT))
                                .orElse(""),
                        machine,
                        phase == Phase.RUNNING && !gone ? clock.toEnd(before()) : Optional.empty()));
    }

    private PartCosts before() {
        if (before.isEmpty()) {
            before = Optional.of(earlier.map(runs -> runs.like(settings)).orElse(PartCosts.UNKNOWN));
        }
        return before.get();
    }

    private String goneSentence() {
        return "The folder of this run is gone: " + run.path()
                + ". What was read of it is still shown; put the folder back or open another run.";
    }

    private List<StageMark> stages() {
        Set<Track> finished = new HashSet<>();
        state.all(Event.StageFinished.class).forEach(stage -> finished.add(stage.track()));
        Map<Track, Event.StageStarted> started = new LinkedHashMap<>();
        // a stage begun again after a resume stands where it was begun last
        state.all(Event.StageStarted.class).forEach(stage -> {
            started.remove(stage.track());
            started.put(stage.track(), stage);
        });
        List<StageMark> marks = new ArrayList<>();
        for (Event.StageStarted stage : started.values()) {
            boolean current = state.stage().filter(stage::equals).isPresent();
            marks.add(mark(stage, finished.contains(stage.track()), current));
        }
        return marks;
    }

    private StageMark mark(Event.StageStarted stage, boolean finished, boolean current) {
        if (finished || !current) {
            StageMark.State how = finished ? StageMark.State.DONE : StageMark.State.HALTED;
            return new StageMark(stage.track(), how, finished ? stage.steps() : 0, stage.steps(), "step");
        }
        StageMark.State how = phase == Phase.RUNNING ? StageMark.State.ACTIVE : StageMark.State.HALTED;
        Optional<Event.Progress> inside = state.progress().filter(_ -> stage.steps() == 0);
        return inside.map(p -> new StageMark(stage.track(), how, p.done(), p.total(), p.unit()))
                .orElse(new StageMark(stage.track(), how, state.step(), stage.steps(), "step"));
    }
}
