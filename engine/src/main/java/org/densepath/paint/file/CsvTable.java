package org.densepath.paint.file;

import java.util.Locale;
import java.util.stream.Collectors;
import org.densepath.paint.Alignment;
import org.densepath.paint.BarFigure;
import org.densepath.paint.CreditedText;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Figure;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.PairFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.RadarFigure;
import org.densepath.paint.Series;

/// Figures as tables: one row a token, a point or a bar, numbers in full, an empty cell where there is none.
/// Lines that begin with `#` are comments.
final class CsvTable {
    private final StringBuilder table = new StringBuilder();

    private CsvTable() {}

    static String of(KeptFigure kept, String stamp) {
        CsvTable csv = new CsvTable();
        csv.table.append(CommentBlock.head('#', kept));
        // the token "null" is a token
        csv.table
                .append("# read with pandas.read_csv(FILE, comment='#'")
                .append(reading(kept.figure()))
                .append(")\n");
        csv.rows(kept.figure());
        csv.table.append(CommentBlock.stamp('#', stamp));
        return csv.table.toString();
    }

    private static String reading(Figure figure) {
        return switch (figure) {
            case HeatmapFigure _ -> ", keep_default_na=False, na_values={'value': ['']}";
            case PairFigure _ ->
                ", keep_default_na=False, na_values={c: [''] for c in"
                        + " ['position_a', 'value_a', 'position_b', 'value_b', 'difference']}";
            case CurveFigure _, BarFigure _, RadarFigure _ -> "";
        };
    }

    private void rows(Figure figure) {
        switch (figure) {
            case HeatmapFigure heatmap -> tokens(heatmap);
            case PairFigure pair -> columns(pair);
            case CurveFigure curves -> points(curves);
            case BarFigure bars -> bars(bars);
            case RadarFigure radar -> corners(radar);
        }
    }

    private void tokens(HeatmapFigure figure) {
        row("text", "heading", "position", "token", "layer", "value");
        for (int t = 0; t < figure.texts().size(); t++) {
            CreditedText text = figure.texts().get(t);
            for (int i = 0; i < text.credit().length; i++) {
                row(t, text.heading(), i, text.tokens().get(i), figure.layer(), number(text.credit()[i]));
            }
        }
    }

    /// One row a column of the alignment; what one of the texts lacks is empty.
    private void columns(PairFigure figure) {
        row("column", "kind", "position_a", "token_a", "value_a", "position_b", "token_b", "value_b", "difference");
        float[] differences = figure.differences();
        for (int i = 0; i < differences.length; i++) {
            Alignment.Column column = figure.alignment().columns().get(i);
            int a = column.first();
            int b = column.second();
            row(
                    i,
                    column.kind().name().toLowerCase(Locale.ROOT),
                    a < 0 ? "" : a,
                    a < 0 ? "" : figure.first().tokens().get(a),
                    a < 0 ? "" : number(figure.first().credit()[a]),
                    b < 0 ? "" : b,
                    b < 0 ? "" : figure.second().tokens().get(b),
                    b < 0 ? "" : number(figure.second().credit()[b]),
                    number(differences[i]));
        }
    }

    private void points(CurveFigure figure) {
        row("panel", "unit", "series", "kind", "x_axis", "x", "y", "low", "high");
        for (Panel panel : figure.panels()) {
            for (Series s : panel.series()) {
                String kind =
                        switch (s.emphasis()) {
                            case FAINT -> "raw";
                            case STRONG -> "line";
                            case SCATTER, POINTS -> "points";
                            case SINGLE -> "score";
                        };
                for (int i = 0; i < s.x().length; i++) {
                    boolean band = s.low().length > 0;
                    row(
                            panel.title(),
                            panel.yLabel(),
                            s.name(),
                            kind,
                            panel.xLabel(),
                            number(s.x()[i]),
                            number(s.y()[i]),
                            band ? number(s.low()[i]) : "",
                            band ? number(s.high()[i]) : "");
                }
            }
            for (Panel.Line limit : panel.limits()) {
                row(
                        panel.title(),
                        panel.yLabel(),
                        limit.label(),
                        "limit",
                        panel.xLabel(),
                        "",
                        number(limit.at()),
                        "",
                        "");
            }
            for (Panel.Line mark : panel.marks()) {
                row(panel.title(), panel.yLabel(), mark.label(), "mark", panel.xLabel(), number(mark.at()), "", "", "");
            }
        }
    }

    private void bars(BarFigure figure) {
        row("group", "name", "measure", "value", "low", "high", "note", "points");
        for (BarFigure.Group group : figure.groups()) {
            for (BarFigure.Bar bar : group.bars()) {
                row(
                        group.heading(),
                        bar.name(),
                        figure.valueLabel(),
                        number(bar.value()),
                        number(bar.low()),
                        number(bar.high()),
                        bar.note(),
                        bar.points().stream().map(point -> number(point)).collect(Collectors.joining(" ")));
            }
        }
    }

    private void corners(RadarFigure figure) {
        row("spoke", "name", "measure", "value");
        for (RadarFigure.Ring ring : figure.rings()) {
            for (int i = 0; i < figure.spokes().size(); i++) {
                row(
                        figure.spokes().get(i),
                        ring.name(),
                        figure.valueLabel(),
                        number(ring.values().get(i).doubleValue()));
            }
        }
    }

    private void row(Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            table.append(i == 0 ? "" : ",").append(cell(cells[i].toString()));
        }
        table.append('\n');
    }

    /// Quoted where RFC 4180 asks for it; and where blanks or `#` would be lost on readers.
    private static String cell(String text) {
        boolean plain = text.chars().allMatch(c -> c > ' ' && c != '"' && c != ',' && c != '#');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String number(float value) {
        return Float.isFinite(value) ? Float.toString(value) : number((double) value);
    }
}
