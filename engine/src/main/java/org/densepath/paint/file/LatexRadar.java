package org.densepath.paint.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densepath.paint.Ink;
import org.densepath.paint.RadarFigure;
import org.densepath.paint.Theme;
import org.densepath.paint.Ticks;

/// A radar as a TikZ picture: the middle is 0, the legend below.
final class LatexRadar {
    private static final double RADIUS = 26;

    private LatexRadar() {}

    static String of(RadarFigure figure, FigureSettings settings) {
        Theme theme = settings.theme();
        Map<String, Ink> colours = new LinkedHashMap<>();
        figure.rings().forEach(ring -> colours.put("dp" + ring.colour(), theme.series(ring.colour())));
        colours.put("dpmuted", theme.muted());
        colours.put("dpfaint", theme.faint());
        colours.put("dpink", theme.ink());
        colours.put("dpback", theme.background());
        Ticks ticks = figure.ticks();
        double rim = ticks.values().getLast();
        int spokes = figure.spokes().size();
        StringBuilder drawn = new StringBuilder();
        for (double tick : ticks.values().subList(1, ticks.values().size())) {
            StringBuilder ring = new StringBuilder("\\draw[dpfaint] ");
            for (int i = 0; i < spokes; i++) {
                ring.append(place(i, spokes, tick / rim)).append(" -- ");
            }
            drawn.append(ring).append("cycle;\n");
        }
        for (int i = 0; i < spokes; i++) {
            drawn.append("\\draw[dpfaint] (0,0) -- ")
                    .append(place(i, spokes, 1))
                    .append(";\n");
            double across = Math.sin(2 * Math.PI * i / spokes);
            String anchor = Math.abs(across) < 0.2 ? "center" : across < 0 ? "east" : "west";
            drawn.append("\\node[anchor=" + anchor + "] at ")
                    .append(place(i, spokes, 1.1))
                    .append(" {" + LatexText.of(figure.spokes().get(i)) + "};\n");
        }
        drawn.append("\\node[anchor=east, dpmuted, font=\\tiny\\sffamily] at ")
                .append(place(0, spokes, 1))
                .append(" {" + ticks.labels().getLast() + "};\n");
        figure.rings().forEach(ring -> ring(drawn, ring, spokes, rim));
        return "\\begingroup\n" + LatexSource.define(colours)
                + (theme.dark() ? "\\colorbox{dpback}{%\n" : "")
                + "\\begin{tikzpicture}[x=1mm, y=1mm, font=\\scriptsize\\sffamily, color=dpink]\n"
                + title(figure) + drawn + legend(figure.rings())
                + "\\node[dpmuted, font=\\tiny\\sffamily] at (0,-" + (RADIUS + 6) + ") {"
                + LatexText.of(figure.valueLabel()) + "};\n"
                + "\\end{tikzpicture}" + (theme.dark() ? "}" : "") + "%\n\\endgroup\n";
    }

    private static String title(RadarFigure figure) {
        return figure.title().isBlank()
                ? ""
                : "\\node at (0," + (RADIUS + 9) + ") {\\textbf{" + LatexText.of(figure.title()) + "}};\n";
    }

    private static void ring(StringBuilder drawn, RadarFigure.Ring ring, int spokes, double rim) {
        for (int i = 0; i < spokes; i++) {
            double from = ring.values().get(i);
            double to = ring.values().get((i + 1) % spokes);
            if (Double.isFinite(from)) {
                String at = place(i, spokes, from / rim);
                if (Double.isFinite(to)) {
                    drawn.append("\\draw[dp" + ring.colour() + ", thick] ")
                            .append(at + " -- " + place(i + 1, spokes, to / rim) + ";\n");
                }
                drawn.append("\\fill[dp" + ring.colour() + "] " + at + " circle (0.6);\n");
            }
        }
    }

    private static String legend(List<RadarFigure.Ring> rings) {
        StringBuilder nodes = new StringBuilder();
        for (int i = 0; i < rings.size(); i++) {
            double y = -RADIUS - 10 - 4 * i;
            nodes.append(String.format(
                    Locale.ROOT,
                    "\\draw[dp%d, thick] (-20,%.1f) -- (-14,%.1f); \\node[anchor=west] at (-13,%.1f) {%s};\n",
                    rings.get(i).colour(),
                    y,
                    y,
                    y,
                    LatexText.of(rings.get(i).name())));
        }
        return nodes.toString();
    }

    private static String place(int spoke, int spokes, double share) {
        double angle = 2 * Math.PI * spoke / spokes;
        return String.format(
                Locale.ROOT, "(%.2f,%.2f)", RADIUS * share * Math.sin(angle), RADIUS * share * Math.cos(angle));
    }
}
