package org.densepath.paint;

import java.util.List;

/// The names of a radar's rings beside their signs, in as many rows as the width asks for.
final class RadarLegend {
    private final List<RadarFigure.Ring> rings;
    private final Theme theme;
    private final double[] x;
    private final int[] row;
    private final double height;

    RadarLegend(List<RadarFigure.Ring> rings, Theme theme, TextMeasure measure, double width) {
        this.rings = rings;
        this.theme = theme;
        x = new double[rings.size()];
        row = new int[rings.size()];
        double end = 0;
        int current = 0;
        for (int i = 0; i < x.length; i++) {
            double wide = sign() + measure.width(rings.get(i).name(), theme.label());
            if (end > 0 && end + wide > width) {
                current++;
                end = 0;
            }
            x[i] = end;
            row[i] = current;
            end += wide + 1.5 * theme.labelSize();
        }
        height = rings.isEmpty() ? 0 : (current + 1) * rowHeight();
    }

    double height() {
        return height;
    }

    void paint(Surface surface, double left, double top) {
        for (int i = 0; i < x.length; i++) {
            double middle = top + (row[i] + 0.5) * rowHeight();
            Ink ink = theme.series(rings.get(i).colour());
            double from = left + x[i];
            double to = from + 1.8 * theme.labelSize();
            surface.line(from, middle, to, middle, Pen.solid(ink, 1.1 * theme.lineWidth()));
            Marker.of(i)
                    .paint(
                            surface,
                            (from + to) / 2,
                            middle,
                            0.34 * theme.labelSize(),
                            ink,
                            Pen.solid(theme.background(), 0.6 * theme.lineWidth()));
            surface.text(
                    rings.get(i).name(), from + sign(), middle + 0.36 * theme.labelSize(), theme.label(), theme.ink());
        }
    }

    private double sign() {
        return 2.3 * theme.labelSize();
    }

    private double rowHeight() {
        return 1.5 * theme.labelSize();
    }
}
