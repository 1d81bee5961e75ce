package org.densepath.paint;

import java.util.Optional;

/// A finite interval of an axis, `low` < `high`.
public record Extent(double low, double high) {
    public Extent {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException("an axis from " + low + " to " + high);
        }
    }

    public double span() {
        return high - low;
    }

    /// Wider by `share` of the span on both sides.
    Extent padded(double share) {
        return new Extent(low - share * span(), high + share * span());
    }

    /// The smallest interval around the finite values, widened around a single one. Empty where none is finite.
    static Optional<Extent> around(Iterable<double[]> values, boolean positiveOnly) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double[] some : values) {
            for (double value : some) {
                if (Double.isFinite(value) && !(positiveOnly && value <= 0)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                }
            }
        }
        if (low > high || Double.isInfinite(high - low)) {
            return Optional.empty();
        }
        double room = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
        if (high - low > room) {
            return Optional.of(new Extent(low, high));
        }
        double around = low == 0 ? 1 : Math.abs(low) / 2;
        return Optional.of(new Extent(low - around, low + around));
    }
}
