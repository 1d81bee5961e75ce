package org.densepath.run.query;

/// From `low` to `high`, both included; infinite where there is no limit.
public record Limits(double low, double high) {
    public static final Limits NONE = new Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Limits {
        if (Double.isNaN(low) || Double.isNaN(high)) {
            throw new IllegalArgumentException("limits from " + low + " to " + high);
        }
    }

    public static Limits only(double value) {
        return new Limits(value, value);
    }

    public boolean none() {
        return equals(NONE);
    }
}
