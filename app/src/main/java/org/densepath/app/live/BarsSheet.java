package org.densepath.app.live;

import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.densepath.app.paint.Appearance;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.app.paint.PaintedRegion;
import org.densepath.paint.BarFigure;
import org.densepath.paint.BarPainter;

/// Bars, as high as they are at their width; of no height while there are none.
final class BarsSheet extends StackPane {
    private final ObservableValue<Appearance> appearance;
    private final PaintedRegion canvas = new PaintedRegion(this::paint);
    private Optional<BarFigure> figure = Optional.empty();

    BarsSheet(String id, ObservableValue<Appearance> appearance) {
        this.appearance = appearance;
        canvas.setId(id);
        canvas.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        canvas.setMinHeight(0);
        getChildren().add(canvas);
        managedProperty().bind(visibleProperty());
        appearance.subscribe(_ -> canvas.repaint());
        show(Optional.empty());
    }

    void show(Optional<BarFigure> bars) {
        figure = bars;
        setVisible(bars.isPresent());
        canvas.setAccessibleText(bars.map(b -> "Bars of " + b.title()).orElse(""));
        requestLayout();
        canvas.repaint();
    }

    Optional<BarFigure> figure() {
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

    private BarPainter painter(double width) {
        return new BarPainter(
                figure.orElseThrow(), appearance.getValue().panelTheme(width < 420), canvas.measure(), width);
    }

    private void paint(CanvasSurface surface, double width, double height) {
        if (figure.isPresent()) {
            painter(width).paint(surface);
        }
    }
}
