package org.densepath.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.densepath.paint.font.FontRun;

/// A surface over Java2D. It needs no display and no window toolkit.
public final class Graphics2DSurface implements Surface {
    private final Graphics2D graphics;
    private final AwtTextMeasure measure;
    private final double pixel;
    private final boolean snap;

    private Graphics2DSurface(Graphics2D graphics, AwtTextMeasure measure, double pixel, boolean snap) {
        this.graphics = graphics;
        this.measure = measure;
        this.pixel = pixel;
        this.snap = snap;
    }

    /// Draws on pixels, `scale` of them to a unit. Filled rectangles are moved to whole pixels: neighbours then
    /// meet without a seam.
    public static Graphics2DSurface ofPixels(Graphics2D graphics, AwtTextMeasure measure, double scale) {
        graphics.scale(scale, scale);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return new Graphics2DSurface(graphics, measure, 1 / scale, true);
    }

    /// Draws on something that keeps shapes as shapes (SVG, PDF).
    public static Graphics2DSurface ofVectors(Graphics2D graphics, AwtTextMeasure measure) {
        return new Graphics2DSurface(graphics, measure, 0, false);
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
        double right = Math.max(snapped(x + width), snap ? left + pixel : left);
        double bottom = Math.max(snapped(y + height), snap ? top + pixel : top);
        graphics.setColor(color(ink));
        graphics.fill(new Rectangle2D.Double(left, top, right - left, bottom - top));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        take(pen);
        graphics.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    @Override
    public void polyline(double[] x, double[] y, int points, Pen pen) {
        if (points > 1) {
            take(pen);
            graphics.draw(path(x, y, points));
        }
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int points, Ink ink) {
        if (points > 2) {
            Path2D path = path(x, y, points);
            path.closePath();
            graphics.setColor(color(ink));
            graphics.fill(path);
        }
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Ink ink) {
        graphics.setColor(color(ink));
        double at = x;
        for (FontRun run : measure.runs(text, style)) {
            graphics.setFont(measure.sized(run, style));
            graphics.drawString(run.text(), (float) at, (float) baseline);
            at += measure.width(run, style);
        }
    }

    @Override
    public void clip(double x, double y, double width, double height, Runnable inside) {
        Shape before = graphics.getClip();
        graphics.clip(new Rectangle2D.Double(x, y, width, height));
        try {
            inside.run();
        } finally {
            graphics.setClip(before);
        }
    }

    private void take(Pen pen) {
        float width = (float) pen.width();
        graphics.setStroke(
                pen.dashed()
                        ? new BasicStroke(
                                width,
                                BasicStroke.CAP_BUTT,
                                BasicStroke.JOIN_ROUND,
                                1,
                                new float[] {4 * width, 3 * width},
                                0)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.setColor(color(pen.ink()));
    }

    private double snapped(double at) {
        return snap ? Math.round(at / pixel) * pixel : at;
    }

    private static Path2D path(double[] x, double[] y, int points) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, points);
        path.moveTo(x[0], y[0]);
        for (int i = 1; i < points; i++) {
            path.lineTo(x[i], y[i]);
        }
        return path;
    }

    private static Color color(Ink ink) {
        return new Color(ink.argb(), true);
    }
}
