package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.densepath.paint.CurvePainter;
import org.densepath.paint.Extent;
import org.densepath.paint.Ink;
import org.densepath.paint.Panel;
import org.densepath.paint.PanelLayout;
import org.densepath.paint.Theme;
import org.densepath.paint.Ticks;

/// Curves as a pgfplots group plot with the sizes and scales of the drawing. Dense curves are thinned to what can
/// be seen: TeX's memory ends at some ten thousand points.
final class LatexCurves {
    /// As the painters draw axes.
    private static final String STYLE = """
          axis lines=left, axis line style={dpmuted, -}, tick style={dpmuted}, tick align=outside,
          tick label style={color=dpmuted, font=\\tiny\\sffamily}, ymajorgrids, major grid style={dpfaint},
          title style={at={(0,1)}, anchor=south west, align=left, inner sep=2pt},
          xlabel style={color=dpmuted, font=\\tiny\\sffamily}, scaled ticks=false, unbounded coords=jump,
          legend style={draw=none, fill=dpback, fill opacity=0.7, text opacity=1, font=\\tiny\\sffamily},
          legend cell align=left]
        """;

    private final Theme theme;
    private final StringBuilder source = new StringBuilder();

    private LatexCurves(Theme theme) {
        this.theme = theme;
    }

    static String of(CurvePainter painter, Theme theme, String title) {
        LatexCurves curves = new LatexCurves(theme);
        curves.write(painter.panels(), title);
        return curves.source.toString();
    }

    private record Entry(String name, int colour) {}

    private void write(List<PanelLayout> panels, String title) {
        Map<String, Ink> colours = new LinkedHashMap<>();
        panels.forEach(
                p -> p.panel().series().forEach(s -> colours.put(LatexSeries.colour(s), theme.series(s.colour()))));
        colours.put("dpalarm", theme.alarm());
        colours.put("dpmuted", theme.muted());
        colours.put("dpfaint", theme.faint());
        colours.put("dpink", theme.ink());
        colours.put("dpback", theme.background());
        source.append("\\begingroup\n").append(LatexSource.define(colours));
        source.append(theme.dark() ? "\\colorbox{dpback}{%\n" : "");
        source.append("\\begin{tabular}{@{}l@{}}\n\\color{dpink}\\sffamily");
        if (!title.isBlank()) {
            source.append("\\textbf{").append(LatexText.of(title)).append("}\\\\\n");
        }
        Set<List<Entry>> legends = new LinkedHashSet<>();
        panels.forEach(p -> legends.add(entries(p.panel())));
        legends.remove(List.of());
        boolean shared = legends.size() == 1;
        if (shared) {
            source.append("\\scriptsize\\sffamily\\color{dpink}");
            legends.iterator().next().forEach(e -> source.append("\\textcolor{dp")
                    .append(e.colour)
                    .append("}{\\rule[0.5ex]{4mm}{1pt}}~")
                    .append(LatexText.of(e.name))
                    .append("\\quad\n"));
            source.append("\\\\\n");
        }
        if (!panels.isEmpty()) {
            plots(panels, shared);
        }
        source.append("\\end{tabular}").append(theme.dark() ? "}" : "").append("%\n\\endgroup\n");
    }

    private void plots(List<PanelLayout> panels, boolean shared) {
        PanelLayout first = panels.getFirst();
        int columns = (int) panels.stream().filter(p -> p.top() == first.top()).count();
        int rows = (panels.size() + columns - 1) / columns;
        double across = columns > 1 ? panels.get(1).left() - first.right() : 0;
        double down = rows > 1 ? panels.get(columns).top() - first.bottom() : 0;
        source.append("\\begin{tikzpicture}[font=\\scriptsize\\sffamily, color=dpink]\n\\begin{groupplot}[\n")
                .append("  group style={group size=%d by %d, horizontal sep=%s, vertical sep=%s},\n"
                        .formatted(columns, rows, LatexSource.mm(across), LatexSource.mm(down)))
                .append("  scale only axis, width=%s, height=%s,\n"
                        .formatted(LatexSource.mm(first.width()), LatexSource.mm(first.height())))
                // a long title is broken where its neighbour begins
                .append("  title style={text width=%s},\n"
                        .formatted(LatexSource.mm(
                                columns > 1 ? 0.95 * (panels.get(1).left() - first.left()) : first.width())))
                .append(STYLE);
        for (PanelLayout panel : panels) {
            panel(panel, shared);
        }
        source.append("\\end{groupplot}\n\\end{tikzpicture}\n");
    }

