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
        take(pen);
        // a hairline between two pixels would be a grey band
        double dx = x1 == x2 ? centred(x1, pen) - x1 : 0;
        double dy = y1 == y2 ? centred(y1, pen) - y1 : 0;
        graphics.strokeLine(x1 + dx, y1 + dy, x2 + dx, y2 + dy);
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
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, width, height);
        graphics.clip();
        try {
            inside.run();
        } finally {
            graphics.restore();
        }
    }

    private void take(Pen pen) {
        graphics.setStroke(colour(pen.ink()));
        graphics.setLineWidth(pen.width());
        graphics.setLineCap(StrokeLineCap.BUTT);
        graphics.setLineJoin(StrokeLineJoin.ROUND);
        if (pen.dashed()) {
            graphics.setLineDashes(4 * pen.width(), 3 * pen.width());
        } else {
            graphics.setLineDashes();
        }
    }

    private double centred(double at, Pen pen) {
        return pen.width() <= 1.5 * pixel ? (Math.floor(at / pixel) + 0.5) * pixel : at;
    }

    private double snapped(double at) {
        return Math.round(at / pixel) * pixel;
    }

    private Color colour(Ink ink) {
        return colours.computeIfAbsent(ink, i -> Color.rgb(i.red(), i.green(), i.blue(), i.alpha() / 255.0));
    }
}
