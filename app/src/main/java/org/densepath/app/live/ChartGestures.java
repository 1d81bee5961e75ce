package org.densepath.app.live;

import java.util.Comparator;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.densepath.paint.PanelLayout;

/// What a person does to a chart: point, drag a part to see it large, click a point, walk along it by keyboard.
final class ChartGestures {
    /// A press that moves less is a click.
    private static final double CLICK = 4;

    private static final Duration DOUBLE_CLICK = Duration.millis(260);

    private final ChartCell cell;
    private final Crosshair crosshair;
    private final LiveViewModel model;
    private final ChartCell.Deeds deeds;
    /// A click opens another page, so it waits whether a second one follows.
    private final PauseTransition click = new PauseTransition(DOUBLE_CLICK);

    private Optional<MouseEvent> pressed = Optional.empty();

    ChartGestures(ChartCell cell, Node canvas, Crosshair crosshair, LiveViewModel model, ChartCell.Deeds deeds) {
        this.cell = cell;
        this.crosshair = crosshair;
        this.model = model;
        this.deeds = deeds;
        canvas.setOnMouseMoved(event -> point(event, canvas));
        canvas.setOnMouseExited(_ -> pointNowhere());
        canvas.setOnMousePressed(event -> {
            canvas.requestFocus();
            pressed = inPlot(event) && event.getButton() == MouseButton.PRIMARY ? Optional.of(event) : Optional.empty();
        });
        canvas.setOnMouseDragged(this::drag);
        canvas.setOnMouseReleased(this::release);
        canvas.setOnKeyPressed(this::key);
        canvas.focusedProperty().subscribe(focused -> {
            if (!focused) {
                pointNowhere();
            }
        });
    }

    private void point(MouseEvent event, Node canvas) {
        boolean inside = inPlot(event);
        canvas.setCursor(inside ? Cursor.CROSSHAIR : Cursor.DEFAULT);
        if (inside) {
            pointAt(xAt(event.getX()));
        } else {
            pointNowhere();
        }
    }

    private void pointAt(double x) {
        cell.setPointed(true);
        model.pointer().set(Optional.of(new LiveViewModel.Pointer(cell.chart().stage(), x)));
    }

    private void pointNowhere() {
        cell.setPointed(false);
        model.pointer().set(Optional.empty());
    }

    private void drag(MouseEvent event) {
        if (pressed.isPresent() && moved(event)) {
            MouseEvent from = pressed.get();
            boolean box = event.isShiftDown();
            crosshair.drag(
                    cell.plot().orElseThrow(),
                    from.getX(),
                    event.getX(),
                    box ? from.getY() : Double.NaN,
                    box ? event.getY() : Double.NaN);
        }
    }

    private void release(MouseEvent event) {
        crosshair.endDrag();
        Optional<MouseEvent> from = pressed;
        pressed = Optional.empty();
        if (from.isEmpty() || cell.plot().isEmpty()) {
            return;
        }
        if (moved(from.get(), event)) {
            PanelLayout layout = cell.plot().get();
            double to = Math.clamp(event.getX(), layout.left(), layout.right());
            if (event.isShiftDown()) {
                model.choices()
                        .zoomUp(
                                cell.chart(),
                                layout.y().value(Math.clamp(from.get().getY(), layout.top(), layout.bottom())),
                                layout.y().value(Math.clamp(event.getY(), layout.top(), layout.bottom())));
            }
            model.choices().zoom(cell.chart(), xAt(from.get().getX()), xAt(to));
        } else if (event.getClickCount() == 2) {
            click.stop();
            model.choices().resetZoom(cell.chart());
        } else if (event.getClickCount() == 1) {
            double x = xAt(event.getX());
            click.setOnFinished(_ -> open(x, event.getY()));
            click.playFromStart();
        }
    }

    /// The rollouts of the curve nearest to the place.
    private void open(double x, double y) {
        PanelLayout layout = cell.plot().orElseThrow();
        cell.content().ifPresent(content -> content.traces().stream()
                .flatMap(trace -> trace.at(model.choices().axis().get(), x, Double.MAX_VALUE).stream()
                        .map(reading -> new Hit(trace, reading)))
                .min(Comparator.comparingDouble(hit -> distance(layout.y().place(hit.reading.drawn()), y)))
                .ifPresent(hit -> deeds.open(hit.trace, hit.reading.step())));
    }

    private record Hit(Trace trace, Trace.Reading reading) {}

    private static double distance(double place, double y) {
        return Double.isNaN(place) ? Double.MAX_VALUE : Math.abs(place - y);
    }

    private void key(KeyEvent event) {
        if (cell.plot().isEmpty() || cell.content().isEmpty()) {
            return;
        }
        PanelLayout layout = cell.plot().get();
        double unit = cell.content().get().unit().size();
        double low = layout.x().extent().low() * unit;
        double high = layout.x().extent().high() * unit;
        double x = model.pointer().get().map(LiveViewModel.Pointer::x).orElse(Double.NaN);
        switch (event.getCode()) {
            case LEFT -> pointAt(next(x, -1, low, high));
            case RIGHT -> pointAt(next(x, 1, low, high));
            case HOME -> pointAt(low);
            case END -> pointAt(high);
            case ENTER -> {
                if (!Double.isNaN(x)) {
                    open(x, layout.top());
                }
            }
            case PLUS, ADD, EQUALS -> {
                double middle = Double.isNaN(x) ? (low + high) / 2 : x;
                double half = (high - low) / 4;
                model.choices().zoom(cell.chart(), Math.max(low, middle - half), Math.min(high, middle + half));
            }
            case MINUS, SUBTRACT, DIGIT0, NUMPAD0 -> model.choices().resetZoom(cell.chart());
            default -> {
                return;
            }
        }
        event.consume();
    }

    /// The next point of the first curve.
    private double next(double x, int by, double low, double high) {
        XAxis axis = model.choices().axis().get();
        if (Double.isNaN(x) || cell.content().get().traces().isEmpty()) {
            return by > 0 ? low : high;
        }
        Curve curve =
                cell.content().get().traces().getFirst().seeds().getFirst().curve();
        int at = Math.clamp(curve.nearest(axis, x) + (long) by, 0, curve.size() - 1);
        return Math.clamp(curve.x(axis, at), low, high);
    }

    private boolean inPlot(MouseEvent event) {
        return cell.plot()
                .filter(layout -> layout.contains(event.getX(), event.getY()))
                .isPresent();
    }

    private double xAt(double place) {
        PanelLayout layout = cell.plot().orElseThrow();
        return layout.x().value(Math.clamp(place, layout.left(), layout.right()))
                * cell.content().orElseThrow().unit().size();
    }

    private boolean moved(MouseEvent event) {
        return moved(pressed.orElseThrow(), event);
    }

    private static boolean moved(MouseEvent from, MouseEvent to) {
        return Math.abs(to.getX() - from.getX()) > CLICK;
    }
}
