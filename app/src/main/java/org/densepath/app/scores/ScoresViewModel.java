package org.densepath.app.scores;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.densepath.app.live.RunSnapshot;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.Work;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.TableFormat;
import org.densepath.run.AtomicFiles;
import org.densepath.run.Event;

/// The scores of the shown run: at once as the run has told them, then with their tests, which take seconds.
/// Belongs to the window's thread.
public final class ScoresViewModel {
    private final RunViewModel run;
    private final Tasks tasks;
    private final ResultReading reader = new ResultReading();
    private final ReadOnlyObjectWrapper<Results> results = new ReadOnlyObjectWrapper<>(Results.NONE);
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ObjectProperty<String> way = new SimpleObjectProperty<>("sampled");
    private final ObjectProperty<List<String>> compared = new SimpleObjectProperty<>(List.of());
    private Optional<Path> folder = Optional.empty();
    private List<Event.ScoreComputed> told = List.of();
    private Optional<BackgroundTask> task = Optional.empty();
    private boolean shown;
    private boolean stale;

    public ScoresViewModel(RunViewModel run, Tasks tasks) {
        this.run = run;
        this.tasks = tasks;
        run.run().subscribe(this::update);
    }

    ReadOnlyObjectProperty<Results> results() {
        return results.getReadOnlyProperty();
    }

    /// Whether tests are at work.
    ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /// A sentence on what went wrong, or empty.
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// `greedy` or `sampled`: which answers the families are of.
    ObjectProperty<String> way() {
        return way;
    }

    /// The arms that are compared by family; at first the controls and DPR.
    ObjectProperty<List<String>> compared() {
        return compared;
    }

    /// Tests are made while the page is shown; when it is shown again, what has changed on the disk is read.
    void shown(boolean now) {
        stale = stale || now && !shown;
        shown = now;
        read();
    }

    /// Writes the shown table to `file`, over an older one; then `done`, or `failed` with a sentence.
    void save(TableFormat format, Path file, Runnable done, Consumer<String> failed) {
        ResultTable table = results.get().table();
        Work<Path> write = _ -> {
            AtomicFiles.write(file, format.of(table));
            return file;
        };
        tasks.run("Write " + file.getFileName(), write, _ -> done.run(), failed);
    }

    private void update(RunSnapshot now) {
        boolean other = !now.folder().equals(folder);
        if (!other && now.details().scores().equals(told)) {
            return;
        }
        folder = now.folder();
        told = now.details().scores();
        if (other) {
            task.ifPresent(BackgroundTask::cancel);
            ended();
            compared.set(List.of());
        }
        if (other || !results.get().tested()) {
            show(Results.of(now));
        }
        stale = true;
        read();
    }

    private void read() {
        if (!shown || !stale || task.isPresent() || folder.isEmpty()) {
            return;
        }
        stale = false;
        reading.set(true);
        Path path = folder.get();
        RunSnapshot snapshot = run.run().get();
        task = Optional.of(tasks.run(
                "Test the scores",
                _ -> reader.results(path, snapshot),
                found -> {
                    problem.set("");
                    show(found.with(results.get().families()));
                    readFamilies(path, found);
                },
                this::failed));
    }

    private void readFamilies(Path path, Results found) {
        task = Optional.of(tasks.run(
                "Score by task family",
                _ -> reader.families(path),
                families -> {
                    ended();
                    show(found.with(families));
                    read();
                },
                this::failed));
    }

    private void failed(String sentence) {
        ended();
        problem.set(sentence);
    }

    private void ended() {
        task = Optional.empty();
        reading.set(false);
    }

    private void show(Results now) {
        results.set(now);
        if (compared.get().isEmpty() || !now.arms().containsAll(compared.get())) {
            compared.set(FamilyFigures.first(now.arms()));
        }
    }
}
