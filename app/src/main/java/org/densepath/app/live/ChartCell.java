package org.densepath.app.live;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.control.ProseTooltip;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.CurvePainter;
import org.densepath.paint.PanelLayout;
import org.densepath.paint.Theme;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/// One chart: its name with its meaning, its buttons, and its curves, which are drawn only while they are seen.
final class ChartCell extends BorderPane {
    private static final double NARROW = 420;

    private final Chart chart;
    private final LiveViewModel model;
    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private final Crosshair crosshair = new Crosshair();
    private final Label unit = new Label();
    private final Label reading = new Label();
    private final boolean large;
    private ChartContent content;
    private PanelLayout layout;
    private boolean seen;
    private boolean stale = true;
    private boolean pointed;

    /// What the buttons of a chart do.
    interface Deeds {
        /// Shows the chart alone, or all again.
        void enlarge(Chart chart);

        void copyValues(Chart chart);

        void export(Chart chart);

        /// Opens the rollouts of the step.
        void open(Trace trace, long step);
    }

    ChartCell(Chart chart, LiveViewModel model, ObservableValue<Appearance> appearance, Deeds deeds, boolean large) {
        this.chart = chart;
        this.model = model;
        this.appearance = appearance;
        this.large = large;
        getStyleClass().add("chart");
        setId((large ? "large-" : "chart-") + chart.id().replace('/', '-'));
        setTop(header(deeds));
        canvas.setId("plot-" + chart.id().replace('/', '-'));
        canvas.setFocusTraversable(true);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.getStyleClass().add("plot");
        setCenter(new StackPane(canvas, crosshair));
        new ChartGestures(this, canvas, crosshair, model, deeds);
        setMinSize(0, 0);
    }

    Chart chart() {
        return chart;
    }

    Optional<ChartContent> content() {
        return Optional.ofNullable(content);
    }

    Optional<PanelLayout> plot() {
        return Optional.ofNullable(layout);
    }

    /// What is to be drawn has changed.
    void refresh() {
        stale = true;
        if (seen) {
            update();
        }
    }

    /// Whether the chart is within what is seen of the page.
    void setSeen(boolean now) {
        seen = now;
        if (seen && stale) {
            update();
        }
    }

    /// Makes keys go to this chart.
    void takeFocus() {
        canvas.requestFocus();
    }

    /// Whether the pointer is on this very chart.
    void setPointed(boolean now) {
        pointed = now;
    }

    /// Draws the crosshair where the model's pointer is.
    void point() {
        Optional<LiveViewModel.Pointer> at =
                model.pointer().get().filter(p -> p.stage().equals(chart.stage()));
        if (!seen || at.isEmpty() || layout == null || content == null) {
            crosshair.hide();
            reading.setText("");
            return;
        }
        List<Trace.Reading> readings = readings(at.get().x());
        reading.setText(pointed ? "" : ReadingBox.brief(readings));
        crosshair.show(layout, at.get().x() / content.unit().size(), readings, content.unit(), pointed, theme());
        if (pointed && !readings.isEmpty()) {
            canvas.setAccessibleText(
                    ReadingBox.spoken(chart.title(), Crosshair.where(readings.getFirst(), content.unit()), readings));
        }
    }

    /// The values at `x`, in the axis' own units.
    List<Trace.Reading> readings(double x) {
        double tolerance = layout == null
                ? 0
                : 0.01 * layout.x().extent().span() * content.unit().size();
        return Stream.concat(
                        content.traces().stream()
                                .flatMap(
                                        trace -> trace.at(model.choices().axis().get(), x, tolerance).stream()),
                        content.scores().stream()
                                .filter(score -> Math.abs(score.x() - x) <= 2 * tolerance)
                                .map(FinalScore::reading))
                .toList();
    }

    private HBox header(Deeds deeds) {
        Label title = new Label(chart.title());
        title.getStyleClass().add("chart-title");
        title.setMinWidth(0);
        title.setTooltip(new ProseTooltip(chart.explained()));
        unit.setText(chart.unit());
        unit.getStyleClass().add("chart-unit");
        unit.setMinWidth(0);
        reading.getStyleClass().add("chart-reading");
        reading.setMinWidth(0);
        reading.managedProperty().bind(reading.visibleProperty());
        reading.visibleProperty().bind(reading.textProperty().isNotEmpty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button log = button("log", MaterialDesignM.MATH_LOG, "Logarithmic or linear y axis of this chart");
        log.setOnAction(_ -> model.choices().flip(chart));
        Button copy = button("copy", MaterialDesignC.CONTENT_COPY, "Copy this chart's values as a table (CSV)");
        copy.setOnAction(_ -> deeds.copyValues(chart));
        Button export = button("export", MaterialDesignE.EXPORT_VARIANT, "Export this chart as a figure");
        export.setOnAction(_ -> deeds.export(chart));
        Button enlarge = large
                ? button("enlarge", MaterialDesignA.ARROW_COLLAPSE, "Show all charts again (Escape)")
                : button("enlarge", MaterialDesignA.ARROW_EXPAND, "Show this chart alone, large");
        enlarge.setOnAction(_ -> deeds.enlarge(chart));
        HBox buttons = new HBox(log, copy, export, enlarge);
        buttons.getStyleClass().add("chart-buttons");
        unit.visibleProperty().bind(reading.visibleProperty().not());
        unit.managedProperty().bind(unit.visibleProperty());
        buttons.managedProperty().bind(reading.visibleProperty().not());
        HBox header = new HBox(7, title, unit, gap, reading, buttons);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("chart-header");
        return header;
    }

    private Button button(String what, Ikon icon, String does) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(what + "-" + getId());
        button.getStyleClass().addAll("button-icon", "flat", "chart-button");
        button.setTooltip(new Tooltip(does));
        button.setAccessibleText(does + ": " + chart.title());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void update() {
        stale = false;
        content = model.content(chart);
        canvas.setAccessibleText("Chart of " + chart.title() + ", "
                + content.traces().size() + (content.traces().size() == 1 ? " curve" : " curves"));
        canvas.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (content == null) {
            return;
        }
        CurvePainter painter = new CurvePainter(
                new CurveFigure(
                        "",
                        List.of(content.panel()
                                .bare(large || model.choices().axis().get() != XAxis.STEP)),
                        1,
                        ""),
                theme(),
                canvas.measure(),
                width,
                OptionalDouble.of(height));
        painter.paint(surface);
        layout = painter.panels().getFirst();
        if (model.pointer().get().isPresent()) {
            // painting is part of a layout pass, in which other nodes must not change
            Platform.runLater(this::point);
        }
    }

    private Theme theme() {
        return appearance.getValue().panelTheme(getWidth() < NARROW);
    }
}
