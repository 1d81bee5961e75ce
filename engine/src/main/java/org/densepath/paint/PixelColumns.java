package org.densepath.paint;

import java.util.Arrays;

/// The smallest and largest place of a dense curve in each pixel column: all that can be seen of it. On pixels
/// the columns are bars, which a canvas draws six times faster than the zig-zag they stand for; elsewhere one
/// outline.
final class PixelColumns {
    /// Width of a column where the surface has no pixels.
    private static final double FINE = 0.5;

    private final double left;
    private final double step;
    private final boolean pixels;
    private final double[] top;
    private final double[] bottom;
    private double before = Double.NaN;

    PixelColumns(double left, double width, double pixel) {
        pixels = pixel > 0;
        step = pixels ? pixel : FINE;
        // on a pixel's edge, so that neighbouring bars meet
        this.left = pixels ? Math.floor(left / pixel) * pixel : left;
        int count = Math.max(1, (int) Math.ceil(width / step));
        top = new double[count];
        bottom = new double[count];
        Arrays.fill(top, Double.NaN);
        Arrays.fill(bottom, Double.NaN);
    }

    int count() {
        return top.length;
    }

    /// Takes the next point; NaN for `x` or `y` is a gap.
    void add(double x, double y) {
        if (!Double.isNaN(x + y)) {
            int column = Math.clamp((long) ((x - left) / step), 0, top.length - 1);
            if (Double.isNaN(top[column])) {
                // reach back to the last value, else a steep curve falls apart into dashes
                top[column] = Double.isNaN(before) ? y : Math.min(y, before);
                bottom[column] = Double.isNaN(before) ? y : Math.max(y, before);
            }
            top[column] = Math.min(top[column], y);
            bottom[column] = Math.max(bottom[column], y);
        }
        before = Double.isNaN(x) ? x : y;
    }

    double meanHeight() {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < top.length; i++) {
            if (!Double.isNaN(top[i])) {
                sum += bottom[i] - top[i];
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    /// Centres of the columns.
    double[] x() {
        double[] x = new double[top.length];
        Arrays.setAll(x, i -> left + (i + 0.5) * step);
        return x;
    }

    /// Middles of the columns' bars, NaN in empty columns.
    double[] middles() {
        double[] middles = new double[top.length];
        Arrays.setAll(middles, i -> (top[i] + bottom[i]) / 2);
        return middles;
    }

    void paint(Surface surface, Pen pen) {
        for (int i = 0; i < top.length; i++) {
            double missing = Math.max(0, pen.width() - (bottom[i] - top[i]));
            top[i] -= missing / 2;
            bottom[i] += missing / 2;
            if (pixels && !Double.isNaN(top[i])) {
                surface.fillRectangle(left + i * step, top[i], step, bottom[i] - top[i], pen.ink());
            }
        }
        if (!pixels) {
            outlines(surface, pen.ink());
        }
    }

    private void outlines(Surface surface, Ink ink) {
        double[] x = new double[4 * top.length];
        double[] y = new double[4 * top.length];
        int from = 0;
        for (int i = 0; i <= top.length; i++) {
            if (i == top.length || Double.isNaN(top[i])) {
                int corners = 4 * (i - from);
                for (int k = 0; k < corners / 4; k++) {
                    for (int side = 0; side < 2; side++) {
                        x[2 * k + side] = left + (from + k + side) * step;
                        y[2 * k + side] = top[from + k];
                        x[corners - 1 - 2 * k - side] = x[2 * k + side];
                        y[corners - 1 - 2 * k - side] = bottom[from + k];
                    }
                }
                surface.fillPolygon(x, y, corners, ink);
                from = i + 1;
            }
        }
    }
}
