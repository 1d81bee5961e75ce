package org.densepath.app.rollouts;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.densepath.app.live.Place;
import org.densepath.run.Track;
import org.densepath.run.query.Limits;
import org.densepath.run.query.Reading;
import org.densepath.run.query.RolloutFilter;
import org.densepath.run.query.RolloutOrder;
import org.densepath.run.query.RolloutRow;
import org.densepath.run.query.RolloutSort;
import org.densepath.run.query.TraceFile;

/// All responses that the shown run has kept: which are wanted, in which order, and which one is looked at.
/// Belongs to the window's thread.
public final class RolloutsViewModel implements AutoCloseable {
    private final Executor window;
    private final CompareViewModel comparison = new CompareViewModel();
    private final ObjectProperty<RolloutFilter> filter = new SimpleObjectProperty<>(RolloutFilter.ALL);
    private final ObjectProperty<RolloutSort> sort = new SimpleObjectProperty<>(RolloutSort.NEWEST);
    private final BooleanProperty grouped = new SimpleBooleanProperty();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final ReadOnlyObjectWrapper<RolloutLines> lines = new ReadOnlyObjectWrapper<>(RolloutLines.none());
    private final ReadOnlyObjectWrapper<List<TraceFile>> files = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyIntegerWrapper newSteps = new ReadOnlyIntegerWrapper();
    private final AtomicInteger question = new AtomicInteger();
    private Optional<Path> run = Optional.empty();
    private RolloutSource source;
    private boolean active;
    private int toSelect = -1;
    private Optional<Place> wanted = Optional.empty();

    /// @param window runs what is handed to it on the window's thread
    public RolloutsViewModel(Executor window) {
        this.window = window;
        filter.subscribe(this::ask);
        sort.subscribe(this::ask);
        grouped.subscribe(this::ask);
    }

    /// The shown run, and whether it has kept another step since the last call.
    public void show(Optional<Path> folder, boolean another) {
        if (!folder.equals(run)) {
            run = folder;
            close();
            wanted = wanted.filter(place -> folder.equals(Optional.of(place.run())));
            filter.set(RolloutFilter.ALL);
            reopen();
        } else if (another && source != null) {
            if (files.get().isEmpty()) {
                refresh();
            } else {
                newSteps.set(newSteps.get() + 1);
            }
        }
    }

    /// Nothing is read before the page is looked at.
    public void active(boolean now) {
        active = now;
        reopen();
    }

    /// Shows the responses of one step, of one arm and seed.
    public void showStep(String arm, int seed, long step) {
        wanted = run.map(folder -> new Place(folder, arm, seed, step, 0, 0));
        if (source != null) {
            refresh();
        }
    }

    /// Takes in the steps that were kept since.
    public void refresh() {
        newSteps.set(0);
        busy.set(true);
        RolloutSource asked = source;
        asked.look(
                looked -> {
                    if (asked == source) {
                        looked(looked);
                    }
                },
                this::failed);
    }

    /// The response of highest return among those that pass the filter, and the others after it.
    public void best() {
        first(new RolloutSort(RolloutSort.Column.RETURN, true));
    }

    public void worst() {
        first(new RolloutSort(RolloutSort.Column.RETURN, false));
    }

    /// Any of those that pass the filter.
    public void random() {
        int count = lines.get().responses();
        if (count > 0) {
            int any = new Random().nextInt(count);
            if (grouped.get()) {
                toSelect = any;
                grouped.set(false);
            } else {
                selected.set(any);
            }
        }
    }

    public void clearFilter() {
        filter.set(RolloutFilter.ALL);
    }

    public ObjectProperty<RolloutFilter> filter() {
        return filter;
    }

    public ObjectProperty<RolloutSort> sort() {
        return sort;
    }

    /// Whether the responses to a prompt stand together under it.
    public BooleanProperty grouped() {
        return grouped;
    }

    public ReadOnlyObjectProperty<RolloutLines> lines() {
        return lines.getReadOnlyProperty();
    }

    /// The files whose responses can be shown.
    public ReadOnlyObjectProperty<List<TraceFile>> files() {
        return files.getReadOnlyProperty();
    }

    /// The selected line; −1 for none.
    public IntegerProperty selected() {
        return selected;
    }

