package org.densepath.paint.file;

import java.util.ArrayList;
import java.util.List;
import org.densepath.paint.ColourMap;
import org.densepath.paint.CreditPainter;
import org.densepath.paint.CreditSummary;
import org.densepath.paint.CreditedText;
import org.densepath.paint.Glyphs;
import org.densepath.paint.HeatmapFigure;
import org.densepath.paint.Ink;
import org.densepath.paint.NumberText;
import org.densepath.paint.Palette;
import org.densepath.paint.Theme;
import org.densepath.paint.ValueRange;

/// A heatmap as coloured boxes of text that LaTeX breaks into lines, with the palette's very colours.
final class LatexTokens {
    private static final int LEGEND_STEPS = 32;
    /// Longer tokens are cut into boxes that a line can hold.
    private static final int LONGEST = 24;

    private final HeatmapFigure figure;
    private final FigureSettings settings;
    private final Theme theme;
    private final CreditPainter cells;
    private final StringBuilder source = new StringBuilder();

    LatexTokens(HeatmapFigure figure, FigureSettings settings) {
        this.figure = figure;
        this.settings = settings;
        theme = settings.theme();
        cells = new CreditPainter(theme, figure.colours(), figure.range());
    }

    String source() {
        source.append("\\providecommand{\\dptoken}[3]{\\colorbox[RGB]{#1}{\\r"
                        + "ule[-0.55ex]{0pt}{2.4ex}\\textcolor[RGB]{#2}{#3}}")
                .append("\\hskip 0pt plus 0.3pt\\relax}% background, text colour, text\n")
                .append("\\providecommand{\\dpplain}[2]{\\textcolor[RGB]{#1}{#2}}% a token without credit\n");
        String width = settings.size().widthMillimetres() + "mm";
        source.append("\\begingroup\\setlength{\\fboxsep}{0pt}%\n");
        source.append(theme.dark() ? "\\colorbox[RGB]{" + LatexSource.rgb(theme.background()) + "}{%\n" : "");
        source.append("\\begin{minipage}{")
                .append(width)
                .append("}\\raggedright\\footnotesize")
                .append(figure.style().face() == org.densepath.paint.TextStyle.Face.MONO ? "\\ttfamily" : "\\sffamily")
                .append("\\color[RGB]{")
                .append(LatexSource.rgb(theme.ink()))
                .append("}%\n");
        source.append("\\setlength{\\lineskip}{1.5pt}\\setlength{\\lineskiplimit}{1.5pt}%\n");
        if (!figure.title().isBlank()) {
            source.append("{\\bfseries ").append(LatexText.of(figure.title())).append("}\\par\\smallskip\n");
        }
        for (CreditedText text : figure.texts()) {
            text(text);
        }
        legend();
        source.append("\\end{minipage}").append(theme.dark() ? "}" : "").append("%\n\\endgroup\n");
        return source.toString();
    }

    private void text(CreditedText text) {
        if (!text.heading().isBlank()) {
            source.append("{\\bfseries ").append(LatexText.of(text.heading())).append("}\\par\n");
        }
        source.append("\\noindent");
        for (int i = 0; i < text.credit().length; i++) {
            token(text.tokens().get(i), text.credit()[i]);
        }
        source.append("\\par\\smallskip\n");
    }

    private void token(String token, float credit) {
        String[] lines = token.split("\n", -1);
        for (int l = 0; l < lines.length; l++) {
            boolean ends = l < lines.length - 1;
            String shown = lines[l] + (ends && figure.style().newlines() ? Glyphs.NEWLINE : "");
            for (String piece : pieces(shown)) {
                piece(piece, credit);
            }
            if (ends) {
                source.append("\n\\par\\noindent");
            }
        }
    }

    private void piece(String piece, float credit) {
        String drawn = figure.style().blanks() ? piece.replace(' ', '·') : piece;
        if (Float.isNaN(credit)) {
            // a blank at the start goes before the command, whose colour would swallow it
            boolean blank = drawn.startsWith(" ");
            source.append(blank ? "\n" : "%\n")
                    .append("\\dpplain{")
                    .append(LatexSource.rgb(theme.noCredit()))
                    .append("}{")
                    .append(LatexText.of(blank ? drawn.substring(1) : drawn))
                    .append('}');
            return;
        }
        Ink cell = cells.cell(credit);
        String inside = LatexText.solid(drawn);
        boolean marked = figure.colours().marksNegative() && credit < 0;
        source.append("%\n\\dptoken{")
                .append(LatexSource.rgb(cell))
                .append("}{")
                .append(LatexSource.rgb(theme.textOn(cell)))
                .append("}{")
                .append(marked ? "\\underline{" + inside + "}" : inside)
                .append('}');
    }

    private static List<String> pieces(String token) {
        List<String> pieces = new ArrayList<>();
        int from = 0;
        while (token.codePointCount(from, token.length()) > LONGEST) {
            int to = token.offsetByCodePoints(from, LONGEST);
            pieces.add(token.substring(from, to));
            from = to;
        }
        if (from < token.length()) {
            pieces.add(token.substring(from));
        }
        return pieces;
    }

    private void legend() {
        ValueRange range = figure.range();
        ColourMap map = figure.colours();
        Palette palette = theme.palette(map);
        source.append("\\smallskip\\noindent{\\scriptsize\\textbf{")
                .append(LatexText.of(figure.layer()))
                .append("}\\quad ")
                .append(LatexText.of(end(range.low())))
                .append("~");
        for (int i = 0; i < LEGEND_STEPS; i++) {
            double share = (i + 0.5) / LEGEND_STEPS;
            Ink ink = palette.at(map.diverging() ? 2 * share - 1 : share);
            source.append("%\n\\textcolor[RGB]{")
                    .append(LatexSource.rgb(ink))
                    .append("}{\\rule[-0.3ex]{0.8mm}{1.8ex}}");
        }
        CreditSummary total = figure.texts().stream()
                .map(text -> CreditSummary.of(text.credit()))
                .reduce(new CreditSummary(0, 0, 0), CreditSummary::plus);
        source.append("%\n~")
                .append(LatexText.of(end(range.high())))
                .append("\\quad ")
                .append(LatexText.of(total.sentence().replaceAll(" {2,}", ", ")))
                .append("\\par}%\n");
    }

    private String end(double value) {
        return figure.range().diverging() ? NumberText.signed(value) : NumberText.plain(value);
    }
}
