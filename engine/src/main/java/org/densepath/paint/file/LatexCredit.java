package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.List;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditFigure;
import org.densepath.paint.CreditPainter;
import org.densepath.paint.CreditSummary;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.Ink;
import org.densepath.paint.NumberText;
import org.densepath.paint.Palette;
import org.densepath.paint.TextStyle;
import org.densepath.paint.Theme;
import org.densepath.paint.ValueRange;

/// What figures of token credit have in common as LaTeX: the frame around them, tokens as boxes with the
/// palette's very colours, and the legend.
final class LatexCredit {
    private static final int LEGEND_STEPS = 32;
    /// Longer tokens are cut into boxes that a line can hold.
    private static final int LONGEST = 24;

    private final CreditFigure figure;
    private final HeatmapStyle style;
    private final FigureSettings settings;
    private final Theme theme;
    private final CreditPainter cells;

    LatexCredit(CreditFigure figure, HeatmapStyle style, FigureSettings settings) {
        this.figure = figure;
        this.style = style;
        this.settings = settings;
        theme = settings.theme();
        cells = new CreditPainter(theme, figure.colours(), figure.range());
    }

    /// The commands for tokens, and the start of the box that holds all.
    String begin() {
        StringBuilder source = new StringBuilder();
        source.append("\\providecommand{\\dptoken}[3]{\\colorbox[RGB]{#1}{\\r"
                        + "ule[-0.55ex]{0pt}{2.4ex}\\textcolor[RGB]{#2}{#3}}")
                .append("\\hskip 0pt plus 0.3pt\\relax}% background, text colour, text\n")
                .append("\\providecommand{\\dpplain}[2]{\\textcolor[RGB]{#1}{#2}}% a token without credit\n");
        source.append("\\begingroup\\setlength{\\fboxsep}{0pt}%\n");
        source.append(theme.dark() ? "\\colorbox[RGB]{" + LatexSource.rgb(theme.background()) + "}{%\n" : "");
        source.append("\\begin{minipage}{")
                .append(settings.size().widthMillimetres())
                .append("mm}\\raggedright\\footnotesize")
                .append(style.face() == TextStyle.Face.MONO ? "\\ttfamily" : "\\sffamily")
                .append("\\color[RGB]{")
                .append(LatexSource.rgb(theme.ink()))
                .append("}%\n");
        if (!figure.title().isBlank()) {
            source.append("{\\bfseries ").append(LatexText.of(figure.title())).append("}\\par\\smallskip\n");
        }
        return source.toString();
    }

    String end() {
        return "\\end{minipage}" + (theme.dark() ? "}" : "") + "%\n\\endgroup\n";
    }

    /// A token's text without line ends, in as many boxes as it needs.
    List<String> boxes(String text, float credit) {
        List<String> boxes = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int to = text.codePointCount(from, text.length()) > LONGEST
                    ? text.offsetByCodePoints(from, LONGEST)
                    : text.length();
            boxes.add(box(text.substring(from, to), credit));
            from = to;
        }
        return boxes;
    }

    private String box(String piece, float credit) {
        String drawn = style.blanks() ? piece.replace(' ', '·') : piece;
        if (Float.isNaN(credit)) {
            // a blank at the start goes before the command, whose colour would swallow it
            boolean blank = drawn.startsWith(" ");
            return (blank ? "\n" : "%\n") + "\\dpplain{" + LatexSource.rgb(theme.noCredit()) + "}{"
                    + LatexText.of(blank ? drawn.substring(1) : drawn) + "}";
        }
        Ink cell = cells.cell(credit);
        String inside = LatexText.solid(drawn);
        boolean marked = figure.colours().marksNegative() && credit < 0;
        return "%\n\\dptoken{" + LatexSource.rgb(cell) + "}{" + LatexSource.rgb(theme.textOn(cell)) + "}{"
                + (marked ? "\\underline{" + inside + "}" : inside) + "}";
    }

    /// @param words what stands beside the colours
    String legend(String words) {
        ValueRange range = figure.range();
        ColourMap map = figure.colours();
        Palette palette = theme.palette(map);
        StringBuilder source = new StringBuilder("\\smallskip\\noindent{\\scriptsize\\textbf{")
                .append(LatexText.of(figure.layer()))
                .append("}\\quad ")
                .append(LatexText.of(limit(range.low())))
                .append("~");
        for (int i = 0; i < LEGEND_STEPS; i++) {
            double share = (i + 0.5) / LEGEND_STEPS;
            Ink ink = palette.at(map.diverging() ? 2 * share - 1 : share);
            source.append("%\n\\textcolor[RGB]{")
                    .append(LatexSource.rgb(ink))
                    .append("}{\\rule[-0.3ex]{0.8mm}{1.8ex}}");
        }
        return source.append("%\n~")
                .append(LatexText.of(limit(range.high())))
                .append("\\quad ")
                .append(LatexText.of(words))
                .append("\\par}%\n")
                .toString();
    }

    /// `n 12, Σ +3.40, mean +0.283`.
    static String sentence(CreditSummary summary) {
        return summary.sentence().replaceAll(" {2,}", ", ");
    }

    private String limit(double value) {
        return figure.range().diverging() ? NumberText.signed(value) : NumberText.plain(value);
    }
}
