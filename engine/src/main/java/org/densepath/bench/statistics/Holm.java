package org.densepath.bench.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Holm's correction (1979): the chance that any of a table's comparisons is called significant by mistake stays
/// at the level.
public final class Holm {
    private Holm() {}

    /// Adjusted p values in the order given: p_(i) · (m − i + 1), never smaller than that of a smaller p, at most
    /// 1. NaN (no comparison) stays NaN and counts for nothing.
    public static double[] adjust(double[] p) {
        int[] order = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = p.clone();
        double largest = 0;
        for (int i = 0; i < order.length; i++) {
            largest = Math.max(largest, p[order[i]] * (order.length - i));
            adjusted[order[i]] = Math.min(1, largest);
        }
        return adjusted;
    }
}
