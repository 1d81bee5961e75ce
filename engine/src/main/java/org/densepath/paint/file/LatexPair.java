package org.densepath.paint.file;

import java.util.Locale;
import org.densepath.paint.Alignment;
import org.densepath.paint.CreditSummary;
import org.densepath.paint.CreditedText;
import org.densepath.paint.DifferenceScale;
import org.densepath.paint.Glyphs;
import org.densepath.paint.Ink;
import org.densepath.paint.NumberText;
import org.densepath.paint.PairFigure;
import org.densepath.paint.Theme;

/// Two aligned texts as LaTeX: a small stack a column (the first's token, the bar of the difference, the second's
/// token), which LaTeX breaks into rows as it does words.
final class LatexPair {
    private static final double LONGEST_BAR = 5;
    private static final double NUMBER = 2.4;

    private final PairFigure figure;
    private final LatexCredit credit;
    private final Theme theme;
    private final float[] differences;
    private final DifferenceScale scale;

    LatexPair(PairFigure figure, FigureSettings settings) {
        this.figure = figure;
        credit = new LatexCredit(figure, figure.style(), settings);
        theme = settings.theme();
        differences = figure.differences();
        scale = DifferenceScale.of(differences);
    }

    String source() {
        StringBuilder source = new StringBuilder(credit.begin());
        source.append("\\setlength{\\lineskip}{7pt}\\setlength{\\lineskiplimit}{7pt}%\n")
                .append(macros());
        heading(source, "A", figure.first());
        heading(source, "B", figure.second());
        source.append("\\smallskip\\noindent");
        for (int i = 0; i < differences.length; i++) {
            Alignment.Column column = figure.alignment().columns().get(i);
            stack(source, i, column);
            if (ends(figure.first(), column.first()) || ends(figure.second(), column.second())) {
                source.append("\n\\par\\noindent");
            }
        }
        double gap = CreditSummary.of(figure.second().credit()).sum()
                - CreditSummary.of(figure.first().credit()).sum();
        source.append("\\par\n")
                .append(credit.legend(
                        "bars: B − A, together " + NumberText.signed(gap) + "; framed: tokens that differ; ·: none"));
        return source.append(credit.end()).toString();
    }

    private String macros() {
        return String.format(
                Locale.ROOT,
                "\\def\\dpup#1#2#3{\\vbox to %.2fmm{\\offinterlineskip\\vfil\\halign{\\hfil##\\hfil\\cr\\tiny#3\\cr\\n"
                    + "oalign{\\kern.3mm}\\textcolor[RGB]{#1}{\\vrule width 1.6mm height #2 depth 0pt}\\cr}}}%%"
                    + " colour, height, number%n\\def\\dpdown#1#2#3{\\vbox to"
                    + " %.2fmm{\\offinterlineskip\\halign{\\hfil##\\hfil\\cr\\textcolor[RGB]{#1}{\\vrule width 1.6mm"
                    + " height #2 depth 0pt}\\cr\\n"
                    + "oalign{\\kern.5mm}\\tiny#3\\cr}\\vfil}}%%%n\\def\\dprow{\\vrule width 0pt height 2.3ex depth"
                    + " 1ex}%%%n\\def\\dpstack#1#2#3#4{\\leavevmode\\vtop{\\offinterlineskip\\halign{\\hfil##\\hfil\\cr\\dprow#1\\cr#2\\cr\\n"
                    + "oalign{\\hrule height .2pt}#3\\cr\\dprow#4\\cr}}\\hskip 0pt plus .3pt\\r"
                    + "elax}%% A, bar up, bar down, B%n"
                    + "\\def\\dpchanged#1{{\\setlength{\\fboxrule}{.5pt}\\fcolorbox[RGB]{%s}{%s}{#1}}}%%%n",
                room(scale.up()),
                room(scale.down()),
                LatexSource.rgb(theme.ink()),
                LatexSource.rgb(theme.background()));
    }

    private double room(double longest) {
        return scale.share(longest) * LONGEST_BAR + (longest > 0 ? NUMBER : 0.6);
    }

    private static void heading(StringBuilder source, String name, CreditedText text) {
        source.append("{\\bfseries ")
                .append(name)
                .append("\\quad ")
                .append(LatexText.of(text.heading()))
                .append("}\\hfill{\\scriptsize ")
                .append(LatexText.of(LatexCredit.sentence(CreditSummary.of(text.credit()))))
                .append("}\\par\n");
    }

    private void stack(StringBuilder source, int index, Alignment.Column column) {
        boolean changed = column.kind() != Alignment.Kind.SAME;
        float difference = differences[index];
        source.append("%\n\\dpstack{")
                .append(cell(figure.first(), column.first(), changed))
                .append("}{")
                .append(bar("\\dpup", difference > 0 ? difference : 0))
                .append("}{")
                .append(bar("\\dpdown", difference < 0 ? difference : 0))
                .append("}{")
                .append(cell(figure.second(), column.second(), changed))
                .append("}");
    }

    private String bar(String command, float difference) {
        Ink ink = scale.ink(theme.palette(figure.colours()), difference);
        return String.format(
                Locale.ROOT,
                "%s{%s}{%.2fmm}{%s}",
                command,
                LatexSource.rgb(ink),
                scale.share(difference) * LONGEST_BAR,
                scale.writes(difference) ? LatexText.of(NumberText.signed(difference)) : "");
    }

    private String cell(CreditedText text, int token, boolean changed) {
        if (token < 0) {
            return "\\dpplain{" + LatexSource.rgb(theme.muted()) + "}{" + LatexText.of("·") + "}";
        }
        String inside = String.join("", credit.boxes(drawn(text.tokens().get(token)), text.credit()[token]));
        return changed ? "\\dpchanged{" + inside + "}" : inside;
    }

    private static String drawn(String token) {
        return token.replace("\r\n", "\n").replace("\n", Glyphs.NEWLINE);
    }

    private static boolean ends(CreditedText text, int token) {
        return token >= 0 && text.tokens().get(token).indexOf('\n') >= 0;
    }
}
