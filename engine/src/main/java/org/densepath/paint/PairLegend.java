package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// A pair's key: the colour bar of both texts, what the band shows, what frames mean, and the difference of the
/// sums.
final class PairLegend {
    private static final int STEPS = 48;

    private final PairFigure figure;
    private final Theme theme;
    private final TextMeasure measure;
    private final Palette palette;
    private final String low;
    private final String high;
    private final double barWidth;
    private final List<Note> notes = new ArrayList<>();
    private final int rows;

    /// A text and its place; `x` in units from the left, `row` from the top.
    private record Note(String text, TextStyle style, Ink ink, double x, int row) {}

    PairLegend(PairFigure figure, double bandLimit, Theme theme, TextMeasure measure, double width) {
        this.figure = figure;
        this.theme = theme;
        this.measure = measure;
        palette = theme.palette(figure.colours());
        low = end(figure.range().low());
        high = end(figure.range().high());
        TextStyle label = theme.label();
        double bar = measure.width(figure.layer(), label.asBold())
                + measure.width(low, label)
                + measure.width(high, label)
                + 2 * label.size();
        barWidth = Math.clamp(width - bar, 3 * label.size(), 9 * label.size());
        double x = bar + barWidth;
        int row = 0;
        List<String> texts = texts(bandLimit);
        for (String text : texts) {
            boolean result = text.equals(texts.getLast());
            TextStyle style = result ? label.asBold() : label;
            double wide = measure.width(text, style);
            double gap = 1.6 * label.size();
            if (x + gap + wide > width) {
                row++;
                x = 0;
                gap = 0;
            }
            notes.add(new Note(text, style, result ? theme.ink() : theme.muted(), x + gap, row));
            x += gap + wide;
        }
        rows = row + 1;
    }

    private List<String> texts(double bandLimit) {
        List<String> texts = new ArrayList<>();
        double difference = CreditSummary.of(figure.second().credit()).sum()
                - CreditSummary.of(figure.first().credit()).sum();
        texts.add("band: B − A, longest bar " + NumberText.plain(bandLimit));
        boolean missing = figure.alignment().columns().stream().anyMatch(c -> c.first() < 0 || c.second() < 0);
        if (figure.alignment().differences() > 0) {
            texts.add(missing ? "framed: other token; dashed: no token" : "framed: other token");
        }
        texts.add("ΣB − ΣA = " + NumberText.signed(difference));
        return texts;
    }

    double height() {
        return rows * rowHeight();
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
        for (Note note : notes) {
            surface.text(note.text, left + note.x, baseline + note.row * rowHeight(), note.style, note.ink);
        }
    }

    private void bar(Surface surface, double x, double top, double tall) {
        double step = barWidth / STEPS;
        for (int i = 0; i < STEPS; i++) {
            double share = (i + 0.5) / STEPS;
            // half a step of overlap, because viewers of vector figures leave seams between neighbours
            double overlap = i < STEPS - 1 ? step / 2 : 0;
            double position = figure.range().diverging() ? 2 * share - 1 : share;
            surface.fillRectangle(x + i * step, top, step + overlap, tall, palette.at(position));
        }
        Pen frame = Pen.solid(theme.muted(), 0.5);
        double right = x + barWidth;
        double bottom = top + tall;
        surface.polyline(new double[] {x, right, right, x, x}, new double[] {top, top, bottom, bottom, top}, 5, frame);
        if (figure.range().diverging()) {
            surface.line(x + barWidth / 2, top, x + barWidth / 2, bottom, frame);
        }
    }

    private String end(double value) {
        return figure.range().diverging() ? NumberText.signed(value) : NumberText.plain(value);
    }

    private double rowHeight() {
        return 1.6 * theme.labelSize();
    }
}
