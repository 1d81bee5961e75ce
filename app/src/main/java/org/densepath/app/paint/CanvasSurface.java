package org.densepath.app.paint;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.densepath.paint.Ink;
import org.densepath.paint.Pen;
import org.densepath.paint.Surface;
import org.densepath.paint.TextMeasure;
import org.densepath.paint.TextStyle;

/// A surface over the canvas of the screen. Filled rectangles are moved to whole pixels, as on
/// [org.densepath.paint.Graphics2DSurface], so that neighbours meet without a seam.
public final class CanvasSurface implements Surface {
    /// In widths of the line.
    private static final double DASH = 4;

    private static final double GAP = 3;

    private final GraphicsContext graphics;
    private final FxTextMeasure measure;
    private final double pixel;
    private final Map<Ink, Color> colours = new HashMap<>();

    /// @param scale the screen's pixels a unit
    public CanvasSurface(GraphicsContext graphics, FxTextMeasure measure, double scale) {
        this.graphics = graphics;
        this.measure = measure;
        this.pixel = 1 / scale;
    }

    @Override
    public TextMeasure measure() {
        return measure;
    }

    @Override
    public double pixel() {
        return pixel;
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Ink ink) {
        double left = snapped(x);
        double top = snapped(y);
        double right = Math.max(snapped(x + width), left + pixel);
        double bottom = Math.max(snapped(y + height), top + pixel);
        graphics.setFill(colour(ink));
        graphics.fillRect(left, top, right - left, bottom - top);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        if (x1 == x2 || y1 == y2) {
            if (pen.dashed()) {
                dashes(x1, y1, x2, y2, pen);
            } else {
                straight(x1, y1, x2, y2, pen);
            }
            return;
        }
        take(pen);
        graphics.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void polyline(double[] x, double[] y, int points, Pen pen) {
        if (points > 1) {
            take(pen);
            graphics.strokePolyline(x, y, points);
        }
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int points, Ink ink) {
        if (points > 2) {
            graphics.setFill(colour(ink));
            graphics.fillPolygon(x, y, points);
        }
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Ink ink) {
        graphics.setFill(colour(ink));
        if (ShapedText.is(text)) {
            ShapedText.fill(graphics, measure.outline(text, style), x, snapped(baseline));
        } else {
            graphics.setFont(measure.font(style));
            graphics.fillText(text, x, snapped(baseline));
        }
    }

    @Override
    public void clip(double x, double y, double width, double height, Runnable inside) {
        // on whole pixels: anything else is a mask, for which each shape is drawn twice
        double left = Math.floor(x / pixel) * pixel;
        double top = Math.floor(y / pixel) * pixel;
        double right = Math.ceil((x + width) / pixel) * pixel;
        double bottom = Math.ceil((y + height) / pixel) * pixel;
        graphics.save();
        graphics.beginPath();
        graphics.rect(left, top, right - left, bottom - top);
        graphics.clip();
        try {
            inside.run();
        } finally {
            graphics.restore();
        }
    }

    /// Each dash a rectangle: where software draws, a dashed stroke over a chart costs as much as its curve.
    private void dashes(double x1, double y1, double x2, double y2, Pen pen) {
        double length = Math.abs(x2 - x1) + Math.abs(y2 - y1);
        double dash = DASH * pen.width();
        double dx = Math.signum(x2 - x1);
        double dy = Math.signum(y2 - y1);
        for (double at = 0; at < length; at += dash + GAP * pen.width()) {
            double end = Math.min(length, at + dash);
            straight(x1 + dx * at, y1 + dy * at, x1 + dx * end, y1 + dy * end, pen);
        }
    }

    /// A rectangle, which costs a fraction of a stroke. A line thinner than a pixel is a pale one of a pixel.
    private void straight(double x1, double y1, double x2, double y2, Pen pen) {
        double wide = Math.max(pixel, Math.round(pen.width() / pixel) * pixel);
        double share = Math.min(1, pen.width() / pixel);
        graphics.setFill(
                colour(share < 1 ? pen.ink().withOpacity(share * pen.ink().alpha() / 255) : pen.ink()));
        if (x1 == x2) {
            double left = Math.floor((x1 - wide / 2) / pixel + 0.5) * pixel;
            graphics.fillRect(left, Math.min(y1, y2), wide, Math.abs(y2 - y1));
        } else {
            double top = Math.floor((y1 - wide / 2) / pixel + 0.5) * pixel;
            graphics.fillRect(Math.min(x1, x2), top, Math.abs(x2 - x1), wide);
        }
    }

    private void take(Pen pen) {
        graphics.setStroke(colour(pen.ink()));
        graphics.setLineWidth(pen.width());
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        if (pen.dashed()) {
            graphics.setLineDashes(DASH * pen.width(), GAP * pen.width());
        } else {
            graphics.setLineDashes();
        }
    }

    private double snapped(double at) {
        return Math.round(at / pixel) * pixel;
    }

    private Color colour(Ink ink) {
        return colours.computeIfAbsent(ink, i -> Color.rgb(i.red(), i.green(), i.blue(), i.alpha() / 255.0));
    }
}
