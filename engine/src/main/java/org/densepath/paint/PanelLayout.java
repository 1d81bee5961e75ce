package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A panel's place: its plot area and the scales within. Screen code uses it to turn a pointer into a step and a
/// value.
public record PanelLayout(
        Panel panel,
        double left,
        double top,
        double width,
        double height,
        AxisScale x,
        AxisScale y,
        Ticks xTicks,
        Ticks yTicks,
        boolean xLabelled) {
    /// Whether a point lies in the plot area.
    public boolean contains(double px, double py) {
        return px >= left && px <= left + width && py >= top && py <= top + height;
    }

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    static Extent xExtent(Panel panel) {
        Extent none = panel.logX() ? new Extent(1, 10) : new Extent(0, 1);
        return panel.xRange().or(() -> Extent.around(xs(panel), panel.logX())).orElse(none);
    }

    /// The extent of everything that is drawn within the x range.
    static Extent yExtent(Panel panel) {
        if (panel.yRange().isPresent()) {
            return panel.yRange().get();
        }
        Optional<Extent> data = Extent.around(ys(panel), panel.logY());
        if (!panel.logY()) {
            return data.orElse(new Extent(0, 1)).padded(0.06);
        }
        Extent positive = data.filter(e -> e.low() > 0).orElse(new Extent(0.1, 1));
        double room = Math.pow(positive.high() / positive.low(), 0.06);
        return new Extent(positive.low() / room, positive.high() * room);
    }

    private static List<double[]> xs(Panel panel) {
        return panel.series().stream().map(Series::x).toList();
    }

    private static List<double[]> ys(Panel panel) {
        List<double[]> all = new ArrayList<>();
        for (Series series : panel.series()) {
            for (double[] values : List.of(series.y(), series.low(), series.high())) {
                all.add(
                        values.length == 0
                                ? values
                                : panel.xRange()
                                        .map(r -> within(series.x(), values, r))
                                        .orElse(values));
            }
        }
        all.add(panel.limits().stream().mapToDouble(Panel.Line::at).toArray());
        return all;
    }

    private static double[] within(double[] x, double[] values, Extent range) {
        double[] kept = new double[values.length];
        int n = 0;
        for (int i = 0; i < values.length; i++) {
            if (x[i] >= range.low() && x[i] <= range.high()) {
                kept[n++] = values[i];
            }
        }
        return java.util.Arrays.copyOf(kept, n);
    }
}
