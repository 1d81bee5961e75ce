package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.List;
import org.densepath.paint.Extent;
import org.densepath.paint.Series;

/// Fewer points that look the same: of each of many narrow columns the first, lowest, highest and last.
final class Thinning {
    private Thinning() {}

    /// Indices of the points to keep within `range`, ascending; all of them while there are fewer than 4 a column.
    static List<Integer> of(Series series, Extent range, int columns) {
        double[] x = series.x();
        double[] y = series.y();
        int from = 0;
        int to = x.length;
        while (from < to && x[from] < range.low()) {
            from++;
        }
        while (to > from && x[to - 1] > range.high()) {
            to--;
        }
        // one more at each side, so that lines enter from and leave for where they do
        from = Math.max(0, from - 1);
        to = Math.min(x.length, to + 1);
        List<Integer> kept = new ArrayList<>();
        if (to - from <= 4 * columns) {
            for (int i = from; i < to; i++) {
                kept.add(i);
            }
            return kept;
        }
        for (int start = from, end; start < to; start = end) {
            int column = column(x[start], range, columns);
            int low = start;
            int high = start;
            end = start;
            while (end < to && column(x[end], range, columns) == column) {
                low = y[end] < y[low] || Double.isNaN(y[low]) ? end : low;
                high = y[end] > y[high] || Double.isNaN(y[high]) ? end : high;
                end++;
            }
            List.of(start, Math.min(low, high), Math.max(low, high), end - 1).stream()
                    .distinct()
                    .forEach(kept::add);
        }
        return kept;
    }

    private static int column(double x, Extent range, int columns) {
        return (int) Math.floor((x - range.low()) / range.span() * columns);
    }
}
