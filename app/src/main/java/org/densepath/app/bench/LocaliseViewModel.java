package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;

/// Where credit finds errors, in the shown run: what was measured, and the pairs of answers that are looked at.
/// Belongs to the window's thread.
public final class LocaliseViewModel {
    private final Tasks tasks;
    private final LocaliseWorker worker;
    private final ReadOnlyObjectWrapper<List<Path>> folders = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Localised>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<ExampleFilter> filter = new SimpleObjectProperty<>(ExampleFilter.ALL);
    private final ReadOnlyObjectWrapper<List<Localised.Example>> examples = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<BackgroundTask>> measuring =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Optional<Path> run = Optional.empty();
    private BackgroundTask reading;
    private boolean active;
    private boolean opened;

    public LocaliseViewModel(Tasks tasks, RunViewModel.Commands commands) {
        this.tasks = tasks;
        worker = new LocaliseWorker(commands);
        filter.subscribe((_, _) -> choose());
    }

    private record Read(List<Path> folders, Optional<Localised> localised) {}

    /// The run that the window shows; may be told again and again.
    public void show(Optional<Path> folder) {
        if (!folder.equals(run)) {
            run = folder;
            cancel();
            folders.set(List.of());
            shown.set(Optional.empty());
            choose();
            readAgain();
        }
    }

    /// Whether the page is in front. Nothing is read before this is looked at.
    public void active(boolean now) {
        active = now;
        look();
    }

    /// Whether it is chosen on its page.
    void opened(boolean now) {
        opened = now;
        look();
    }

    private void look() {
        if (active && opened && shown.get().isEmpty() && !busy.get()) {
            readAgain();
        }
    }

    public void readAgain() {
        read(shown.get().map(Localised::folder));
    }

    void choose(Path folder) {
        if (!shown.get().map(Localised::folder).equals(Optional.of(folder))) {
            read(Optional.of(folder));
        }
    }

    private void read(Optional<Path> wanted) {
        if (reading != null) {
            reading.cancel();
        }
        busy.set(active && opened && run.isPresent());
        if (!busy.get()) {
            return;
        }
        Path folder = run.get();
        problem.set("");
        reading = tasks.run(
                "Read the localisation",
                _ -> {
                    List<Path> all = LocalisedFile.folders(folder);
                    Optional<Path> one =
                            wanted.filter(all::contains).or(() -> all.stream().findFirst());
                    return new Read(all, one.map(LocalisedFile::read));
                },
                this::take,
                sentence -> {
                    busy.set(false);
                    problem.set(sentence);
                });
    }

    private void take(Read read) {
        busy.set(false);
        folders.set(read.folders());
        shown.set(read.localised());
        filter.set(ExampleFilter.ALL);
        choose();
    }

    private void choose() {
        examples.set(shown.get()
                .map(localised -> localised.examples().stream()
                        .filter(filter.get()::passes)
                        .toList())
                .orElse(List.of()));
    }

    /// Measures it in a worker; not while it is being measured.
    public void measure() {
        if (run.isEmpty() || measuring.get().isPresent()) {
            return;
        }
        Path folder = run.get();
        problem.set("");
        BackgroundTask[] mine = new BackgroundTask[1];
        mine[0] = tasks.run(
                "Where credit finds errors",
                progress -> {
                    worker.measure(folder, progress);
                    return folder;
                },
                _ -> {
                    ended(mine[0]);
                    readAgain();
                },
                sentence -> {
                    ended(mine[0]);
                    problem.set(sentence);
                });
        measuring.set(Optional.of(mine[0]));
    }

    private void ended(BackgroundTask mine) {
        if (measuring.get().equals(Optional.of(mine))) {
            measuring.set(Optional.empty());
        }
    }

    /// Gives the measuring up; what was scored stays, and measuring again goes on from there.
    void cancel() {
        measuring.get().ifPresent(BackgroundTask::cancel);
        measuring.set(Optional.empty());
    }

    Optional<Path> run() {
        return run;
    }

    /// Where there is something measured.
    ReadOnlyObjectProperty<List<Path>> folders() {
        return folders.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Localised>> shown() {
        return shown.getReadOnlyProperty();
    }

    ObjectProperty<ExampleFilter> filter() {
        return filter;
    }

    /// The pairs that pass the filter.
    ReadOnlyObjectProperty<List<Localised.Example>> examples() {
        return examples.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// The worker at work.
    ReadOnlyObjectProperty<Optional<BackgroundTask>> measuring() {
        return measuring.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }
}