    private void panel(PanelLayout layout, boolean shared) {
        Panel panel = layout.panel();
        Extent x = layout.x().extent();
        Extent y = layout.y().extent();
        String title = "\\textbf{" + LatexText.of(panel.title()) + "}";
        if (!panel.yLabel().isEmpty()) {
            title += " \\textcolor{dpmuted}{" + LatexText.of(panel.yLabel()) + "}";
        }
        List<String> options = new ArrayList<>();
        options.add("title={" + title + "}");
        if (layout.xLabelled()) {
            options.add("xlabel={" + LatexText.of(panel.xLabel()) + "}");
        }
        options.add("width=" + LatexSource.mm(layout.width()));
        options.add("xmin=" + LatexSource.number(x.low()));
        options.add("xmax=" + LatexSource.number(x.high()));
        options.add("ymin=" + LatexSource.number(y.low()));
        options.add("ymax=" + LatexSource.number(y.high()));
        if (panel.logX()) {
            options.add("xmode=log");
        }
        if (panel.logY()) {
            options.add("ymode=log");
        }
        options.add(ticks("x", layout.xTicks()));
        options.add(ticks("y", layout.yTicks()));
        source.append("\\nextgroupplot[").append(String.join(", ", options)).append("]\n");
        new LatexSeries(source, panel, x).write();
        List<Entry> entries = entries(panel);
        if (!shared && !entries.isEmpty()) {
            entries.forEach(e -> source.append("\\addlegendimage{line legend, dp")
                    .append(e.colour)
                    .append(", thick}\\addlegendentry{")
                    .append(LatexText.of(e.name))
                    .append("}\n"));
        }
        for (Panel.Line limit : panel.limits()) {
            if (limit.at() >= y.low() && limit.at() <= y.high()) {
                rule(
                        x.low(),
                        limit.at(),
                        x.high(),
                        limit.at(),
                        "dpalarm, pos=0, anchor=south west",
                        limit.label(),
                        "dpalarm");
            }
        }
        for (Panel.Line mark : panel.marks()) {
            if (mark.at() >= x.low() && mark.at() <= x.high()) {
                rule(
                        mark.at(),
                        y.low(),
                        mark.at(),
                        y.high(),
                        "dpmuted, pos=1, anchor=north west",
                        mark.label(),
                        "dpmuted");
            }
        }
    }

    private static String ticks(String axis, Ticks ticks) {
        String values = ticks.values().stream().map(LatexSource::number).collect(Collectors.joining(","));
        String labels =
                ticks.labels().stream().map(l -> "{" + LatexText.of(l) + "}").collect(Collectors.joining(","));
        return axis + "tick={" + values + "}, " + axis + "ticklabels={" + labels + "}";
    }

    private void rule(double x1, double y1, double x2, double y2, String node, String label, String colour) {
        source.append("\\addplot[forget plot, dashed, ")
                .append(colour)
                .append("] coordinates {(")
                .append(LatexSource.number(x1))
                .append(',')
                .append(LatexSource.number(y1))
                .append(") (")
                .append(LatexSource.number(x2))
                .append(',')
                .append(LatexSource.number(y2))
                .append(")} node[")
                .append(node)
                .append(", font=\\tiny\\sffamily, inner sep=1.5pt] {")
                .append(LatexText.of(label))
                .append("};\n");
    }

    private static List<Entry> entries(Panel panel) {
        List<Entry> entries = panel.series().stream()
                .filter(s -> !s.name().isEmpty())
                .map(s -> new Entry(s.name(), s.colour()))
                .distinct()
                .toList();
        return entries.size() < 2 ? List.of() : entries;
    }
}
