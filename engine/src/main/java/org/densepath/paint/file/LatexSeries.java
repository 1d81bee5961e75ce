package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.List;
import org.densepath.paint.Extent;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;

/// The series of a panel as plots of pgfplots: bands, lines, and what was measured now and then with its marks
/// and whiskers.
final class LatexSeries {
    private static final int COLUMNS = 150;

    private final StringBuilder source;
    private final Panel panel;
    private final Extent range;

    LatexSeries(StringBuilder source, Panel panel, Extent range) {
        this.source = source;
        this.panel = panel;
        this.range = range;
    }

    /// Bands below, then the curves, the strongest last.
    void write() {
        panel.series().stream()
                .filter(s -> s.emphasis() == Series.Emphasis.STRONG || s.emphasis() == Series.Emphasis.FAINT)
                .forEach(this::band);
        for (Series.Emphasis emphasis : Series.Emphasis.values()) {
            panel.series().stream().filter(s -> s.emphasis() == emphasis).forEach(this::series);
        }
    }

    static String colour(Series series) {
        return "dp" + series.colour();
    }

    private void series(Series series) {
        switch (series.emphasis()) {
            case SCATTER -> dots(series);
            case FAINT -> line(series, ", opacity=0.35, very thin");
            case STRONG -> line(series, ", semithick");
            case POINTS -> measured(series, "mark=*, mark size=1.1pt, very thin");
            case SINGLE ->
                measured(
                        series,
                        "only marks, mark=diamond*, mark size=2pt, very thin, mark options={fill=dpback, thin}");
        }
    }

    private void band(Series series) {
        List<Integer> points = new ArrayList<>();
        if (series.low().length > 0) {
            for (int i : Thinning.of(series, range, COLUMNS)) {
                if (Double.isFinite(series.low()[i]) && Double.isFinite(series.high()[i])) {
                    points.add(i);
                }
            }
        }
        if (points.size() > 1) {
            source.append("\\addplot[forget plot, draw=none, fill=")
                    .append(colour(series))
                    .append(", fill opacity=0.18] coordinates {");
            points.forEach(i -> point(series.x()[i], series.low()[i]));
            points.reversed().forEach(i -> point(series.x()[i], series.high()[i]));
            source.append("} -- cycle;\n");
        }
    }

    private void line(Series series, String style) {
        begin(series, "no marks" + style);
        for (int i : Thinning.of(series, range, COLUMNS)) {
            point(series.x()[i], seen(series.y()[i]));
        }
        source.append("};\n");
    }

    private void dots(Series series) {
        begin(series, "only marks, mark=*, mark size=0.6pt, opacity=0.5");
        for (int i : Thinning.of(series, range, COLUMNS)) {
            point(series.x()[i], seen(series.y()[i]));
        }
        source.append("};\n");
    }

    /// Every one of them: they are few.
    private void measured(Series series, String style) {
        boolean whiskers = series.low().length > 0;
        begin(series, style + (whiskers ? ", error bars/.cd, y dir=both, y explicit" : ""));
        for (int i = 0; i < series.x().length; i++) {
            double value = seen(series.y()[i]);
            point(series.x()[i], value);
            if (whiskers && Double.isFinite(series.low()[i] + series.high()[i])) {
                source.append(" += (0,")
                        .append(LatexSource.number(series.high()[i] - value))
                        .append(") -= (0,")
                        .append(LatexSource.number(value - series.low()[i]))
                        .append(")\n");
            }
        }
        source.append("};\n");
    }

    private void begin(Series series, String style) {
        source.append("\\addplot[forget plot, ")
                .append(colour(series))
                .append(", ")
                .append(style)
                .append("] coordinates {");
    }

    private double seen(double value) {
        return panel.logY() && value <= 0 ? Double.NaN : value;
    }

    private void point(double x, double y) {
        source.append('(')
                .append(LatexSource.number(x))
                .append(',')
                .append(LatexSource.number(y))
                .append(")\n");
    }
}
