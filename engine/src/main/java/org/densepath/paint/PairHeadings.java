package org.densepath.paint;

/// Which text is A and which is B, with their sums at the right.
final class PairHeadings {
    private final Theme theme;
    private final TextMeasure measure;
    private final double width;
    private final String[] names;
    private final String[] sums;

    PairHeadings(PairFigure figure, Theme theme, TextMeasure measure, double width) {
        this.theme = theme;
        this.measure = measure;
        this.width = width;
        CreditSummary first = CreditSummary.of(figure.first().credit());
        CreditSummary second = CreditSummary.of(figure.second().credit());
        sums = new String[] {first.sentence(), second.sentence()};
        names = new String[] {
            shortened("A  " + figure.first().heading(), sums[0]),
            shortened("B  " + figure.second().heading(), sums[1])
        };
    }

    double height() {
        return 2 * lineHeight();
    }

    void paint(Surface surface, double left, double top) {
        for (int i = 0; i < 2; i++) {
            double baseline = top + i * lineHeight() + 1.1 * theme.bodySize();
            surface.text(names[i], left, baseline, theme.heading(), theme.ink());
            double x = left + width - measure.width(sums[i], theme.label());
            surface.text(sums[i], x, baseline, theme.label(), theme.muted());
        }
    }

    private String shortened(String name, String beside) {
        double room = width - measure.width(beside, theme.label()) - theme.bodySize();
        String text = name.strip();
        while (text.length() > 2 && measure.width(text, theme.heading()) > room) {
            int end = text.length() - (text.endsWith("…") ? 1 : 0);
            text = text.substring(0, text.offsetByCodePoints(end, -1)).stripTrailing() + "…";
        }
        return text;
    }

    private double lineHeight() {
        return 1.45 * theme.bodySize();
    }
}
