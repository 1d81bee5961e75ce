package org.densepath.app.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.densepath.run.MetricKey;
import org.densepath.run.RunFolder;
import org.densepath.run.RunLock;
import org.densepath.run.RunState;
import org.densepath.run.Series;
import org.densepath.run.Track;

/// One run folder, read as it grows. Belongs to one thread.
final class RunReading {
    private final RunFolder run;
    private final EventLog log;
    private final Control control;
    private final RunState state = new RunState();
    private final Pace pace;
    private final Map<MetricKey, Copied> copies = new HashMap<>();
    private long lines;
    private Phase phase = Phase.NOT_STARTED;
    private boolean stopAsked;

    private record Copied(Series from, Curve curve) {}

    /// Throws [org.densepath.BadInputException] when `folder` is no run's.
    RunReading(Path folder) {
        run = RunFolder.open(folder);
        log = new EventLog(run.events());
        control = new Control(run.control());
        pace = new Pace(heldOutEvery(run.experiment()));
    }

    /// Every how many steps of DPR the validation prompts are answered; 0 where that cannot be read.
    private static long heldOutEvery(Path experiment) {
        try {
            return new ObjectMapper()
                    .readTree(experiment.toFile())
                    .at("/dpr/heldOutEvery")
                    .asLong(0);
        } catch (IOException _) {
            return 0;
        }
    }

    Path folder() {
        return run.path();
    }

    /// How many event lines were read.
    long lines() {
        return lines;
    }

    /// Reads on. Whether anything has changed.
    boolean poll() {
        // The lock before the events: a worker that ends in between has written its last word by then.
        boolean alive = RunLock.isHeld(run.lock());
        List<EventLine> news = log.poll();
        for (EventLine line : news) {
            state.apply(line);
            pace.apply(line);
        }
        lines += news.size();
        Phase now = Phase.of(state.status(alive));
        boolean asked = now == Phase.RUNNING && control.poll().isPresent();
        boolean changed = !news.isEmpty() || now != phase || asked != stopAsked;
        phase = now;
        stopAsked = asked;
        return changed;
    }

    RunSnapshot snapshot() {
        List<Event.RolloutsSaved> rollouts = state.all(Event.RolloutsSaved.class);
        return new RunSnapshot(
                Optional.of(run.path()),
                state.name().isEmpty() ? run.name() : state.name(),
                phase,
                state.failure().map(failed -> Sentences.joined(failed.sentence(), failed.whatToDo())),
                stages(),
                phase == Phase.RUNNING ? pace.remaining() : Optional.empty(),
                stopAsked,
                curves(),
                ScoreTable.of(state),
                state.scores().stream()
                        .mapToInt(Event.ScoreComputed::judged)
                        .max()
                        .orElse(0),
                state.warnings(),
                rollouts.isEmpty() ? Optional.empty() : Optional.of(rollouts.getLast()));
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

    /// Copies of the curves; one that has not grown is the copy of the last time.
    private List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        state.metrics().forEach((key, series) -> {
            Copied copied = copies.get(key);
            if (copied == null || copied.from != series || copied.curve.size() != series.size()) {
                copied = new Copied(series, copy(key, series));
                copies.put(key, copied);
            }
            curves.add(copied.curve);
        });
        return curves;
    }

    private static Curve copy(MetricKey key, Series series) {
        double[] steps = new double[series.size()];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = series.step(i);
        }
        return new Curve(key, steps, series.values());
    }
}
