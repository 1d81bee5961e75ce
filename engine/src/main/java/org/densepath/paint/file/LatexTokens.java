package org.densepath.paint.file;

import org.densepath.paint.CreditSummary;
import org.densepath.paint.CreditedText;
import org.densepath.paint.Glyphs;
import org.densepath.paint.HeatmapFigure;

/// A heatmap as coloured boxes of text that LaTeX breaks into lines.
final class LatexTokens {
    private final HeatmapFigure figure;
    private final LatexCredit credit;
    private final StringBuilder source = new StringBuilder();

    LatexTokens(HeatmapFigure figure, FigureSettings settings) {
        this.figure = figure;
        credit = new LatexCredit(figure, figure.style(), settings);
    }

    String source() {
        source.append(credit.begin());
        source.append("\\setlength{\\lineskip}{1.5pt}\\setlength{\\lineskiplimit}{1.5pt}%\n");
        for (CreditedText text : figure.texts()) {
            text(text);
        }
        CreditSummary total = figure.texts().stream()
                .map(text -> CreditSummary.of(text.credit()))
                .reduce(new CreditSummary(0, 0, 0), CreditSummary::plus);
        source.append(credit.legend(LatexCredit.sentence(total)));
        return source.append(credit.end()).toString();
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

    private void token(String token, float value) {
        String[] lines = token.split("\n", -1);
        for (int l = 0; l < lines.length; l++) {
            boolean ends = l < lines.length - 1;
            String shown = lines[l] + (ends && figure.style().newlines() ? Glyphs.NEWLINE : "");
            credit.boxes(shown, value).forEach(source::append);
            if (ends) {
                source.append("\n\\par\\noindent");
            }
        }
    }
}
