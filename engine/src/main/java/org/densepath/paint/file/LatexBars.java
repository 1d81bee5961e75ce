package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densepath.paint.BarFigure;
import org.densepath.paint.BarPainter;
import org.densepath.paint.Ink;
import org.densepath.paint.Theme;

/// Scores as horizontal pgfplots bars with their intervals.
final class LatexBars {
    private LatexBars() {}

    static String of(BarFigure figure, BarPainter painter, FigureSettings settings) {
        Theme theme = settings.theme();
        Map<String, Ink> colours = new LinkedHashMap<>();
        List<BarPainter.Row> rows = painter.rows();
        rows.forEach(r -> colours.put(
                "dp" + r.bar().colour(), theme.series(r.bar().colour()).over(theme.background(), 0.75)));
        colours.put("dpmuted", theme.muted());
        colours.put("dpfaint", theme.faint());
        colours.put("dpink", theme.ink());
        colours.put("dpback", theme.background());

        List<String> labels = new ArrayList<>();
        StringBuilder bars = new StringBuilder();
        StringBuilder points = new StringBuilder();
        StringBuilder values = new StringBuilder();
        int line = 0;
        String heading = "";
        for (BarPainter.Row row : rows) {
            if (!row.heading().equals(heading) && !row.heading().isEmpty()) {
                labels.add("\\textbf{" + LatexText.of(row.heading()) + "}");
                line++;
            }
            heading = row.heading();
            labels.add(LatexText.of(row.bar().name()));
            bars.append(bar(row.bar(), line));
            points.append(points(row.bar(), line));
            String note = row.bar().note().isEmpty() ? "" : ", " + row.bar().note();
            values.append("\\node[anchor=west, font=\\tiny\\sffamily] at ({rel axis cs:1.02,0}|-{axis cs:0,%d}) {%s};\n"
                    .formatted(line, LatexText.of(row.value() + note)));
            line++;
        }
        String numbers = String.join(
                ",",
                java.util.stream.IntStream.range(0, line)
                        .mapToObj(Integer::toString)
                        .toList());
        String width =
                String.format(Locale.ROOT, "%.1fmm", 0.4 * settings.size().widthMillimetres());
        return "\\begingroup\n" + LatexSource.define(colours)
                + (theme.dark() ? "\\colorbox{dpback}{%\n" : "")
                + "\\begin{tikzpicture}[font=\\scriptsize\\sffamily, color=dpink]\n\\begin{axis}[\n  title={\\textbf{"
                + LatexText.of(figure.title())
                + "}}, title style={at={(0,1)}, anchor=south west, inner sep=3pt}, xlabel={"
                + LatexText.of(figure.valueLabel())
                + "}, xlabel style={color=dpmuted, font=\\tiny\\sffamily},\n  scale only axis, width=" + width
                + ", height="
                + String.format(Locale.ROOT, "%.1fmm", 4.2 * Math.max(1, line))
                + ", y dir=reverse, ymin=-0.6, ymax=" + String.format(Locale.ROOT, "%.1f", line - 0.4)
                + ", enlarge x limits={abs=0pt}, xmin=" + LatexSource.number(least(rows)) + ", xmax="
                + LatexSource.number(most(rows)) + ",\n  ytick={" + numbers + "}, yticklabels={"
                + String.join(",", labels.stream().map(l -> "{" + l + "}").toList())
                + "},\n  axis lines=left, axis line style={dpmuted, -}, ytick style={draw=none}, xtick style={dpmuted},"
                + " xmajorgrids, major grid style={dpfaint}, clip=false,\n  xbar, bar shift=0pt, bar width=2.4mm,"
                + " x tick label style={color=dpmuted, font=\\tiny\\sffamily}]\n" + bars + points + values
                + "\\end{axis}\n\\end{tikzpicture}" + (theme.dark() ? "}" : "") + "%\n\\endgroup\n";
    }

    private static String bar(BarFigure.Bar bar, int line) {
        if (!Double.isFinite(bar.value())) {
            return "";
        }
        boolean interval = Double.isFinite(bar.low()) && Double.isFinite(bar.high());
        String errors = interval ? ", error bars/.cd, x dir=both, x explicit, error bar style={dpink, semithick}" : "";
        String amount = interval
                ? " += (" + LatexSource.number(bar.high() - bar.value()) + ",0) -= ("
                        + LatexSource.number(bar.value() - bar.low()) + ",0)"
                : "";
        return "\\addplot[draw=none, fill=dp" + bar.colour() + errors + "] coordinates {("
                + LatexSource.number(bar.value()) + "," + line + ")" + amount + "};\n";
    }

    private static String points(BarFigure.Bar bar, int line) {
        if (bar.points().isEmpty()) {
            return "";
        }
        StringBuilder marks = new StringBuilder("\\addplot[only marks, mark=o, mark size=0.9pt, dpink] coordinates {");
        bar.points().forEach(point -> marks.append("(" + LatexSource.number(point) + "," + line + ")"));
        return marks.append("};\n").toString();
    }

    private static double least(List<BarPainter.Row> rows) {
        double least = 0;
        for (BarPainter.Row row : rows) {
            least = Math.min(
                    least, Math.min(finite(row.bar().value()), finite(row.bar().low())));
            for (double point : row.bar().points()) {
                least = Math.min(least, point);
            }
        }
        return least;
    }

    private static double most(List<BarPainter.Row> rows) {
        double most = 0;
        for (BarPainter.Row row : rows) {
            most = Math.max(
                    most, Math.max(finite(row.bar().value()), finite(row.bar().high())));
            for (double point : row.bar().points()) {
                most = Math.max(most, point);
            }
        }
        return most > least(rows) ? most + 0.03 * (most - least(rows)) : least(rows) + 1;
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
