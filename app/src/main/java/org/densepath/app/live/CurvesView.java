package org.densepath.app.live;

import java.util.List;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.CurvePainter;
import org.densepath.paint.NumberText;
import org.densepath.paint.Panel;
import org.densepath.paint.PanelLayout;
import org.densepath.paint.Pen;
import org.densepath.paint.Series;
import org.densepath.paint.Theme;

/// The main metrics as curves. The pointer's step is read off all of them at once.
public final class CurvesView extends BorderPane {
    private static final double NARROW = 640;

    private final RunViewModel model;
    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private final Label reading = new Label();
    private final Label empty = new Label("Curves appear here as soon as the first step is done.");
    private List<Panel> panels = List.of();
    private List<PanelLayout> layouts = List.of();
    private OptionalDouble pointed = OptionalDouble.empty();

    public CurvesView(RunViewModel model, ObjectProperty<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        getStyleClass().add("card");
        Label title = new Label("Training curves");
        title.getStyleClass().add("card-title");
        reading.getStyleClass().add("muted");
        reading.setId("curve-reading");
        reading.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(12, title, gap, reading);
        header.setAlignment(Pos.BASELINE_LEFT);
        header.setPadding(new Insets(0, 0, 6, 0));
        setTop(header);

        empty.getStyleClass().add("muted");
        canvas.setId("curves");
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        // the painter's own margin, so that charts and headings share their left edge
        StackPane.setMargin(canvas, new Insets(0, -6, -4, -6));
        setCenter(new StackPane(canvas, empty));
        canvas.setOnMouseMoved(event -> point(event.getX(), event.getY()));
        canvas.setOnMouseExited(_ -> pointNowhere());
        model.run().subscribe(_ -> update());
        appearance.subscribe(_ -> canvas.repaint());
    }

    private void update() {
        panels = model.panels();
        empty.setVisible(panels.isEmpty());
        canvas.setAccessibleText(
                panels.isEmpty()
                        ? empty.getText()
                        : "Curves of "
                                + String.join(
                                        ", ", panels.stream().map(Panel::title).toList()));
        canvas.repaint();
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (panels.isEmpty()) {
            layouts = List.of();
            return;
        }
        Theme theme = appearance.getValue().panelTheme(width < NARROW);
        int columns = panels.size() == 4 ? 2 : Math.min(3, panels.size());
        CurvePainter painter = painter(panels, columns, theme, width, height);
        if (painter.height() > height + 1) {
            // half a chart says nothing: one row of whole ones instead
            painter = painter(panels.subList(0, columns), columns, theme, width, height);
        }
        painter.paint(surface);
        layouts = painter.panels();
        pointed.ifPresent(step -> {
            for (PanelLayout layout : layouts) {
                double x = layout.x().place(step);
                if (x >= layout.left() && x <= layout.right()) {
                    surface.line(x, layout.top(), x, layout.bottom(), Pen.solid(theme.muted(), 1));
                }
            }
        });
    }

    private CurvePainter painter(List<Panel> shown, int columns, Theme theme, double width, double height) {
        return new CurvePainter(
                new CurveFigure("", shown, columns, ""), theme, canvas.measure(), width, OptionalDouble.of(height));
    }

    private void point(double x, double y) {
        for (int i = 0; i < layouts.size(); i++) {
            PanelLayout layout = layouts.get(i);
            if (layout.contains(x, y) && !layout.panel().series().isEmpty()) {
                double step = Math.rint(layout.x().value(x));
                pointed = OptionalDouble.of(step);
                reading.setText(reading(panels.get(Math.min(i, panels.size() - 1)), step));
                canvas.repaint();
                return;
            }
        }
        pointNowhere();
    }

    private void pointNowhere() {
        if (pointed.isPresent()) {
            pointed = OptionalDouble.empty();
            reading.setText("");
            canvas.repaint();
        }
    }

    private static String reading(Panel panel, double step) {
        StringBuilder text = new StringBuilder(panel.title() + " at step " + (long) step + ":");
        for (Series series : panel.series()) {
            // the raw measurement: the smoothed curve is a guide for the eye
            if (series.emphasis() == Series.Emphasis.FAINT || panel.series().size() == 1 || series.x().length < 12) {
                text.append(' ').append(series.name()).append(' ').append(NumberText.plain(value(series, step)));
            }
        }
        return text.toString();
    }

    private static double value(Series series, double step) {
        int at = java.util.Arrays.binarySearch(series.x(), step);
        int near = at >= 0 ? at : Math.clamp(-at - 1L, 0, series.x().length - 1);
        return series.y()[near];
    }
}
