package org.densepath.paint;

import java.util.Arrays;

/// Draws one curve into its panel. While points are fewer than pixel columns it is a line; beyond, each column is
/// a bar from the smallest to the largest value in it, which costs what the picture costs and not what the data
/// would.
final class SeriesPainter {
    private static final int DOT_CORNERS = 16;

    private final Surface surface;
    private final PanelLayout panel;
    private final Theme theme;
    private final AxisScale.Places across;
    private final AxisScale.Places up;

    SeriesPainter(Surface surface, PanelLayout panel, Theme theme) {
        this.surface = surface;
        this.panel = panel;
        this.theme = theme;
        this.across = panel.x().places();
        this.up = panel.y().places();
    }

    void band(Series series) {
        if (series.emphasis().whiskers()) {
            return;
        }
        int n = series.low().length;
        Ink ink = theme.series(series.colour()).withOpacity(theme.dark() ? 0.24 : 0.18);
        PixelColumns columns = new PixelColumns(panel.left(), panel.width(), surface.pixel());
        if (n > 2L * columns.count()) {
            int to = afterVisible(series.x());
            for (int i = firstVisible(series.x()); i < to; i++) {
                columns.add(x(series, i), place(series.low()[i]));
                columns.add(x(series, i), place(series.high()[i]));
            }
            columns.paint(surface, Pen.solid(ink, 0.1));
            return;
        }
        double[] x = new double[2 * n];
        double[] y = new double[2 * n];
        int from = 0;
        for (int i = 0; i <= n; i++) {
            boolean gap = i == n
                    || Double.isNaN(x(series, i))
                    || Double.isNaN(up.of(series.low()[i]))
                    || Double.isNaN(up.of(series.high()[i]));
            if (gap) {
                int run = i - from;
                for (int k = 0; k < run; k++) {
                    x[k] = x(series, from + k);
                    y[k] = place(series.high()[from + k]);
                    x[2 * run - 1 - k] = x[k];
                    y[2 * run - 1 - k] = place(series.low()[from + k]);
                }
                surface.fillPolygon(x, y, 2 * run, ink);
                from = i + 1;
            }
        }
    }

    void curve(Series series) {
        if (series.emphasis() == Series.Emphasis.SCATTER) {
            scatter(series);
            return;
        }
        if (series.emphasis() == Series.Emphasis.SINGLE) {
            singles(series);
            return;
        }
        boolean faint = series.emphasis() == Series.Emphasis.FAINT;
        boolean points = series.emphasis() == Series.Emphasis.POINTS;
        Ink ink = theme.series(series.colour());
        Pen pen = faint
                ? Pen.solid(ink.withOpacity(theme.dark() ? 0.45 : 0.35), 0.6 * theme.lineWidth())
                : points ? Pen.solid(ink.withOpacity(0.6), 0.6 * theme.lineWidth()) : Pen.solid(ink, theme.lineWidth());
        int from = firstVisible(series.x());
        int to = afterVisible(series.x());
        PixelColumns columns = new PixelColumns(panel.left(), panel.width(), surface.pixel());
        if (to - from > 2L * columns.count()) {
            for (int i = from; i < to; i++) {
                columns.add(x(series, i), place(series.y()[i]));
            }
            columns.paint(surface, pen);
            // bars alone leave a smooth curve ragged
            if (!faint && columns.meanHeight() < 4 * pen.width()) {
                line(columns.x(), columns.middles(), columns.count(), pen);
            }
        } else {
            double[] x = new double[to - from];
            double[] y = new double[to - from];
            for (int i = from; i < to; i++) {
                x[i - from] = x(series, i);
                y[i - from] = place(series.y()[i]);
            }
            line(x, y, to - from, pen);
            if (points) {
                whiskers(series, from, to, Pen.solid(ink.withOpacity(0.8), 0.6 * theme.lineWidth()));
                for (int i = 0; i < to - from; i++) {
                    dot(x[i], y[i], 1.7 * theme.lineWidth(), ink);
                }
            }
        }
    }

