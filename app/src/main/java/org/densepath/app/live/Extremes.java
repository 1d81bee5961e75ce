package org.densepath.app.live;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// Where a long curve is smallest and largest, block by block: of a hundred thousand points a chart of some
/// hundred pixels shows no more than that. Grows with the curve; what was looked at is not looked at again.
final class Extremes {
    static final int BLOCK = 128;

    /// Up to so many points are drawn one by one.
    private static final int WHOLE = 4096;

    private int[] smallest = new int[64];
    private int[] largest = new int[64];
    private int blocks;

    void clear() {
        blocks = 0;
    }

    /// Takes in the blocks that `size` values complete.
    void extend(IntToDoubleFunction values, int size) {
        for (; (blocks + 1) * BLOCK <= size; blocks++) {
            if (blocks == smallest.length) {
                smallest = Arrays.copyOf(smallest, 2 * blocks);
                largest = Arrays.copyOf(largest, 2 * blocks);
            }
            smallest[blocks] = -1;
            largest[blocks] = -1;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = blocks * BLOCK; i < (blocks + 1) * BLOCK; i++) {
                double value = values.applyAsDouble(i);
                if (Double.isFinite(value)) {
                    if (value < low) {
                        low = value;
                        smallest[blocks] = i;
                    }
                    if (value > high) {
                        high = value;
                        largest[blocks] = i;
                    }
                }
            }
        }
    }

    /// The points from `from` to before `to` that a drawing needs, ascending: all, or where they are many the
    /// extremes of each block. A block without a finite value gives one point, so that the gap is seen.
    int[] points(int from, int to) {
        if (to - from <= WHOLE) {
            int[] all = new int[Math.max(0, to - from)];
            Arrays.setAll(all, i -> from + i);
            return all;
        }
        int first = (from + BLOCK - 1) / BLOCK;
        int end = Math.max(first, Math.min(blocks, to / BLOCK));
        int[] points = new int[2 * (end - first) + (to - end * BLOCK) + (first * BLOCK - from)];
        int n = 0;
        for (int i = from; i < first * BLOCK; i++) {
            points[n++] = i;
        }
        for (int b = first; b < end; b++) {
            if (smallest[b] < 0) {
                points[n++] = b * BLOCK;
            } else {
                points[n++] = Math.min(smallest[b], largest[b]);
                if (smallest[b] != largest[b]) {
                    points[n++] = Math.max(smallest[b], largest[b]);
                }
            }
        }
        for (int i = end * BLOCK; i < to; i++) {
            points[n++] = i;
        }
        return Arrays.copyOf(points, n);
    }
}
