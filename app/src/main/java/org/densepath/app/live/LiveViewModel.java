package org.densepath.app.live;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.densepath.app.settings.Preferences;

/// The curves of the shown run, and of those laid over it. What a person chooses is kept for each run. Belongs to
/// the window's thread.
public final class LiveViewModel {
    private final RunViewModel run;
    private final Preferences preferences;
    private final Overlays overlays;
    private final ChartChoices choices = new ChartChoices(this::chosen);
    private final Map<Path, ShownRun> others = new LinkedHashMap<>();
    private final ObservableList<Path> overlaid = FXCollections.observableArrayList();
    private final StringProperty enlarged = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<Chart>> charts = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper zoomed = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Optional<Pointer>> pointer = new SimpleObjectProperty<>(Optional.empty());
    private final LongProperty revision = new SimpleLongProperty();
    private final StringProperty problem = new SimpleStringProperty("");
    private ShownRun shown = new ShownRun(RunSnapshot.NOTHING);
    private List<Chart> available = List.of();

    /// Where the pointer is: on charts of `stage`, at `x` in the axis' own units.
    public record Pointer(String stage, double x) {}

    public LiveViewModel(RunViewModel run, Preferences preferences, Overlays overlays) {
        this.run = run;
        this.preferences = preferences;
        this.overlays = overlays;
        overlays.heardBy(this::overlaid, problem::set);
        choices.axis().subscribe((_, _) -> pointer.set(Optional.empty()));
        run.run().subscribe(this::show);
    }

    public RunViewModel run() {
        return run;
    }

    public ChartChoices choices() {
        return choices;
    }

    /// The id of the chart that is shown alone, or empty.
    public StringProperty enlarged() {
        return enlarged;
    }

    public ObjectProperty<Optional<Pointer>> pointer() {
        return pointer;
    }

    /// The charts on the page, in their order.
    public ReadOnlyObjectProperty<List<Chart>> charts() {
        return charts.getReadOnlyProperty();
    }

    /// All charts that the shown runs could fill.
    public List<Chart> available() {
        return available;
    }

    /// Whether a part of any axis is shown.
    public ReadOnlyBooleanProperty zoomed() {
        return zoomed.getReadOnlyProperty();
    }

    /// Changes whenever charts are to be drawn anew.
    public ReadOnlyLongProperty revision() {
        return revision;
    }

    /// A sentence about a run that cannot be laid over; empty when all is well.
    public StringProperty problem() {
        return problem;
    }

    /// The runs laid over the shown one.
    public ObservableList<Path> overlaid() {
        return FXCollections.unmodifiableObservableList(overlaid);
    }

    /// Lays the curves of these runs over the shown one, in place of those laid over it before.
    public void overlay(List<Path> folders) {
        List<Path> wanted = folders.stream()
                .filter(folder -> !shown.snapshot().folder().equals(Optional.of(folder)))
                .distinct()
                .toList();
        problem.set("");
        overlaid.setAll(wanted);
        others.keySet().retainAll(wanted);
        overlays.read(wanted);
        changed();
    }

    /// Lays a run over the shown one, or takes it away again.
    public void switchOverlay(Path folder) {
        List<Path> wanted = new ArrayList<>(overlaid);
        if (!wanted.remove(folder)) {
            wanted.add(folder);
        }
        overlay(wanted);
    }

    /// The chart as a screen shows it.
    ChartContent content(Chart chart) {
        return maker(chart, false).make(chart);
    }

    /// The chart with every point, for files and the clipboard.
    ChartContent wholeContent(Chart chart) {
        return maker(chart, true).make(chart);
    }

    /// The shown run first.
    List<ShownRun> runs() {
        List<ShownRun> runs = new ArrayList<>(List.of(shown));
        runs.addAll(others.values());
        return runs;
    }

    private ChartMaker maker(Chart chart, boolean every) {
        XAxis axis = choices.axis().get();
        double largest = 0;
        for (ShownRun one : runs()) {
            for (Curve curve : one.snapshot().curves()) {
                if (curve.size() > 0 && curve.key().metric().startsWith(chart.stage() + "/")) {
                    largest = Math.max(largest, curve.x(axis, curve.size() - 1));
                }
            }
        }
        ChartLook look = new ChartLook(
                axis,
                AxisUnit.of(axis, largest),
                choices.smoothing().get(),
                choices.logX().get(),
                choices.isLog(chart),
                choices.zoom(chart),
                choices.zoomUp(chart),
                every);
        return new ChartMaker(runs(), look);
    }

    private void show(RunSnapshot now) {
        if (now.folder().equals(shown.snapshot().folder())) {
            shown.update(now);
        } else {
            shown = new ShownRun(now);
            enlarged.set("");
            pointer.set(Optional.empty());
            choices.restore(KeptChoices.of(now.folder().flatMap(folder -> preferences.text(key(folder)))));
            now.folder().ifPresent(folder -> {
                others.remove(folder);
                overlaid.remove(folder);
            });
        }
        changed();
    }

    private void overlaid(RunSnapshot snapshot) {
        Path folder = snapshot.folder().orElseThrow();
        if (overlaid.contains(folder)) {
            others.computeIfAbsent(folder, _ -> new ShownRun(snapshot)).update(snapshot);
            changed();
        }
    }

    private void chosen() {
        shown.snapshot()
                .folder()
                .ifPresent(folder -> preferences.put(key(folder), choices.kept().text()));

        changed();
    }

    private void changed() {
        Set<String> metrics = runs().stream()
                .flatMap(one -> one.snapshot().curves().stream())
                .filter(curve -> curve.size() > 0)
                .map(curve -> curve.key().metric())
                .collect(Collectors.toSet());
        available = ChartCatalogue.of(metrics);
        List<Chart> now = available.stream().filter(choices::shows).toList();
        if (!now.equals(charts.get())) {
            charts.set(now);
        }
        if (available.stream().noneMatch(chart -> chart.id().equals(enlarged.get()))) {
            enlarged.set("");
        }
        zoomed.set(choices.zoomed());
        revision.set(revision.get() + 1);
    }

    private static String key(Path folder) {
        return "live." + folder.getFileName();
    }
}
