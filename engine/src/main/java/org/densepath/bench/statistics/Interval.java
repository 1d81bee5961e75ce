package org.densepath.bench.statistics;

import java.util.function.DoubleUnaryOperator;

/// A value with the ends of its interval; the ends are NaN where there is none.
public record Interval(double value, double low, double high) {
    /// A value alone.
    public static Interval none(double value) {
        return new Interval(value, Double.NaN, Double.NaN);
    }

    public boolean contains(double truth) {
        return low <= truth && truth <= high;
    }

    /// The interval of a value that grows with this one, such as a rate of a logit.
    public Interval map(DoubleUnaryOperator growing) {
        return new Interval(growing.applyAsDouble(value), growing.applyAsDouble(low), growing.applyAsDouble(high));
    }
}
