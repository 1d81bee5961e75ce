package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// Names of curves beside a stroke of their colour, in as many rows as the width asks for and the room allows;
/// beyond that it says how many more there are.
final class SeriesLegend {
    private final List<Entry> entries;
    private final Theme theme;
    private final double[] x;
    private final int[] row;
    private final int rows;
    /// `and 7 more`, where not all are named; empty else.
    private final String more;
    private final double moreLeft;

    /// @param entries may be empty
    /// @param room the most that it may be high, but for one row
    SeriesLegend(List<Entry> entries, Theme theme, TextMeasure measure, double width, double room) {
        this.theme = theme;
        x = new double[entries.size()];
        row = new int[entries.size()];
        double[] ends = new double[entries.size()];
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
            ends[i] = end;
        }
        int most = (int) Math.max(1, Math.min(room / rowHeight(), entries.size()));
        int named = x.length;
        while (named > 0 && row[named - 1] >= most) {
            named--;
        }
        while (named > 1
                && named < x.length
                && ends[named - 1] + measure.width(more(x.length - named), theme.label()) > width
                && row[named - 1] == row[named - 2]) {
            named--;
        }
        this.entries = entries.subList(0, named);
        more = named < x.length ? more(x.length - named) : "";
        moreLeft = named == 0 ? 0 : ends[named - 1];
        rows = named == 0 ? 0 : row[named - 1] + 1;
    }

    private static String more(int count) {
        return "and " + count + " more";
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
        for (int i = 0; i < entries.size(); i++) {
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
        if (!more.isEmpty()) {
            double baseline = top + (rows - 0.5) * rowHeight() + 0.36 * theme.labelSize();
            surface.text(more, left + moreLeft, baseline, theme.label(), theme.muted());
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
