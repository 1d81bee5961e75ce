package org.densepath.paint;

import java.util.List;

/// One curve. Arrays are not copied; callers do not change them.
///
/// @param name for the legend; series of one name and colour share an entry
/// @param x finite and ascending
/// @param y NaN
/// or infinite where there is a gap
/// @param low lower edge of a band around the curve; empty for none
/// @param high upper
/// edge
/// @param colour index into [Theme#series]
public record Series(String name, double[] x, double[] y, double[] low, double[] high, Emphasis emphasis, int colour) {
    /// How a curve is drawn; in this order, the strongest last.
    public enum Emphasis {
        /// Single measurements: dots that nothing joins.
        SCATTER,
        /// Raw measurements behind their smoothed curve.
        FAINT,
        STRONG,
        /// Measured now and then: dots, joined by a thin line; low and high edges are drawn as whiskers.
        POINTS,
        /// Measured beside the curves, as a final score: hollow diamonds that nothing joins, with whiskers.
        SINGLE;

        /// Whether low and high edges belong to single values, and are no band.
        boolean whiskers() {
            return this == POINTS || this == SINGLE;
        }
    }

    public Series {
        if (x.length != y.length || low.length != high.length || low.length != 0 && low.length != x.length) {
            throw new IllegalArgumentException(name + ": " + x.length + " x, " + y.length + " y, band of " + low.length
                    + " and " + high.length + " points");
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i]) || i > 0 && x[i] < x[i - 1]) {
                throw new IllegalArgumentException(
                        name + ": x must be finite and ascending, point " + i + " is " + x[i]);
            }
        }
    }

    public static Series of(String name, double[] x, double[] y, int colour) {
        return new Series(name, x, y, new double[0], new double[0], Emphasis.STRONG, colour);
    }

    public static Series withBand(String name, double[] x, double[] y, double[] low, double[] high, int colour) {
        return new Series(name, x, y, low, high, Emphasis.STRONG, colour);
    }

    /// What is measured now and then. `low` and `high` are its intervals, both empty for none.
    public static Series points(String name, double[] x, double[] y, double[] low, double[] high, int colour) {
        return new Series(name, x, y, low, high, Emphasis.POINTS, colour);
    }

    /// Measurements beside the curves. `low` and `high` are their intervals; NaN for none.
    public static Series single(String name, double[] x, double[] y, double[] low, double[] high, int colour) {
        return new Series(name, x, y, low, high, Emphasis.SINGLE, colour);
    }

    /// Single measurements, as of a scatter plot.
    public static Series scatter(String name, double[] x, double[] y, int colour) {
        return new Series(name, x, y, new double[0], new double[0], Emphasis.SCATTER, colour);
    }

    /// The measurements, faint, and over them their debiased moving average ([Smoothing]).
    public static List<Series> rawAndSmoothed(String name, double[] x, double[] y, double weight, int colour) {
        Series raw = new Series(name, x, y, new double[0], new double[0], Emphasis.FAINT, colour);
        return List.of(raw, of(name, x, Smoothing.debiased(y, weight), colour));
    }
}
