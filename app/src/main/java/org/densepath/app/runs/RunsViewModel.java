package org.densepath.app.runs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densepath.app.live.RunEnds;
import org.densepath.run.Control;
import org.densepath.run.RunNotes;
import org.densepath.run.RunSize;
import org.densepath.run.RunSummary;

/// The library of runs: what is listed in which order, what is chosen, and what is done with it. Belongs to the
/// window's thread.
public final class RunsViewModel implements AutoCloseable {
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<RunSort> sort = new SimpleObjectProperty<>(RunSort.NEWEST);
    private final ObservableList<RunRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RunRow> chosen = FXCollections.observableArrayList();
    /// Kept: a view that nobody holds hears nothing of its list.
    private final ObservableList<RunRow> shownRows = FXCollections.unmodifiableObservableList(rows);

    private final ObservableList<RunRow> shownChosen = FXCollections.unmodifiableObservableList(chosen);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    /// Counts the looks at the folder, so that what depends on the runs is told anew.
    private final ReadOnlyIntegerWrapper looks = new ReadOnlyIntegerWrapper();

    private final Map<Path, RunRow> known = new HashMap<>();
    private final Path sample;
    private final RunOutside outside;
    private final LibraryWatch watch;
    private final NotesKeeper notes;
    private final RunWork work;
    private final CompareViewModel compare;
    private final Executor window;

    /// @param runs the folder in which runs are made
    /// @param sample the run that belongs to the product
    /// @param window runs what is handed to it on the window's thread
    public RunsViewModel(Path runs, Path sample, RunOutside outside, Executor window) {
        this.sample = sample;
        this.outside = outside;
        watch = new LibraryWatch(
                List.of(runs, sample.getParent()), new RunEnds(runs, sample), window, this::awaits, this::take);
        notes = new NotesKeeper(window, outside.notices()::problem);
        work = new RunWork(
                outside.tasks(), outside.notices(), outside.trash(), outside.resume(), outside.reveal(), watch::soon);
        compare = new CompareViewModel(outside, window);
        this.window = window;
        query.subscribe(_ -> arrange());
        sort.subscribe(_ -> arrange());
    }

    /// Begins to watch the folder.
    public void start() {
        watch.start();
    }

    /// What a person looks for.
    public StringProperty query() {
        return query;
    }

    public ObjectProperty<RunSort> sort() {
        return sort;
    }

    /// The runs that are found, in their order.
    public ObservableList<RunRow> rows() {
        return shownRows;
    }

    /// The runs that `words` find, whatever the library's own search: those at work first, then the newest.
    public List<RunRow> recent(String words) {
        RunSearch search = RunSearch.of(words);
        return known.values().stream()
                .filter(search::finds)
                .sorted(Comparator.comparing(
                                (RunRow row) -> !row.standing().get().busy())
                        .thenComparing(RunSort.NEWEST.order()))
                .toList();
    }

    /// How many there are, found or not.
    public ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    /// Changes with every look that has seen something new.
    public ReadOnlyIntegerProperty looks() {
        return looks.getReadOnlyProperty();
    }

    /// Why the folder of the runs cannot be read; empty when it can.
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    /// The chosen runs; [#choose] chooses others.
    public ObservableList<RunRow> chosen() {
        return shownChosen;
    }

    public void choose(List<RunRow> wanted) {
        if (!chosen.equals(wanted)) {
            chosen.setAll(wanted);
        }
    }

    /// Every tag in use, sorted.
    public List<String> tags() {
        return known.values().stream()
                .flatMap(row -> row.now().notes().tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// Why `deed` cannot be done with what is chosen; empty when it can.
    public Optional<String> hindrance(RunDeed deed) {
        if (chosen.isEmpty()) {
            return Optional.of("No run is chosen in the library.");
        }
        if (chosen.size() > 1 && deed != RunDeed.TRASH) {
            return Optional.of("Several runs are chosen; choose one.");
        }
        return chosen.stream().flatMap(row -> deed.hindrance(row).stream()).findFirst();
    }

    /// Whether `deed` leads anywhere in this window.
    public boolean offers(RunDeed deed) {
        return deed != RunDeed.DUPLICATE || outside.duplicate().isPresent();
    }

    /// Does `deed` with what is chosen, where it can be done.
    public void act(RunDeed deed) {
        if (hindrance(deed).isPresent()) {
            return;
        }
        Path run = chosen.getFirst().folder();
        switch (deed) {
            case OPEN -> outside.open().accept(run);
            case RESUME -> work.resume(run);
            case STOP -> work.ask(run, Control.Request.STOP);
            case ABORT -> work.ask(run, Control.Request.ABORT);
            case DUPLICATE -> outside.duplicate().ifPresent(duplicate -> duplicate.accept(run));
            case REVEAL -> work.reveal(run);
            case COPY -> outside.copy().accept(command(chosen.getFirst()));
            case TRASH -> work.trash(chosen.stream().map(RunRow::folder).toList());
        }
    }

    /// Compares the chosen runs.
    CompareViewModel compare() {
        return compare;
    }

    /// Finds out how much disk a run takes, which may last; then tells it, as `3.4 MB`.
    void measure(RunRow row, Consumer<String> then) {
        Path folder = row.folder();
        CompletableFuture.supplyAsync(() -> RunWords.size(RunSize.bytes(folder)))
                .exceptionally(_ -> "unknown")
                .thenAcceptAsync(then, window);
    }

    /// Keeps `changed` as the run's notes.
    public void keep(RunRow row, RunNotes changed) {
        if (!row.isSample() && !changed.equals(row.now().notes())) {
            notes.keep(row.folder(), changed);
            row.update(row.now().withNotes(changed), row.standing().get() == Standing.STARTING, row.left());
            looks.set(looks.get() + 1);
        }
    }

    @Override
    public void close() {
        notes.close();
        watch.close();
    }

    /// The command line that goes on with it or, where nothing is left to do, repeats it.
    private String command(RunRow row) {
        String folder = row.folder().toString();
        return outside.command()
                .apply(
                        row.now().resumable() && !row.isSample()
                                ? List.of("resume", folder)
                                : List.of(
                                        "run",
                                        row.folder().resolve("experiment.json").toString()));
    }

    private boolean awaits() {
        return work.awaits();
    }

    private void take(LibraryWatch.Seen seen) {
        problem.set(seen.problem());
        Set<Path> there = seen.runs().stream().map(RunSummary::folder).collect(Collectors.toSet());
        known.keySet().retainAll(there);
        for (RunSummary run : seen.runs()) {
            RunSummary shown = run.withNotes(notes.instead(run.folder(), run.notes()));
            known.computeIfAbsent(run.folder(), folder -> new RunRow(shown, folder.equals(sample)))
                    .update(
                            shown,
                            work.starting(run),
                            Optional.ofNullable(seen.left().get(run.folder())));
        }
        boolean first = total.get() == 0;
        total.set(known.size());
        arrange();
        if (first && chosen.isEmpty() && !rows.isEmpty()) {
            choose(List.of(rows.getFirst()));
        }
        looks.set(looks.get() + 1);
    }

    private void arrange() {
        RunSearch search = RunSearch.of(query.get());
        List<RunRow> found =
                new ArrayList<>(known.values().stream().filter(search::finds).toList());
        found.sort(sort.get().order());
        List<RunRow> still = chosen.stream().filter(found::contains).toList();
        if (!rows.equals(found)) {
            rows.setAll(found);
        }
        choose(still);
    }
}
