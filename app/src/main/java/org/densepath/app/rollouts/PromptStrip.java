package org.densepath.app.rollouts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.CurvePainter;
import org.densepath.paint.Extent;
import org.densepath.paint.NumberText;
import org.densepath.paint.Panel;
import org.densepath.paint.PanelLayout;
import org.densepath.paint.Pen;
import org.densepath.paint.Series;
import org.densepath.paint.Theme;
import org.densepath.run.query.PromptPoint;
import org.densepath.run.query.RolloutRow;

/// The returns of one prompt's responses over the steps, with the mean of each step; those that are read side by
/// side are marked. A click on a point puts its response beside the others.
final class PromptStrip extends StackPane {
    private static final double NEAR = 9;

    private final CompareViewModel model;
    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private final Tooltip reading = new Tooltip();
    private Optional<PanelLayout> layout = Optional.empty();

    PromptStrip(CompareViewModel model, ObservableValue<Appearance> appearance) {
        this.model = model;
        this.appearance = appearance;
        canvas.setId("prompt-strip");
        canvas.setAccessibleText("Returns of this prompt's responses over the steps");
        getChildren().add(canvas);
        canvas.setOnMouseMoved(event -> {
            Optional<PromptPoint> point = near(event.getX(), event.getY());
            canvas.setCursor(point.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
            point.ifPresent(here -> reading.setText(text(here)));
            if (point.isPresent()) {
                Tooltip.install(canvas, reading);
            } else {
                Tooltip.uninstall(canvas, reading);
            }
        });
        canvas.setOnMouseClicked(
                event -> near(event.getX(), event.getY()).ifPresent(point -> model.toggle(point.id())));
        model.points().subscribe(_ -> canvas.repaint());
        model.beside().subscribe(_ -> canvas.repaint());
        appearance.subscribe(_ -> canvas.repaint());
    }

    /// The figure of these points, for export as well.
    static CurveFigure figure(List<PromptPoint> points, String title) {
        Map<Long, double[]> means = new TreeMap<>();
        List<PromptPoint> byStep = points.stream()
                .filter(point -> Double.isFinite(point.totalReturn()))
                .sorted(java.util.Comparator.comparingLong(point -> point.file().step()))
                .toList();
        for (PromptPoint point : byStep) {
            double[] sum = means.computeIfAbsent(point.file().step(), _ -> new double[2]);
            sum[0] += point.totalReturn();
            sum[1]++;
        }
        Series dots = Series.scatter(
                "responses",
                byStep.stream().mapToDouble(point -> point.file().step()).toArray(),
                byStep.stream().mapToDouble(PromptPoint::totalReturn).toArray(),
                0);
        Series mean = Series.of(
                "mean of a step",
                means.keySet().stream().mapToDouble(step -> step).toArray(),
                means.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray(),
                1);
        Optional<Extent> steps = byStep.isEmpty()
                ? Optional.empty()
                : Optional.of(room(
                        byStep.getFirst().file().step(), byStep.getLast().file().step()));
        Panel panel = Panel.of("", "step", "return", List.of(dots, mean)).withRanges(steps, Optional.empty());
        return CurveFigure.of(title, List.of(panel));
    }

    /// So that points at the ends are whole.
    private static Extent room(long first, long last) {
        double beside = Math.max(0.5, 0.03 * (last - first));
        return new Extent(first - beside, last + beside);
    }

    private void paint(CanvasSurface surface, double width, double height) {
        layout = Optional.empty();
        if (model.points().get().isEmpty()) {
            return;
        }
        Theme theme = appearance.getValue().panelTheme(true);
        CurvePainter painter = new CurvePainter(
                figure(model.points().get(), ""), theme, canvas.measure(), width, OptionalDouble.of(height));
        painter.paint(surface);
        PanelLayout panel = painter.panels().getFirst();
        layout = Optional.of(panel);
        for (RolloutRow row : model.beside().get()) {
            double x = panel.x().place(row.file().step());
            double y = panel.y().place(row.totalReturn());
            boolean chosen = model.chosen().map(RolloutRow::id).equals(Optional.of(row.id()));
            ring(surface, x, y, Pen.solid(chosen ? theme.ink() : theme.muted(), chosen ? 2 : 1.4));
        }
    }

    private static void ring(CanvasSurface surface, double x, double y, Pen pen) {
        int corners = 24;
        double[] xs = new double[corners + 1];
        double[] ys = new double[corners + 1];
        for (int i = 0; i <= corners; i++) {
            xs[i] = x + 5 * Math.cos(2 * Math.PI * i / corners);
            ys[i] = y + 5 * Math.sin(2 * Math.PI * i / corners);
        }
        surface.polyline(xs, ys, corners + 1, pen);
    }

    private Optional<PromptPoint> near(double x, double y) {
        return layout.flatMap(panel -> model.points().get().stream()
                .filter(point -> distance(panel, point, x, y) < NEAR)
                .min(java.util.Comparator.comparingDouble(point -> distance(panel, point, x, y))));
    }

    private static double distance(PanelLayout panel, PromptPoint point, double x, double y) {
        double d =
                Math.hypot(panel.x().place(point.file().step()) - x, panel.y().place(point.totalReturn()) - y);
        return Double.isNaN(d) ? Double.MAX_VALUE : d;
    }

    private static String text(PromptPoint point) {
        String check = RolloutText.check(point.check());
        return "Step " + point.file().step() + ", sample " + (point.sample() + 1) + ": return "
                + NumberText.signed(point.totalReturn()) + ", " + RolloutText.count(point.length(), "token")
                + (check.isEmpty() ? "" : ", " + check);
    }
}
