package org.densepath.app.scores;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.Figure;
import org.densepath.paint.FigurePainter;

/// A figure without its title, which stands above it, as high as it is at its width; of no height while there is
/// none.
final class FigureSheet extends StackPane {
    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private Optional<? extends Figure> figure = Optional.empty();

    FigureSheet(String id, ObservableValue<Appearance> appearance) {
        this.appearance = appearance;
        canvas.setId(id);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setMinHeight(0);
        getChildren().add(canvas);
        managedProperty().bind(visibleProperty());
        appearance.subscribe(_ -> canvas.repaint());
        show(Optional.empty());
    }

    void show(Optional<? extends Figure> shown) {
        figure = shown;
        setVisible(shown.isPresent());
        canvas.setAccessibleText(shown.map(f -> "Chart of " + f.title()).orElse(""));
        requestLayout();
        canvas.repaint();
    }

    Optional<? extends Figure> figure() {
        return figure;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return figure.isEmpty() || width < 10 ? 10 : Math.ceil(painter(width).height());
    }

    private FigurePainter painter(double width) {
        return FigurePainter.of(
                figure.orElseThrow().withTitle(""),
                appearance.getValue().panelTheme(width < 420),
                canvas.measure(),
                width,
                OptionalDouble.empty());
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (figure.isPresent()) {
            painter(width).paint(surface);
        }
    }
}
