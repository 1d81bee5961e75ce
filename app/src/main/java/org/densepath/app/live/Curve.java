package org.densepath.app.live;

import org.densepath.run.MetricKey;

/// One metric of one track as far as it has grown. The arrays are not copied; nobody changes them.
///
/// @param steps ascending @param values one each, NaN where a step had none
public record Curve(MetricKey key, double[] steps, double[] values) {
    public Curve {
        if (steps.length != values.length) {
            throw new IllegalArgumentException(key + ": " + steps.length + " steps, " + values.length + " values");
        }
    }

    public int size() {
        return steps.length;
    }

    /// The value at the step nearest to `step`; NaN in an empty curve.
    public double near(double step) {
        return size() == 0 ? Double.NaN : values[nearest(step)];
    }

    private int nearest(double step) {
        int best = 0;
        for (int i = 1; i < steps.length && Math.abs(steps[i] - step) <= Math.abs(steps[best] - step); i++) {
            best = i;
        }
        return best;
    }
}
