package org.densepath.run;

import java.util.Arrays;

/// One metric over the steps of one track, in the order in which the steps were finished.
public final class Series {
    private long[] steps = new long[16];
    private double[] values = new double[16];
    private int size;

    public int size() {
        return size;
    }

    public long step(int index) {
        return steps[checked(index)];
    }

    /// May be NaN, where a step had no such value.
    public double value(int index) {
        return values[checked(index)];
    }

    /// A copy of all values.
    public double[] values() {
        return Arrays.copyOf(values, size);
    }

    /// A copy of all steps.
    public long[] steps() {
        return Arrays.copyOf(steps, size);
    }

    void add(long step, double value) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        steps[size] = step;
        values[size++] = value;
    }

    private int checked(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException("point " + index + " of " + size);
        }
        return index;
    }
}
