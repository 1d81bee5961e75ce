package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// Names of curves beside a stroke of their colour, in as many rows as the width asks for.
final class SeriesLegend {
    private final List<Entry> entries;
    private final Theme theme;
    private final double[] x;
    private final int[] row;
    private final int rows;

    /// @param entries may be empty
    SeriesLegend(List<Entry> entries, Theme theme, TextMeasure measure, double width) {
        this.entries = entries;
        this.theme = theme;
        x = new double[entries.size()];
        row = new int[entries.size()];
        double end = 0;
        int current = 0;
        for (int i = 0; i < x.length; i++) {
            double wide = stroke() + 0.5 * theme.labelSize() + measure.width(entries.get(i).name, theme.label());
            if (end > 0 && end + wide > width) {
                current++;
                end = 0;
            }
            x[i] = end;
            row[i] = current;
            end += wide + 1.5 * theme.labelSize();
        }
        rows = entries.isEmpty() ? 0 : current + 1;
    }

    /// What a panel's legend must tell apart; empty when there is one curve only, which the panel's title names.
    static List<Entry> of(Panel panel) {
        List<Entry> entries = new ArrayList<>();
        for (Series series : panel.series()) {
            Entry entry = new Entry(series.name(), series.colour());
            if (!series.name().isEmpty() && !entries.contains(entry)) {
                entries.add(entry);
            }
        }
        return entries.size() < 2 ? List.of() : entries;
    }

    double height() {
        return rows * rowHeight();
    }

    void paint(Surface surface, double left, double top) {
        for (int i = 0; i < x.length; i++) {
            double middle = top + (row[i] + 0.5) * rowHeight();
            double baseline = middle + 0.36 * theme.labelSize();
            double from = left + x[i];
            Entry entry = entries.get(i);
            surface.line(
                    from,
                    middle,
                    from + stroke(),
                    middle,
                    Pen.solid(theme.series(entry.colour), 1.5 * theme.lineWidth()));
            surface.text(entry.name, from + stroke() + 0.5 * theme.labelSize(), baseline, theme.label(), theme.ink());
        }
    }

    private double stroke() {
        return 1.6 * theme.labelSize();
    }

    private double rowHeight() {
        return 1.5 * theme.labelSize();
    }

    record Entry(String name, int colour) {}
}
