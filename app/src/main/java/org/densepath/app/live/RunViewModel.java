package org.densepath.app.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.densepath.BadInputException;
import org.densepath.app.task.WorkerCommand;
import org.densepath.app.task.Workers;
import org.densepath.paint.Panel;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;

/// The shown run and what can be done with it. Belongs to the window's thread.
public final class RunViewModel {
    private final ReadOnlyObjectWrapper<RunSnapshot> run = new ReadOnlyObjectWrapper<>(RunSnapshot.NOTHING);
    private final ReadOnlyBooleanWrapper abortAsked = new ReadOnlyBooleanWrapper();
    private final Workers workers;
    private final Commands commands;
    private RunWatch watch;

    /// Command lines for arguments such as `demo --runs …`.
    @FunctionalInterface
    public interface Commands {
        WorkerCommand of(List<String> arguments);
    }

    private final Path runs;

    /// @param runs the folder in which runs are made
    public RunViewModel(Path runs, Workers workers, Commands commands) {
        this.runs = runs;
        this.workers = workers;
        this.commands = commands;
    }

    /// Where the run comes from; [RunWatch]'s listener is [#show].
    public void watchedBy(RunWatch source) {
        watch = source;
    }

    public void show(RunSnapshot snapshot) {
        run.set(snapshot);
        abortAsked.set(abortAsked.get() && canAbort());
    }

    public ReadOnlyObjectProperty<RunSnapshot> run() {
        return run.getReadOnlyProperty();
    }

    /// Starts the demo in a worker.
    public void startDemo() {
        start(List.of("demo"));
    }

    /// Starts a new run in a worker: `arguments` as on the command line (`run`, an experiment, settings), without
    /// the folder of the runs.
    public void start(List<String> arguments) {
        if (canStart()) {
            WorkerCommand command = command(arguments);
            starting();
            watch.follow(Optional.empty(), () -> workers.start(command));
        }
    }

    /// Goes on with the shown run in a new worker.
    public void resume() {
        if (canResume()) {
            Path folder = now().folder().orElseThrow();
            WorkerCommand command = commands.of(List.of("resume", folder.toString()));
            starting();
            watch.follow(Optional.of(folder), () -> workers.start(command));
        }
    }

    /// Asks the worker to end after this step and to keep everything.
    public void stopAndKeep() {
        if (canStop()) {
            request(Control.Request.STOP);
        }
    }

    /// Whether the person is being asked if they mean to abort.
    public ReadOnlyBooleanProperty abortAsked() {
        return abortAsked.getReadOnlyProperty();
    }

    /// Asks the person whether to abort, in place.
    public void askToAbort() {
        abortAsked.set(canAbort());
    }

    public void keepRunning() {
        abortAsked.set(false);
    }

    /// Asks the worker to end at once. What came after the last checkpoint is lost.
    public void abort() {
        abortAsked.set(false);
        if (canAbort()) {
            request(Control.Request.ABORT);
        }
    }

    public boolean canStart() {
        return !now().phase().busy();
    }

    public boolean canStop() {
        return now().phase() == Phase.RUNNING && !now().stopAsked();
    }

    public boolean canAbort() {
        return now().phase() == Phase.RUNNING && !now().details().stopFor().equals("abort");
    }

    public boolean canResume() {
        return now().phase().resumable() && now().folder().isPresent();
    }

    /// The command that the demo is started with.
    public WorkerCommand command() {
        return command(List.of("demo"));
    }

    private WorkerCommand command(List<String> arguments) {
        List<String> all = new ArrayList<>(arguments);
        all.addAll(List.of("--runs", runs.toString()));
        return commands.of(all);
    }

    /// `DPR, step 41 of 200`; what to do next where nothing runs.
    public String sentence() {
        RunSnapshot shown = now();
        return switch (shown.phase()) {
            case NOT_STARTED -> "No run yet. The demo takes a few minutes and needs nothing but this machine.";
            case STARTING -> "The worker is starting and loads the model.";
            case RUNNING -> asked(shown) + shown.stage().map(this::work).orElse("The first stage is about to begin.");
            case STOPPED -> "Everything is kept. Resume goes on from the last checkpoint.";
            case INTERRUPTED -> "The worker is gone without a last word. Resume goes on from the last checkpoint.";
            case FINISHED -> "All stages are done.";
            case FAILED -> "The run has ended early.";
        };
    }

