package org.densepath.app.tokens;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.densepath.BadInputException;
import org.densepath.app.live.Place;
import org.densepath.app.settings.Preferences;
import org.densepath.run.RunFolder;
import org.densepath.run.TraceRow;
import org.densepath.run.Track;

/// The responses of a kept step, which of them is shown, and how. Belongs to the window's thread.
public final class TokensViewModel {
    private final TraceLoader loader;
    private final HeatmapSettings settings;
    private final GroupingSearch groupings;
    private final TokenSelection selection = new TokenSelection();
    private final ReadOnlyObjectWrapper<StepTrace> step = new ReadOnlyObjectWrapper<>(StepTrace.NONE);
    private final ReadOnlyObjectWrapper<KeptSteps> kept = new ReadOnlyObjectWrapper<>(KeptSteps.NONE);
    private final ResponseList responses = new ResponseList();
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<String> problem = new ReadOnlyObjectWrapper<>("");
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private Optional<Path> newest = Optional.empty();
    /// The run that is shown or being read.
    private Optional<Path> run = Optional.empty();
    /// Another run that was asked for, until the window shows it.
    private Optional<Path> awaited = Optional.empty();
    /// The response to choose once its step is read.
    private Optional<Place> wanted = Optional.empty();
    private Consumer<Path> opener = _ -> {};

    public TokensViewModel(TraceLoader loader, Preferences preferences) {
        this.loader = loader;
        this.settings = new HeatmapSettings(preferences);
        this.groupings = new GroupingSearch(loader, settings, this::response, this::show);
        following.subscribe(now -> {
            if (now) {
                newest.ifPresent(this::read);
            }
        });
        settings.all().forEach(choice -> choice.subscribe(_ -> show()));
        responses.selected().subscribe(_ -> {
            selection.clear();
            show();
        });
    }

    /// @param other shows another run's folder in the window
    public void opensRunsBy(Consumer<Path> other) {
        opener = other;
    }

    /// The run has this newest trace; empty when it has none (another run is shown).
    public void newest(Optional<Path> file) {
        Optional<Path> ofRun = file.flatMap(TokensViewModel::runOf);
        if (file.equals(newest) || awaited.isPresent() && !awaited.equals(ofRun)) {
            return;
        }
        newest = file;
        boolean otherRun = !ofRun.equals(run);
        awaited = Optional.empty();
        if (otherRun) {
            run = ofRun;
            wanted = Optional.empty();
            show(StepTrace.NONE);
            following.set(true);
        }
        if (following.get()) {
            newest.ifPresent(this::read);
        } else if (file.map(Path::getParent)
                .equals(Optional.ofNullable(kept.get().folder()))) {
            file.ifPresent(path -> kept.set(kept.get().with(path)));
        }
    }

    /// Shows this response of a kept step, of whichever run; with the cursor at its token where one is meant.
    public void open(Place place) {
        Path folder = place.run().toAbsolutePath().normalize();
        try {
            Path file = RunFolder.open(folder).rollouts(new Track("dpr", place.arm(), place.seed()), place.step());
            following.set(false);
            if (!Optional.of(folder).equals(run)) {
                run = Optional.of(folder);
                awaited = run;
                newest = Optional.empty();
                opener.accept(folder);
            }
            wanted = Optional.of(place);
            read(file);
        } catch (BadInputException e) {
            problem.set(e.getMessage());
        }
    }

    /// Shows another kept step of the same arm and seed.
    public void go(long other) {
        kept.get().file(other).ifPresent(file -> {
            following.set(false);
            read(file);
        });
    }

    /// Shows the newest kept step of another arm.
    public void go(KeptSteps.Arm arm) {
        KeptSteps there = KeptSteps.of(kept.get().run(), arm.name(), arm.seed());
        if (!there.files().isEmpty() && !arm.equals(kept.get().shown())) {
            following.set(false);
            read(there.files().lastEntry().getValue());
        }
    }

    /// A person has chosen a response: it stays, whatever is sampled meanwhile.
    public void choose(int index) {
        if (index >= 0 && index < rows().get().size() && index != selected().get()) {
            selected().set(index);
            following.set(false);
        }
    }

    public HeatmapSettings settings() {
        return settings;
    }

    public ObjectProperty<TokenLayer> layer() {
        return settings.layer();
    }

    public TokenSelection selection() {
        return selection;
    }

    /// The step whose responses are shown.
    public ReadOnlyObjectProperty<StepTrace> step() {
        return step.getReadOnlyProperty();
    }

    /// The steps there are to choose from.
    public ReadOnlyObjectProperty<KeptSteps> kept() {
        return kept.getReadOnlyProperty();
    }

    public ResponseList responses() {
        return responses;
    }

    /// See [ResponseList#rows].
    public ReadOnlyObjectProperty<List<TraceRow>> rows() {
        return responses.rows();
    }

    /// See [ResponseList#selected].
    public IntegerProperty selected() {
        return responses.selected();
    }

    /// What the heatmap draws; empty when there is no response to show.
    public ReadOnlyObjectProperty<Optional<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    GroupingSearch groupings() {
        return groupings;
    }

    /// Why the trace cannot be shown, or empty.
    public ReadOnlyObjectProperty<String> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Whether the newest step is always shown.
    public BooleanProperty following() {
        return following;
    }

    /// The shown run's folder.
    public Optional<Path> run() {
        return run;
    }

    public Optional<TraceRow> response() {
        return responses.response();
    }

    private void read(Path file) {
        loader.step(
                file,
                (path, loaded) -> {
                    // the run may have changed while it was read
                    if (runOf(path).equals(run)) {
                        show(loaded);
                    }
                },
                problem::set);
    }

    void show(StepTrace loaded) {
        problem.set("");
        groupings.show(loaded);
        step.set(loaded);
        kept.set(loaded.kept());
        List<TokenLayer> layers = TokenLayer.in(loaded);
        if (!layers.isEmpty() && !layers.contains(layer().get())) {
            layer().set(TokenLayer.REWARD);
        }
        responses.show(loaded.rows());
        wanted.filter(place -> place.step() == loaded.step()).ifPresent(place -> {
            wanted = Optional.empty();
            responses.choose(place.promptIndex(), place.sample());
            boolean there = response()
                    .filter(row -> place.token() < row.responseLength())
                    .isPresent();
            if (place.token() >= 0 && there) {
                selection.go(place.token());
            }
        });
    }

    private void show() {
        Optional<TraceRow> row = response();
        if (row.isPresent() && !groupings.ready(row.get())) {
            // until they are found the text stands as it did
            return;
        }
        shown.set(row.map(one -> Shown.of(one, step.get(), groupings.credit(), settings)));
        row.ifPresent(groupings::seekOthers);
    }

    private static Optional<Path> runOf(Path file) {
        return KeptSteps.runOf(file)
                .or(() -> Optional.ofNullable(file.toAbsolutePath().getParent()));
    }
}