    /// Whether something is searched or sorted just now.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// What cannot be shown, and why; or empty.
    public ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// How many steps were kept that are not among the lines yet.
    public ReadOnlyIntegerProperty newSteps() {
        return newSteps.getReadOnlyProperty();
    }

    /// The selected response beside others to the same prompt.
    public CompareViewModel comparison() {
        return comparison;
    }

    public boolean hasRun() {
        return run.isPresent();
    }

    public List<Track> tracks() {
        return files.get().stream().map(TraceFile::track).distinct().toList();
    }

    /// Where other pages find a response.
    public Place place(RolloutRow row) {
        Track track = row.file().track();
        return new Place(
                run.orElseThrow(), track.arm(), track.seed(), row.file().step(), row.promptIndex(), row.sample());
    }

    /// `2,560 responses of 40 steps`, `312 of 2,560 responses`.
    public String summary() {
        int all = files.get().stream().mapToInt(TraceFile::responses).sum();
        int shown = lines.get().responses();
        String text = filter.get().equals(RolloutFilter.ALL)
                ? RolloutText.count(all, "response") + " of "
                        + RolloutText.count(
                                (int) files.get().stream()
                                        .mapToLong(TraceFile::step)
                                        .distinct()
                                        .count(),
                                "step")
                : RolloutText.number(shown) + " of " + RolloutText.count(all, "response");
        return lines.get().grouped()
                ? text + ", " + RolloutText.count(lines.get().groups(), "prompt")
                : text;
    }

    @Override
    public void close() {
        if (source != null) {
            source.close();
            source = null;
        }
        question.incrementAndGet();
        selected.set(-1);
        lines.set(RolloutLines.none());
        files.set(List.of());
        problem.set("");
        newSteps.set(0);
        busy.set(false);
        comparison.nothing();
    }

    private void reopen() {
        if (active && source == null && run.isPresent()) {
            source = new RolloutSource(run.get(), window);
            refresh();
        }
    }

    private void looked(RolloutSource.Looked looked) {
        boolean first = files.get().isEmpty();
        files.set(looked.files());
        comparison.over(source, looked.files());
        if (first && filter.get().equals(RolloutFilter.ALL)) {
            show(looked.newest());
        }
        RolloutFilter before = filter.get();
        wanted.flatMap(this::filterOf).ifPresent(filter::set);
        wanted = Optional.empty();
        if (filter.get().equals(before)) {
            ask();
        }
    }

    private Optional<RolloutFilter> filterOf(Place place) {
        return tracks().stream()
                .filter(track -> track.arm().equals(place.arm()) && track.seed() == place.seed())
                .findFirst()
                .map(track -> RolloutFilter.ALL.withTrack(Optional.of(track)).withSteps(Limits.only(place.step())));
    }

    private void first(RolloutSort wish) {
        toSelect = 0;
        boolean same = sort.get().equals(wish) && !grouped.get();
        grouped.set(false);
        sort.set(wish);
        if (same) {
            selectWished();
        }
    }

    /// Only the last question is answered.
    private void ask() {
        if (source == null || files.get().isEmpty()) {
            busy.set(false);
            return;
        }
        int number = question.incrementAndGet();
        busy.set(true);
        Reading whileWanted = (_, _) -> question.get() == number;
        source.order(
                files.get(),
                new RolloutSource.Question(filter.get(), sort.get(), grouped.get()),
                whileWanted,
                answer -> {
                    if (question.get() == number) {
                        busy.set(false);
                        problem.set(String.join("\n", answer.leftOut()));
                        show(answer.order());
                    }
                },
                this::failed);
    }

    private void show(RolloutOrder order) {
        Optional<Integer> kept = comparison.chosen().map(RolloutRow::id);
        RolloutLines shown = new RolloutLines(order, new RolloutPages(order.ids(), source::rows));
        if (!lines.get().sameAs(order)) {
            selected.set(-1);
            lines.set(shown);
            kept.map(lines.get()::find).filter(at -> at >= 0).ifPresent(selected::set);
        }
        selectWished();
    }

    private void selectWished() {
        if (toSelect >= 0 && toSelect < lines.get().size()) {
            selected.set(toSelect);
        }
        toSelect = -1;
    }

    private void failed(String sentence) {
        busy.set(false);
        problem.set(sentence);
    }
}
