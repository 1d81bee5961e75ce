package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Extent;
import org.densepath.paint.Figure;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;

/// Fewer points that look the same: of each of many narrow columns the first, lowest, highest and last.
final class Thinning {
    private Thinning() {}

    /// The figure with at most about `most` points, the same to look at; itself while it has no more.
    static Figure of(Figure figure, int most) {
        if (!(figure instanceof CurveFigure curves)) {
            return figure;
        }
        List<Series> all =
                curves.panels().stream().flatMap(p -> p.series().stream()).toList();
        if (all.stream().mapToInt(s -> s.x().length).sum() <= most) {
            return figure;
        }
        int columns = Math.max(25, most / 4 / all.size());
        List<Panel> panels = curves.panels().stream()
                .map(p -> p.withSeries(
                        p.series().stream().map(s -> thinned(s, columns)).toList()))
                .toList();
        return new CurveFigure(curves.title(), panels, curves.columns(), curves.caption());
    }

    private static Series thinned(Series series, int columns) {
        int n = series.x().length;
        if (n <= 4 * columns || series.x()[0] == series.x()[n - 1]) {
            return series;
        }
        int[] kept = of(series, new Extent(series.x()[0], series.x()[n - 1]), columns).stream()
                .mapToInt(i -> i)
                .toArray();
        return new Series(
                series.name(),
                picked(series.x(), kept),
                picked(series.y(), kept),
                picked(series.low(), kept),
                picked(series.high(), kept),
                series.emphasis(),
                series.colour());
    }

    private static double[] picked(double[] values, int[] at) {
        return values.length == 0
                ? values
                : Arrays.stream(at).mapToDouble(i -> values[i]).toArray();
    }

    /// Indices of the points to keep within `range`, ascending; all of them while there are fewer than 4 a
    /// column.
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
