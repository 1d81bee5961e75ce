package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.densepath.paint.Panel;
import org.densepath.paint.PanelLayout;
import org.densepath.paint.Theme;

/// What lies over a chart while a pointer is about: the line, a dot on each curve, their values, and the part
/// that is being dragged. Nodes of their own, so that a moving pointer does not draw the curves anew.
final class Crosshair extends Pane {
    private static final double DOT = 3.5;
    /// How near a warning's sign the pointer must be to read its sentence.
    private static final double NEAR = 7;

    private final Line line = new Line();
    private final Rectangle dragged = new Rectangle();
    private final List<Circle> dots = new ArrayList<>();
    private final ReadingBox box = new ReadingBox();

    Crosshair() {
        setMouseTransparent(true);
        line.getStyleClass().add("crosshair");
        dragged.getStyleClass().add("zoom-part");
        getChildren().addAll(dragged, line, box);
        hide();
        dragged.setVisible(false);
    }

    void hide() {
        line.setVisible(false);
        box.setVisible(false);
        dots.forEach(dot -> dot.setVisible(false));
    }

    /// @param x in the panel's units @param own whether the pointer is on this very chart
    void show(PanelLayout layout, double x, List<Trace.Reading> readings, AxisUnit unit, boolean own, Theme theme) {
        double place = layout.x().place(x);
        if (!(place >= layout.left() - 0.5 && place <= layout.right() + 0.5) || readings.isEmpty()) {
            hide();
            return;
        }
        line.setVisible(true);
        double pixel = Math.floor(place) + 0.5;
        line.setStartX(pixel);
        line.setEndX(pixel);
        line.setStartY(layout.top());
        line.setEndY(layout.bottom());
        dots(layout, readings, unit, theme);
        box.setVisible(own);
        if (own) {
            box.show(
                    where(readings.getFirst(), unit),
                    readings,
                    sentence(layout, place).orElse(""),
                    theme);
            box.applyCss();
            box.autosize();
            move(layout, place, readings);
        }
    }

    /// Beside the line, where the curves are not.
    private void move(PanelLayout layout, double place, List<Trace.Reading> readings) {
        boolean left = place > (layout.left() + layout.right()) / 2;
        double x = left ? place - box.getWidth() - 10 : place + 10;
        double middle = readings.stream()
                .mapToDouble(reading -> layout.y().place(reading.drawn()))
                .filter(Double::isFinite)
                .average()
                .orElse(layout.bottom());
        boolean below = middle < (layout.top() + layout.bottom()) / 2;
        double y = below ? layout.bottom() - box.getHeight() - 3 : layout.top() + 3;
        box.relocate(
                Math.clamp(x, 0, Math.max(0, getWidth() - box.getWidth())),
                Math.clamp(y, 0, Math.max(0, getHeight() - box.getHeight())));
    }

    /// The part from `fromX` to `toX`, all of the height where `fromY` is NaN.
    void drag(PanelLayout layout, double fromX, double toX, double fromY, double toY) {
        boolean whole = Double.isNaN(fromY);
        double left = Math.max(layout.left(), Math.min(fromX, toX));
        double right = Math.min(layout.right(), Math.max(fromX, toX));
        double top = whole ? layout.top() : Math.max(layout.top(), Math.min(fromY, toY));
        double bottom = whole ? layout.bottom() : Math.min(layout.bottom(), Math.max(fromY, toY));
        dragged.setX(left);
        dragged.setWidth(Math.max(0, right - left));
        dragged.setY(top);
        dragged.setHeight(Math.max(0, bottom - top));
        dragged.setVisible(true);
    }

    void endDrag() {
        dragged.setVisible(false);
    }

    private void dots(PanelLayout layout, List<Trace.Reading> readings, AxisUnit unit, Theme theme) {
        while (dots.size() < readings.size()) {
            Circle dot = new Circle(DOT);
            dot.getStyleClass().add("crosshair-dot");
            dots.add(dot);
            getChildren().add(getChildren().size() - 1, dot);
        }
        for (int i = 0; i < dots.size(); i++) {
            Circle dot = dots.get(i);
            boolean shown = false;
            if (i < readings.size()) {
                double x = layout.x().place(readings.get(i).x() / unit.size());
                double y = layout.y().place(readings.get(i).drawn());
                shown = layout.contains(x, y);
                if (shown) {
                    dot.setCenterX(x);
                    dot.setCenterY(y);
                    dot.setFill(ReadingBox.colour(theme.series(readings.get(i).colour())));
                }
            }
            dot.setVisible(shown);
        }
    }

    private static Optional<String> sentence(PanelLayout layout, double place) {
        return layout.panel().signs().stream()
                .filter(sign -> Math.abs(layout.x().place(sign.x()) - place) <= NEAR)
                .map(Panel.Sign::label)
                .distinct()
                .findFirst();
    }

    static String where(Trace.Reading reading, AxisUnit unit) {
        String step = "step " + reading.step();
        return unit.label().equals("step")
                ? step
                : step + " · " + org.densepath.paint.NumberText.plain(reading.x() / unit.size()) + " "
                        + unit.label().replace("time at work (", "").replace(")", "");
    }
}