    private void singles(Series series) {
        Ink ink = theme.series(series.colour());
        int from = firstVisible(series.x());
        int to = afterVisible(series.x());
        whiskers(series, from, to, Pen.solid(ink.withOpacity(0.8), 0.6 * theme.lineWidth()));
        double size = 2.8 * theme.lineWidth();
        for (int i = from; i < to; i++) {
            double x = x(series, i);
            double y = place(series.y()[i]);
            if (!Double.isNaN(x + y)) {
                double[] xs = {x, x + size, x, x - size, x};
                double[] ys = {y - size, y, y + size, y, y - size};
                surface.fillPolygon(xs, ys, 4, theme.background());
                surface.polyline(xs, ys, 5, Pen.solid(ink, theme.lineWidth()));
            }
        }
    }

    private void whiskers(Series series, int from, int to, Pen pen) {
        double cap = 1.6 * theme.lineWidth();
        for (int i = from; i < to && series.low().length > 0; i++) {
            double x = x(series, i);
            double low = place(series.low()[i]);
            double high = place(series.high()[i]);
            if (!Double.isNaN(x + low + high)) {
                surface.line(x, low, x, high, pen);
                surface.line(x - cap, low, x + cap, low, pen);
                surface.line(x - cap, high, x + cap, high, pen);
            }
        }
    }

    private void dot(double x, double y, double radius, Ink ink) {
        if (!Double.isNaN(x + y)) {
            double[] px = new double[DOT_CORNERS];
            double[] py = new double[DOT_CORNERS];
            for (int k = 0; k < DOT_CORNERS; k++) {
                px[k] = x + radius * Math.cos(2 * Math.PI * k / DOT_CORNERS);
                py[k] = y + radius * Math.sin(2 * Math.PI * k / DOT_CORNERS);
            }
            surface.fillPolygon(px, py, DOT_CORNERS, ink);
        }
    }

    /// Dots, the fainter the more there are, so that crowds show.
    private void scatter(Series series) {
        int from = firstVisible(series.x());
        int to = afterVisible(series.x());
        double opacity = Math.clamp(12 / Math.sqrt(Math.max(1, to - from)), 0.25, 0.8);
        Ink ink = theme.series(series.colour()).withOpacity(opacity);
        double size = 2.4 * theme.lineWidth();
        for (int i = from; i < to; i++) {
            double y = place(series.y()[i]);
            if (!Double.isNaN(y)) {
                spot(x(series, i), y, size, ink);
            }
        }
    }

    private void spot(double x, double y, double size, Ink ink) {
        int corners = 10;
        double[] xs = new double[corners];
        double[] ys = new double[corners];
        for (int i = 0; i < corners; i++) {
            xs[i] = x + size / 2 * Math.cos(2 * Math.PI * i / corners);
            ys[i] = y + size / 2 * Math.sin(2 * Math.PI * i / corners);
        }
        surface.fillPolygon(xs, ys, corners, ink);
    }

    /// A line with gaps where `places` is NaN; a point between two gaps is a dot.
    private void line(double[] along, double[] places, int points, Pen pen) {
        double[] x = new double[points];
        double[] y = new double[points];
        int n = 0;
        for (int i = 0; i <= points; i++) {
            if (i < points && !Double.isNaN(places[i] + along[i])) {
                x[n] = along[i];
                y[n++] = places[i];
                continue;
            }
            if (n == 1) {
                double size = 2 * pen.width();
                surface.fillRectangle(x[0] - size / 2, y[0] - size / 2, size, size, pen.ink());
            } else if (n > 1) {
                surface.polyline(x, y, n, pen);
            }
            n = 0;
        }
    }

    private double x(Series series, int i) {
        return across.of(series.x()[i]);
    }

    /// The place of a value, at most some plot heights away: drawing libraries fail on lines to far outside.
    private double place(double value) {
        double y = up.of(value);
        double far = 1000 * panel.height();
        return Double.isNaN(y) ? y : Math.clamp(y, panel.top() - far, panel.bottom() + far);
    }

    /// The last point left of the plot, so that the line enters from there.
    private int firstVisible(double[] x) {
        int at = Arrays.binarySearch(x, panel.x().extent().low());
        int first = at >= 0 ? at : -at - 1;
        while (first > 0 && x[first - 1] == panel.x().extent().low()) {
            first--;
        }
        return Math.max(0, first - 1);
    }

    private int afterVisible(double[] x) {
        int at = Arrays.binarySearch(x, panel.x().extent().high());
        int last = at >= 0 ? at : -at - 1;
        while (last + 1 < x.length && x[last + 1] == panel.x().extent().high()) {
            last++;
        }
        return Math.min(x.length, last + 1);
    }
}
