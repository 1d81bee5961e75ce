package org.densepath.paint;

import java.util.List;

/// A heatmap's key: layer, colour bar with the range's ends, what grey text means, and the totals.
final class HeatmapLegend {
    private static final int STEPS = 48;

    private final HeatmapFigure figure;
    private final Theme theme;
    private final TextMeasure measure;
    private final Palette palette;
    private final String low;
    private final String high;
    private final String noCredit;
    private final String total;
    private final double barWidth;
    private final double noCreditX;
    private final int noCreditRow;
    private final double totalsX;
    private final int totalsRow;

    HeatmapLegend(HeatmapFigure figure, Theme theme, TextMeasure measure, double width) {
        this.figure = figure;
        this.theme = theme;
        this.measure = measure;
        this.palette = theme.palette(figure.colours());
        List<float[]> credit = figure.texts().stream().map(CreditedText::credit).toList();
        ValueRange range = figure.range();
        boolean below = false;
        boolean above = false;
        boolean none = false;
        for (float[] values : credit) {
            for (float value : values) {
                below |= value < range.low();
                above |= value > range.high();
                none |= Float.isNaN(value);
            }
        }
        low = (below ? "≤ " : "") + end(range.low());
        high = (above ? "≥ " : "") + end(range.high());
        noCredit = none ? "grey: no credit" : "";
        total = credit.stream()
                .map(CreditSummary::of)
                .reduce(new CreditSummary(0, 0, 0), CreditSummary::plus)
                .sentence();

        TextStyle label = theme.label();
        double texts = measure.width(figure.layer(), label.asBold())
                + measure.width(low, label)
                + measure.width(high, label)
                + 2 * label.size();
        barWidth = Math.clamp(width - texts, 3 * label.size(), 11 * label.size());
        double end = texts + barWidth;
        double wide = noCredit.isEmpty() ? 0 : 1.5 * label.size() + measure.width(noCredit, label);
        noCreditRow = end + wide <= width ? 0 : 1;
        noCreditX = noCreditRow == 0 ? end + 1.5 * label.size() : 0;
        double before = noCreditRow == 0 ? end + wide : wide;
        boolean beside = before + 1.5 * label.size() + measure.width(total, label) <= width;
        totalsRow = beside ? noCreditRow : noCreditRow + 1;
        totalsX = beside ? width - measure.width(total, label) : 0;
    }

    double height() {
        return (1 + Math.max(noCreditRow, totalsRow)) * rowHeight();
    }

    void paint(Surface surface, double left, double top) {
        TextStyle label = theme.label();
        double baseline = top + label.size() * 1.1;
        double x = left;
        surface.text(figure.layer(), x, baseline, label.asBold(), theme.ink());
        x += measure.width(figure.layer(), label.asBold()) + label.size();
        surface.text(low, x, baseline, label, theme.ink());
        x += measure.width(low, label) + 0.5 * label.size();
        bar(surface, x, top + label.size() * 0.2, label.size());
        x += barWidth + 0.5 * label.size();
        surface.text(high, x, baseline, label, theme.ink());
        surface.text(noCredit, left + noCreditX, baseline + noCreditRow * rowHeight(), label, theme.noCredit());
        surface.text(total, left + totalsX, baseline + totalsRow * rowHeight(), label, theme.muted());
    }

    private void bar(Surface surface, double x, double top, double tall) {
        double step = barWidth / STEPS;
        ValueRange range = figure.range();
        for (int i = 0; i < STEPS; i++) {
            double share = (i + 0.5) / STEPS;
            // half a step of overlap, because viewers of vector figures leave seams between neighbours
            double overlap = i < STEPS - 1 ? step / 2 : 0;
            surface.fillRectangle(x + i * step, top, step + overlap, tall, palette.at(range.position(range.at(share))));
        }
        if (figure.colours().marksNegative()) {
            surface.fillRectangle(x, top + tall - 1.5, barWidth / 2, 1.5, theme.ink());
        }
        Pen frame = Pen.solid(theme.muted(), 0.5);
        double right = x + barWidth;
        double bottom = top + tall;
        surface.polyline(new double[] {x, right, right, x, x}, new double[] {top, top, bottom, bottom, top}, 5, frame);
        if (range.diverging()) {
            double zero = x + barWidth / 2;
            surface.line(zero, top, zero, bottom, frame);
        }
    }

    private String end(double value) {
        return figure.range().diverging() ? NumberText.signed(value) : NumberText.plain(value);
    }

    private double rowHeight() {
        return 1.6 * theme.labelSize();
    }
}
