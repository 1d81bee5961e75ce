package org.densepath.app.paint;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/// A node that a [Painting] fills: a canvas of the node's own size, drawn anew when the size changes or on
/// request.
public final class PaintedRegion extends Region {
    static {
        GlyphLayoutRace.avoid();
    }

    private final Canvas canvas = new Canvas();
    private FxTextMeasure measure = new FxTextMeasure();
    private double zoom = 1;
    private final Painting painting;

    /// Draws on `surface`, which is empty and `width` × `height` units large.
    @FunctionalInterface
    public interface Painting {
        void paint(CanvasSurface surface, double width, double height);
    }

    public PaintedRegion(Painting painting) {
        this.painting = painting;
        canvas.setManaged(false);
        canvas.setMouseTransparent(true);
        getChildren().add(canvas);
        setMinSize(0, 0);
    }

    /// Text sizes on this canvas.
    public FxTextMeasure measure() {
        return measure;
    }

    /// Draws texts with other sizes from now on.
    public void measureWith(FxTextMeasure other) {
        measure = other;
        repaint();
    }

    /// Draws a unit as so many of the node's own, text and lines sharp.
    public void zoom(double factor) {
        zoom = factor;
        repaint();
    }

    /// Draws anew in the next pulse.
    public void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (getWidth() >= 1 && getHeight() >= 1) {
            graphics.save();
            graphics.scale(zoom, zoom);
            painting.paint(new CanvasSurface(graphics, measure, zoom * scale()), getWidth() / zoom, getHeight() / zoom);
            graphics.restore();
        }
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null
                ? 1
                : getScene().getWindow().getRenderScaleX();
    }
}
