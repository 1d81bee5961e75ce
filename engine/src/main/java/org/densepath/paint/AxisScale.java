package org.densepath.paint;

/// Values of an axis to places on the surface and back.
///
/// @param from where `extent.low` lies
/// @param to where `extent.high` lies; above `from` on a y axis, so smaller
public record AxisScale(Extent extent, boolean log, double from, double to) {
    public AxisScale {
        if (log && extent.low() <= 0) {
            throw new IllegalArgumentException("a logarithmic axis from " + extent.low());
        }
    }

    /// The place of a value; NaN for NaN, infinite values, and on a logarithmic axis for values that have no
    /// logarithm.
    public double place(double value) {
        if (!Double.isFinite(value) || log && value <= 0) {
            return Double.NaN;
        }
        return from + (to - from) * (projected(value) - projected(extent.low())) / projectedSpan();
    }

    /// The value at a place.
    public double value(double place) {
        double projected = projected(extent.low()) + projectedSpan() * (place - from) / (to - from);
        return log ? Math.exp(projected) : projected;
    }

    /// The same as [#place], with what does not depend on the value worked out beforehand: for many values.
    Places places() {
        double factor = (to - from) / projectedSpan();
        return new Places(log, factor, from - factor * projected(extent.low()));
    }

    /// place = `factor` · value + `offset`, of the logarithm where `log`.
    record Places(boolean log, double factor, double offset) {
        double of(double value) {
            if (!Double.isFinite(value) || log && value <= 0) {
                return Double.NaN;
            }
            return factor * (log ? Math.log(value) : value) + offset;
        }
    }

    private double projected(double value) {
        return log ? Math.log(value) : value;
    }

    private double projectedSpan() {
        return projected(extent.high()) - projected(extent.low());
    }
}
