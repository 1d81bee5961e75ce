package org.densepath.app.live;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;
import org.densepath.paint.Extent;

/// What a person has chosen to see of a run's curves: which charts, over what, how smooth, which part. Belongs to
/// the window's thread.
public final class ChartChoices {
    private final ObjectProperty<XAxis> axis = new SimpleObjectProperty<>(XAxis.STEP);
    private final DoubleProperty smoothing = new SimpleDoubleProperty(KeptChoices.DEFAULT.smoothing());
    private final BooleanProperty logX = new SimpleBooleanProperty();
    private final BooleanProperty logY = new SimpleBooleanProperty();
    private final ObjectProperty<ChartChoice> charts = new SimpleObjectProperty<>(ChartChoice.MAIN);
    private final ObservableSet<String> own = FXCollections.observableSet();
    private final ObservableSet<String> flipped = FXCollections.observableSet();
    private final Zooms zooms = new Zooms();
    private final Runnable changed;
    private boolean restoring;

    /// @param changed runs after each change
    ChartChoices(Runnable changed) {
        this.changed = changed;
        axis.subscribe((_, _) -> tell());
        smoothing.subscribe((_, _) -> tell());
        logX.subscribe((_, _) -> tell());
        logY.subscribe((_, _) -> tell());
        charts.subscribe((_, _) -> tell());
        own.addListener((SetChangeListener<String>) _ -> tell());
        flipped.addListener((SetChangeListener<String>) _ -> tell());
    }

    public ObjectProperty<XAxis> axis() {
        return axis;
    }

    /// Weight of the moving average, 0 (none) … 0.99.
    public DoubleProperty smoothing() {
        return smoothing;
    }

    public BooleanProperty logX() {
        return logX;
    }

    /// Whether y axes are logarithmic; [#flip] makes an exception of one chart.
    public BooleanProperty logY() {
        return logY;
    }

    public ObjectProperty<ChartChoice> charts() {
        return charts;
    }

    /// The charts that [ChartChoice#OWN] shows, by id.
    public ObservableSet<String> own() {
        return own;
    }

    public boolean shows(Chart chart) {
        return switch (charts.get()) {
            case MAIN -> chart.main();
            case ALL -> true;
            case OWN -> own.contains(chart.id());
        };
    }

    /// Makes or unmakes `chart` an exception from [#logY].
    public void flip(Chart chart) {
        if (!flipped.remove(chart.id())) {
            flipped.add(chart.id());
        }
    }

    public boolean isLog(Chart chart) {
        return logY.get() != flipped.contains(chart.id());
    }

    /// Shows the part of the x axis between two places, on all charts of this chart's stage.
    public void zoom(Chart chart, double from, double to) {
        zooms.across(chart, axis.get(), from, to);
        tell();
    }

    /// Shows a part of this chart's y axis.
    public void zoomUp(Chart chart, double from, double to) {
        zooms.up(chart, from, to);
        tell();
    }

    /// Shows all of this chart's axes again.
    public void resetZoom(Chart chart) {
        zooms.reset(chart, axis.get());
        tell();
    }

    public void resetZoom() {
        zooms.reset();
        tell();
    }

    /// Whether a part of any axis is shown.
    boolean zoomed() {
        return zooms.any(axis.get());
    }

    /// In steps, tokens or seconds; empty for all.
    Optional<Extent> zoom(Chart chart) {
        return zooms.across(chart, axis.get());
    }

    Optional<Extent> zoomUp(Chart chart) {
        return zooms.up(chart);
    }

    KeptChoices kept() {
        return new KeptChoices(
                charts.get(),
                own.stream().sorted().toList(),
                axis.get(),
                smoothing.get(),
                logX.get(),
                logY.get(),
                flipped.stream().sorted().toList(),
                zooms.kept());
    }

    /// In place of what is chosen; tells nobody.
    void restore(KeptChoices kept) {
        restoring = true;
        axis.set(kept.axis());
        smoothing.set(kept.smoothing());
        logX.set(kept.logX());
        logY.set(kept.logY());
        charts.set(kept.charts());
        own.clear();
        own.addAll(kept.own());
        flipped.clear();
        flipped.addAll(kept.flipped());
        zooms.restore(kept.zoom());
        restoring = false;
    }

    private void tell() {
        if (!restoring) {
            changed.run();
        }
    }
}
