package org.densepath.paint.file;

import java.util.Locale;
import java.util.Map;
import org.densepath.paint.BarFigure;
import org.densepath.paint.BarPainter;
import org.densepath.paint.CreditFigure;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.CurvePainter;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.Ink;
import org.densepath.paint.PairFigure;
import org.densepath.paint.RadarFigure;

/// Figures as LaTeX source to be read with `\input`: tokens in coloured boxes, curves and bars by pgfplots. What
/// it needs in the preamble stands in its first lines. It is set in the document's own fonts.
final class LatexSource {
    private LatexSource() {}

    static String of(KeptFigure kept, String stamp) {
        boolean tokens = kept.figure() instanceof CreditFigure;
        StringBuilder source = new StringBuilder();
        source.append(CommentBlock.head('%', kept));
        source.append("%\n% In the preamble: ")
                .append(
                        kept.figure() instanceof RadarFigure
                                ? "\\usepackage{tikz}"
                                : tokens ? "\\usepackage{xcolor}" : "\\usepackage{pgfplots} \\pgfplotsset{compat=1.16}")
                .append(kept.figure() instanceof CurveFigure ? " \\usepgfplotslibrary{groupplots}" : "")
                .append("\n"
                        + "% In the text:     \\begin{figure} \\centering \\input{THIS-FILE} \\caption{...}"
                        + " \\end{figure}\n");
        caption(source, kept);
        source.append("%\n").append(LatexText.DEFINITION);
        String body =
                switch (kept.figure()) {
                    case HeatmapFigure heatmap -> new LatexTokens(heatmap, kept.settings()).source();
                    case PairFigure pair -> new LatexPair(pair, kept.settings()).source();
                    case CurveFigure _ ->
                        LatexCurves.of(
                                (CurvePainter) kept.painter(kept.measure()),
                                kept.settings().theme(),
                                kept.figure().title());
                    case RadarFigure radar -> LatexRadar.of(radar, kept.settings());
                    case BarFigure bars ->
                        LatexBars.of(bars, (BarPainter) kept.painter(kept.measure()), kept.settings());
                };
        source.append(body);
        source.append(CommentBlock.stamp('%', stamp));
        return source.toString();
    }

    private static void caption(StringBuilder source, KeptFigure kept) {
        String caption = kept.figure().caption().isBlank()
                ? kept.provenance().getOrDefault("caption", "")
                : kept.figure().caption();
        if (!caption.isBlank()) {
            CommentBlock.line(source, '%', "Caption:         " + LatexText.of(caption.replaceAll("\\R", " ")));
        }
    }

    /// `12,34,56`.
    static String rgb(Ink ink) {
        return ink.red() + "," + ink.green() + "," + ink.blue();
    }

    static String define(Map<String, Ink> colours) {
        StringBuilder lines = new StringBuilder();
        colours.forEach((name, ink) -> lines.append("\\definecolor{")
                .append(name)
                .append("}{RGB}{")
                .append(rgb(ink))
                .append("}%\n"));
        return lines.toString();
    }

    /// Units as millimetres.
    static String mm(double units) {
        return String.format(Locale.ROOT, "%.2fmm", units / 96 * 25.4);
    }

    /// A number that TeX reads.
    static String number(double value) {
        return Double.isFinite(value) ? Float.toString((float) value).toLowerCase(Locale.ROOT) : "nan";
    }
}
