package org.densepath.app.live;

import java.util.Arrays;
import org.densepath.run.MetricKey;

/// One metric of one track as far as it has grown: a view of columns that others may append to, never change.
public final class Curve {
    private final MetricKey key;
    private final TrackColumns columns;
    private final int[] rows;
    private final double[] values;
    private final int size;
    private final int generation;

    /// @param rows where each point stands in `columns` @param generation another one when points were taken back
    Curve(MetricKey key, TrackColumns columns, int[] rows, double[] values, int size, int generation) {
        this.key = key;
        this.columns = columns;
        this.rows = rows;
        this.values = values;
        this.size = size;
        this.generation = generation;
    }

    /// A curve of its own, which knows steps only.
    ///
    /// @param steps ascending @param values one each, NaN where a step had none
    public static Curve of(MetricKey key, double[] steps, double[] values) {
        if (steps.length != values.length) {
            throw new IllegalArgumentException(key + ": " + steps.length + " steps, " + values.length + " values");
        }
        int[] rows = new int[steps.length];
        Arrays.setAll(rows, i -> i);
        double[] unknown = new double[steps.length];
        return new Curve(key, new TrackColumns(steps, unknown, unknown), rows, values, steps.length, 0);
    }

    public MetricKey key() {
        return key;
    }

    public int size() {
        return size;
    }

    public double step(int i) {
        return columns.steps()[rows[i]];
    }

    /// May be NaN or infinite.
    public double value(int i) {
        return values[i];
    }

    /// Where point `i` stands on `axis`: steps, tokens or seconds.
    public double x(XAxis axis, int i) {
        return switch (axis) {
            case STEP -> columns.steps()[rows[i]];
            case TOKENS -> columns.tokens()[rows[i]];
            case TIME -> columns.seconds()[rows[i]];
        };
    }

    /// The point nearest to `x` on `axis`; −1 in an empty curve.
    public int nearest(XAxis axis, double x) {
        if (size == 0) {
            return -1;
        }
        int after = Math.min(first(axis, x), size - 1);
        int before = Math.max(0, after - 1);
        return Math.abs(x(axis, before) - x) < Math.abs(x(axis, after) - x) ? before : after;
    }

    /// The first point at or right of `x`; the size where there is none.
    int first(XAxis axis, double x) {
        int from = 0;
        int to = size;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (x(axis, middle) < x) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /// The value at the step nearest to `step`; NaN in an empty curve.
    public double near(double step) {
        int nearest = nearest(XAxis.STEP, step);
        return nearest < 0 ? Double.NaN : values[nearest];
    }

    /// A copy of all steps.
    public double[] steps() {
        double[] steps = new double[size];
        Arrays.setAll(steps, this::step);
        return steps;
    }

    /// A copy of all values.
    public double[] values() {
        return Arrays.copyOf(values, size);
    }

    int generation() {
        return generation;
    }
}
