package org.densepath.app.corpus;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densepath.app.live.Place;
import org.densepath.app.task.BackgroundTask;
import org.densepath.app.task.Tasks;
import org.densepath.run.Track;
import org.densepath.run.query.Corpus;
import org.densepath.run.query.CorpusExample;
import org.densepath.run.query.CorpusSettings;
import org.densepath.run.query.ExampleChoice;
import org.densepath.run.query.LengthEffect;
import org.densepath.run.query.Limits;
import org.densepath.run.query.TraceFile;

/// What the tokens of the shown run say together, and the examples of one bar. Belongs to the window's thread.
public final class CorpusViewModel implements AutoCloseable {
    private final Tasks tasks;
    private final Executor window;
    private final ReadOnlyObjectWrapper<Optional<Corpus>> corpus = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Track>> tracks = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final ObjectProperty<Optional<Track>> track = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Limits> steps = new SimpleObjectProperty<>(Limits.NONE);
    private final ObjectProperty<CorpusSettings> settings = new SimpleObjectProperty<>(CorpusSettings.DEFAULT);
    private final ObjectProperty<Integer> listed = new SimpleObjectProperty<>(6);
    private final ReadOnlyObjectWrapper<Optional<Bar>> bar = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<ExampleChoice> choice = new SimpleObjectProperty<>(ExampleChoice.HIGHEST);
    private final ReadOnlyObjectWrapper<List<CorpusExample>> examples = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private Optional<Path> run = Optional.empty();
    private CorpusSource source;
    private BackgroundTask task;
    private BackgroundTask search;
    private boolean active;
    private int asked;

    /// @param window runs what is handed to it on the window's thread
    public CorpusViewModel(Tasks tasks, Executor window) {
        this.tasks = tasks;
        this.window = window;
        track.subscribe((_, _) -> read());
        steps.subscribe((_, _) -> read());
        settings.subscribe((_, _) -> read());
        choice.subscribe((_, _) -> findExamples());
    }

    /// The shown run, and whether it has kept another step since the last call.
    public void show(Optional<Path> folder, boolean another) {
        if (!folder.equals(run)) {
            close();
            run = folder;
            track.set(Optional.empty());
            steps.set(Limits.NONE);
            reopen();
        } else if (another && source != null) {
            stale.set(true);
            if (corpus.get().map(now -> now.files() == 0).orElse(false)) {
                read();
            }
        }
    }

    /// Nothing is read before the page is looked at.
    public void active(boolean now) {
        active = now;
        reopen();
    }

    /// Reads again, with the steps that were kept since.
    public void read() {
        if (source == null) {
            return;
        }
        cancel(task);
        int number = ++asked;
        reading.set(true);
        stale.set(false);
        problem.set("");
        closeExamples();
        task = source.read(
                new CorpusSource.Wanted(track.get(), steps.get(), settings.get()),
                part -> window.execute(() -> take(number, part, false)),
                whole -> take(number, whole, true),
                sentence -> {
                    if (number == asked) {
                        reading.set(false);
                        problem.set(sentence);
                    }
                });
        progress.bind(task.progress());
    }

    /// Shows the examples of a bar.
    public void open(Bar chosen) {
        bar.set(Optional.of(chosen));
        findExamples();
    }

    public void closeExamples() {
        cancel(search);
        bar.set(Optional.empty());
        examples.set(List.of());
        searching.set(false);
    }

    public ReadOnlyObjectProperty<Optional<Corpus>> corpus() {
        return corpus.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Track>> tracks() {
        return tracks.getReadOnlyProperty();
    }

    /// What went wrong or was left out, or empty.
    public ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /// Whether steps were kept since.
    public ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /// Of the reading, 0 … 1; −1 while not known.
    public DoubleProperty progress() {
        return progress;
    }

    /// Only this track; all when empty.
    public ObjectProperty<Optional<Track>> track() {
        return track;
    }

    public ObjectProperty<Limits> steps() {
        return steps;
    }

    public ObjectProperty<CorpusSettings> settings() {
        return settings;
    }

    /// How many of the highest and of the lowest tokens are shown.
    public ObjectProperty<Integer> listed() {
        return listed;
    }

    /// Whose examples are shown.
    public ReadOnlyObjectProperty<Optional<Bar>> bar() {
        return bar.getReadOnlyProperty();
    }

    public ObjectProperty<ExampleChoice> choice() {
        return choice;
    }

    public ReadOnlyObjectProperty<List<CorpusExample>> examples() {
        return examples.getReadOnlyProperty();
    }

    /// Whether examples are being looked for.
    public ReadOnlyBooleanProperty searching() {
        return searching.getReadOnlyProperty();
    }

    public boolean hasRun() {
        return run.isPresent();
    }

    public String runName() {
        return run.map(folder -> folder.getFileName().toString()).orElse("");
    }

    public Place place(CorpusExample example) {
        return place(example.file(), example.promptIndex(), example.sample()).at(example.token());
    }

    public Place place(LengthEffect.Point point) {
        return place(point.file(), point.promptIndex(), point.sample());
    }

    @Override
    public void close() {
        cancel(task);
        closeExamples();
        asked++;
        if (source != null) {
            source.close();
            source = null;
        }
        progress.unbind();
        corpus.set(Optional.empty());
        tracks.set(List.of());
        problem.set("");
        reading.set(false);
        stale.set(false);
    }

    private Place place(TraceFile file, int prompt, int sample) {
        return new Place(run.orElseThrow(), file.track().arm(), file.track().seed(), file.step(), prompt, sample);
    }

    private void reopen() {
        if (active && source == null && run.isPresent()) {
            source = new CorpusSource(run.get(), tasks);
            read();
        }
    }

    private void take(int number, CorpusSource.Read read, boolean whole) {
        if (number != asked) {
            return;
        }
        if (!tracks.get().equals(read.tracks())) {
            tracks.set(read.tracks());
        }
        corpus.set(Optional.of(read.corpus()));
        if (whole) {
            reading.set(false);
            problem.set(String.join(
                    "\n",
                    read.corpus().leftOut().stream()
                            .map(left -> left.sentence())
                            .toList()));
        }
    }

    private void findExamples() {
        cancel(search);
        examples.set(List.of());
        if (bar.get().isEmpty() || source == null) {
            return;
        }
        Bar wanted = bar.get().get();
        searching.set(true);
        search = source.examples(
                wanted.part(),
                choice.get(),
                found -> {
                    if (bar.get().equals(Optional.of(wanted))) {
                        searching.set(false);
                        examples.set(found);
                    }
                },
                sentence -> {
                    searching.set(false);
                    problem.set(sentence);
                });
    }

    private static void cancel(BackgroundTask task) {
        if (task != null) {
            task.cancel();
        }
    }
}