    private static String asked(RunSnapshot shown) {
        return switch (shown.details().stopFor()) {
            case "abort" -> "Ends at once · ";
            default -> shown.stopAsked() ? "Stops after this step · " : "";
        };
    }

    /// `about 6 min left`, `about 2 min left in this stage` where no more can be told, or empty.
    public String remaining() {
        return toEnd().or(this::ofStage).orElse("");
    }

    /// `about 6 min left`: of the whole run.
    Optional<String> toEnd() {
        return now().details().toEnd().map(left -> "about " + SpokenTime.of(left) + " left");
    }

    private Optional<String> ofStage() {
        return now().remaining().map(left -> "about " + SpokenTime.of(left) + " left in this stage");
    }

    /// What went wrong, or what the watch on the metrics has to say; empty when all is well.
    public String problem() {
        RunSnapshot shown = now();
        return shown.problem().orElseGet(() -> {
            List<Event.Warning> warnings = shown.warnings();
            return warnings.isEmpty()
                    ? ""
                    : Sentences.joined(
                            warnings.getLast().what(), warnings.getLast().whatToDo());
        });
    }

    /// Progress of the current stage, 0 … 1; −1 while it is not known; 0 before and 1 after the run.
    public double progress() {
        return switch (now().phase()) {
            case NOT_STARTED -> 0;
            case STARTING -> -1;
            case FINISHED -> 1;
            case RUNNING -> now().stage().map(StageMark::share).orElse(-1.0);
            case STOPPED, INTERRUPTED, FAILED ->
                Math.max(0, now().stage().map(StageMark::share).orElse(0.0));
        };
    }

    /// `1,204 tokens/s`, of the last step of the stage that is at work; empty while none is, or it has not told.
    public String speed() {
        if (now().phase() != Phase.RUNNING) {
            return "";
        }
        return now().stage().stream()
                .flatMap(mark -> now().curves().stream()
                        .filter(curve -> curve.key().track().equals(mark.track())))
                .filter(curve -> curve.key().metric().endsWith("/tokens_per_second") && curve.size() > 0)
                .mapToDouble(curve -> curve.value(curve.size() - 1))
                .filter(Double::isFinite)
                .mapToObj(speed -> String.format(Locale.ROOT, speed < 10 ? "%.1f tokens/s" : "%,.0f tokens/s", speed))
                .findFirst()
                .orElse("");
    }

    public boolean manySeeds() {
        return now().stages().stream()
                        .map(mark -> mark.track().seed())
                        .distinct()
                        .count()
                > 1;
    }

    /// The charts of the main metrics, over steps.
    public List<Panel> panels() {
        return ChartPanels.main(now());
    }

    /// The last raw values, those of the current stage first.
    public List<MetricNumber> numbers() {
        return MetricNumber.latest(now().curves(), now().stage().map(StageMark::track));
    }

    private void request(Control.Request what) {
        try {
            Path folder = now().folder().orElseThrow();
            new Control(RunFolder.open(folder).control()).request(what);
        } catch (RunStorageException e) {
            show(now().with(now().phase(), Optional.of(Sentences.joined(e.getMessage(), e.whatToDo()))));
        } catch (BadInputException e) {
            show(now().with(now().phase(), Optional.of(e.getMessage())));
        }
    }

    private String work(StageMark mark) {
        String name = mark.label(manySeeds());
        if (mark.total() <= 0) {
            return mark.done() == 0 ? name : name + ", " + mark.done() + " " + mark.unit();
        }
        return name + ", " + mark.unit() + " " + mark.done() + " of " + mark.total();
    }

    /// At once, so that a second press of the button does nothing.
    private void starting() {
        show(now().with(Phase.STARTING, Optional.empty()));
    }

    private RunSnapshot now() {
        return run.get();
    }
}
