package org.densepath.app.live;

import java.util.function.IntToDoubleFunction;
import org.densepath.paint.Series;
import org.densepath.paint.Series.Emphasis;

/// Turns followed curves into series to draw, within what is seen of the x axis.
final class SeriesMaker {
    private static final double[] NONE = {};
    /// Half the width of a 95 % interval in standard errors.
    private static final double STANDARD_ERRORS = 1.96;

    private final ChartLook look;

    SeriesMaker(ChartLook look) {
        this.look = look;
    }

    Series raw(CurveTrail trail, String name, int colour, Emphasis emphasis) {
        Curve curve = trail.curve();
        int from = from(curve, curve.size());
        int to = to(curve, curve.size());
        int[] points = look.every() ? range(from, to) : trail.rawPoints(from, to);
        return new Series(name, x(curve, points, i -> i), y(points, curve::value), NONE, NONE, emphasis, colour);
    }

    Series smooth(CurveTrail trail, String name, int colour) {
        Curve curve = trail.curve();
        int from = from(curve, curve.size());
        int to = to(curve, curve.size());
        int[] points = look.every() ? range(from, to) : trail.smoothPoints(from, to);
        return Series.of(name, x(curve, points, i -> i), y(points, trail::smooth), colour);
    }

    /// Single measurements with whiskers of 95 % where `errors` has standard errors at the same steps.
    Series points(CurveTrail trail, Curve errors, String name, int colour) {
        Curve curve = trail.curve();
        int[] points = range(from(curve, curve.size()), to(curve, curve.size()));
        double[] y = y(points, curve::value);
        boolean fits = errors != null && errors.size() == curve.size();
        double[] low = fits ? y(points, i -> curve.value(i) - STANDARD_ERRORS * errors.value(i)) : NONE;
        double[] high = fits ? y(points, i -> curve.value(i) + STANDARD_ERRORS * errors.value(i)) : NONE;
        return Series.points(name, x(curve, points, i -> i), y, low, high, colour);
    }

    Series rawMean(SeedMean mean, Curve lead, String name, int colour) {
        int[] points = look.every() ? range(0, mean.size()) : mean.rawPoints(0, mean.size());
        return new Series(name, x(lead, points, mean::lead), y(points, mean::mean), NONE, NONE, Emphasis.FAINT, colour);
    }

    /// The smoothed mean within one standard deviation over seeds.
    Series meanWithBand(SeedMean mean, Curve lead, String name, int colour) {
        int[] points = look.every() ? range(0, mean.size()) : mean.smoothPoints(0, mean.size());
        return Series.withBand(
                name,
                x(lead, points, mean::lead),
                y(points, mean::smooth),
                y(points, k -> mean.smooth(k) - mean.deviation(k)),
                y(points, k -> mean.smooth(k) + mean.deviation(k)),
                colour);
    }

    /// Where point `i` of `curve` is drawn.
    double x(Curve curve, int i) {
        return curve.x(look.axis(), i) / look.unit().size();
    }

    private double[] x(Curve curve, int[] points, java.util.function.IntUnaryOperator row) {
        double[] x = new double[points.length];
        double least = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < x.length; k++) {
            // time may stand still, it never goes back
            least = Math.max(least, x(curve, row.applyAsInt(points[k])));
            x[k] = least;
        }
        return x;
    }

    private static double[] y(int[] points, IntToDoubleFunction values) {
        double[] y = new double[points.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = values.applyAsDouble(points[k]);
        }
        return y;
    }

    /// One point more on both sides, so that lines leave the plot where they should.
    private int from(Curve curve, int size) {
        return look.zoom()
                .map(zoom -> Math.max(0, curve.first(look.axis(), zoom.low()) - 1))
                .orElse(0);
    }

    private int to(Curve curve, int size) {
        return look.zoom()
                .map(zoom -> Math.min(size, curve.first(look.axis(), Math.nextUp(zoom.high())) + 1))
                .orElse(size);
    }

    private static int[] range(int from, int to) {
        int[] all = new int[Math.max(0, to - from)];
        java.util.Arrays.setAll(all, i -> from + i);
        return all;
    }
}
