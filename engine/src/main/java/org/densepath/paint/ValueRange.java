package org.densepath.paint;

import java.util.Arrays;
import java.util.List;

/// Which values a colour map spans. Values beyond it take the end's colour. A range of nothing above zero (as
/// that of log-probabilities) begins at its high end: the colour grows with the distance from zero.
///
/// @param low the lowest value; −`high` when diverging
/// @param diverging whether zero is the middle
public record ValueRange(double low, double high, boolean diverging) {
    public ValueRange {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("a range of values from " + low + " to " + high);
        }
        if (diverging && low != -high) {
            throw new IllegalArgumentException("a diverging range is symmetric, not " + low + " to " + high);
        }
    }

    /// From −`limit` to `limit`.
    public static ValueRange symmetric(double limit) {
        return new ValueRange(-limit, limit, true);
    }

    public static ValueRange sequential(double low, double high) {
        return new ValueRange(low, high, false);
    }

    /// Symmetric, as wide as the `quantile` of all finite magnitudes, so that a few outliers do not pale the
    /// rest. 1 when there is nothing but zero.
    ///
    /// @param quantile 0 … 1, 1 for the largest magnitude
    public static ValueRange symmetric(List<float[]> values, double quantile) {
        float[] sizes = finite(values);
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(sizes[i]);
        }
        Arrays.sort(sizes);
        double limit = at(sizes, quantile);
        // credit that is zero almost everywhere still has its outliers to show
        if (limit == 0 && sizes.length > 0) {
            limit = sizes[sizes.length - 1];
        }
        return symmetric(limit == 0 ? 1 : limit);
    }

    /// From the smallest finite value (or 0 where all are positive) to the `quantile`; where none is positive,
    /// from 0 down to the `quantile` of magnitudes.
    public static ValueRange sequential(List<float[]> values, double quantile) {
        float[] sorted = finite(values);
        Arrays.sort(sorted);
        if (sorted.length > 0 && sorted[sorted.length - 1] <= 0 && sorted[0] < 0) {
            float low = sorted[(int) Math.floor((1 - Math.clamp(quantile, 0, 1)) * (sorted.length - 1))];
            return sequential(low < 0 ? low : sorted[0], 0);
        }
        double low = sorted.length == 0 ? 0 : Math.min(0, sorted[0]);
        double high = Math.max(at(sorted, quantile), sorted.length == 0 ? 0 : low);
        return sequential(low, high > low ? high : low + 1);
    }

    /// The position on a colour map, −1 … 1 when diverging, else 0 … 1. Infinite values stand at the ends.
    public double position(double value) {
        if (diverging) {
            return Math.clamp(value / high, -1, 1);
        }
        double share = Math.clamp((value - low) / (high - low), 0, 1);
        return high <= 0 ? 1 - share : share;
    }

    /// The value at `share` (0 … 1) of the way from the low end to the high one.
    public double at(double share) {
        return low + share * (high - low);
    }

    private static double at(float[] sorted, double quantile) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(Math.clamp(quantile, 0, 1) * (sorted.length - 1))];
    }

    private static float[] finite(List<float[]> values) {
        int size = values.stream().mapToInt(v -> v.length).sum();
        float[] finite = new float[size];
        int n = 0;
        for (float[] some : values) {
            for (float value : some) {
                if (Float.isFinite(value)) {
                    finite[n++] = value;
                }
            }
        }
        return Arrays.copyOf(finite, n);
    }
}
