package org.densepath.app.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.densepath.BadInputException;
import org.densepath.app.live.EstimatedCosts;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.task.Tasks;
import org.densepath.experiment.DeviceFit;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.ExperimentPreview;
import org.densepath.experiment.MemoryNeed;
import org.densepath.experiment.TimeNeed;
import org.densepath.experiment.Workload;
import org.densepath.run.RunSettings;

/// A run that is about to be: its settings, what is wrong with them, what its files hold, what it will need, and
/// the command that starts it. Belongs to the window's thread.
public final class LaunchViewModel implements AutoCloseable {
    /// A model that needs less than this is measured without being asked: it takes seconds.
    private static final long SMALL = 2L << 30;

    private static final int NAMED = 2;

    private final Path home;
    private final RunViewModel run;
    private final PreviewReader reader;
    private final SpeedBook speeds;
    private final ReadOnlyObjectWrapper<Base> base = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Optional<ExperimentPreview>> preview =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper command = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper obstacle = new ReadOnlyStringWrapper("");
    private final RunViewModel.Commands commands;
    private Form form;
    private boolean shown;

    /// @param home the product's folder @param window runs what is handed to it on the window's thread
    public LaunchViewModel(Path home, RunViewModel run, RunViewModel.Commands commands, Tasks tasks, Executor window) {
        this.run = run;
        reader = new PreviewReader(window);
        speeds = new SpeedBook(new SpeedMeter(commands), tasks);
        this.home = home;
        this.commands = commands;
        run.run().subscribe(_ -> {
            if (form != null) {
                judge();
            }
        });
    }

    /// The form is seen: files are read and small models measured from now on.
    void shown() {
        if (!shown) {
            shown = true;
            changed();
        }
    }

    /// Made when it is first asked for: its settings' descriptions take longer to read than a window to open.
    Form form() {
        if (form == null) {
            form = new Form(home, this::changed);
            begin(Base.PRESETS.getFirst());
        }
        return form;
    }

    ReadOnlyObjectProperty<Base> base() {
        form();
        return base.getReadOnlyProperty();
    }

    /// What the files hold; empty while they are not read.
    ReadOnlyObjectProperty<Optional<ExperimentPreview>> preview() {
        return preview.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Estimate> estimate() {
        return speeds.estimate();
    }

    /// The command that starts the same run.
    ReadOnlyStringProperty command() {
        form();
        return command.getReadOnlyProperty();
    }

    /// Why it cannot be launched, a sentence; empty when it can.
    ReadOnlyStringProperty obstacle() {
        return obstacle.getReadOnlyProperty();
    }

    void begin(Base from) {
        Form filled = form();
        base.set(from);
        filled.begin(from);
    }

    /// Fills the form with the settings of an experiment file, such as a run's `experiment.json`. Throws
    /// [BadInputException] when it is none.
    public void duplicate(Path experiment) {
        begin(Base.of(experiment));
    }

    void measure() {
        speeds.measure();
    }

    /// Changes settings so that the run fits into the memory; says what was done.
    String fit() {
        Optional<Experiment> experiment = experiment();
        if (experiment.isEmpty()) {
            return "Correct the marked settings first.";
        }
        int longest = preview.get()
                .flatMap(ExperimentPreview::work)
                .map(Workload::longestPrompt)
                .orElse(0);
        try {
            DeviceFit fit = DeviceFit.of(experiment.get(), longest, MemoryNeed.available());
            fit.changes().forEach((key, value) -> form().field(key).text().set(value));
            return String.join(" ", fit.why());
        } catch (BadInputException e) {
            return e.getMessage();
        }
    }

    /// Starts the run in a worker. Nothing happens while there is an obstacle.
    public boolean launch() {
        judge();
        if (!obstacle.get().isEmpty()) {
            return false;
        }
        keepEstimate();
        run.start(form().arguments());
        return true;
    }

    /// For the time that the run will be told to take until an earlier one of its model tells better.
    private void keepEstimate() {
        Optional<TimeNeed> time = estimate().get().time();
        Optional<Workload> work = preview.get().flatMap(ExperimentPreview::work);
        Optional<Experiment> experiment = experiment();
        if (time.isPresent() && work.isPresent() && experiment.isPresent()) {
            RunSettings settings = RunSettings.of(ExperimentFile.text(experiment.get()));
            long updates = work.get().updates(experiment.get().sft());
            Thread.ofVirtual().start(() -> EstimatedCosts.keep(home.resolve("runs"), settings, time.get(), updates));
        }
    }

    private void changed() {
        command.set(commands.of(form().arguments()).launcherLine());
        judge();
        Optional<Experiment> experiment = experiment();
        Optional<Experiment> readable = experiment.or(() -> experiment(form().mended()));
        if (shown && readable.isPresent()) {
            reader.ask(readable.get(), this::read);
        } else {
            reader.forget();
        }
        speeds.about(experiment, preview.get().flatMap(ExperimentPreview::work));
    }

    private void read(ExperimentPreview now) {
        preview.set(Optional.of(now));
        judge();
        speeds.about(experiment(), now.problems().isEmpty() ? now.work() : Optional.empty());
        boolean small = now.memory().filter(need -> need.total() < SMALL).isPresent();
        if (small && run.canStart() && speeds.wanting()) {
            speeds.measure();
        }
    }

    private void judge() {
        Map<String, String> ofFiles =
                preview.get().map(ExperimentPreview::problems).orElse(Map.of());
        Map<String, String> ofValues = form().judge(ofFiles);
        obstacle.set(why(ofValues));
    }

    private String why(Map<String, String> ofValues) {
        List<Field> wrong = form().wrong();
        if (!wrong.isEmpty()) {
            String named = String.join(
                    ", ",
                    wrong.stream()
                            .limit(NAMED)
                            .map(field -> field.setting().label())
                            .toList());
            return "Correct first: " + named
                    + (wrong.size() > NAMED ? " and " + (wrong.size() - NAMED) + " more." : ".");
        }
        if (!ofValues.isEmpty()) {
            return ofValues.values().iterator().next();
        }
        if (!run.canStart()) {
            return "A run is at work: wait for its end, or stop it first.";
        }
        Optional<MemoryNeed> memory = preview.get().flatMap(ExperimentPreview::memory);
        long available = MemoryNeed.available();
        return memory.filter(need -> need.total() > available)
                .map(need -> "It needs about " + Bytes.of(need.total()) + " of memory, and " + Bytes.of(available)
                        + " are available.")
                .orElse("");
    }

    private Optional<Experiment> experiment() {
        return experiment(form().resolved());
    }

    private static Optional<Experiment> experiment(ExperimentFile file) {
        try {
            return Optional.of(file.read());
        } catch (BadInputException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
