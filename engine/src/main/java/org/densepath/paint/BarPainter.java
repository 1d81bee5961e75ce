package org.densepath.paint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Draws scores as horizontal bars with their intervals: names at the left, values and notes at the right.
public final class BarPainter implements FigurePainter {
    private final BarFigure figure;
    private final Theme theme;
    private final TextMeasure measure;
    private final double width;
    private final double height;
    private final WrappedText title;
    private final WrappedText caption;
    private final double top;
    private final double bottom;
    private final AxisScale scale;
    private final int decimals;
    /// Whether notes stand under the names, because beside the values they would leave the bars no room.
    private final boolean notesBelow;
    /// Whether values, too, stand under the names.
    private final boolean valuesBelow;
    /// From a bar's value to its note.
    private final double noteOffset;

    public BarPainter(BarFigure figure, Theme theme, TextMeasure measure, double width) {
        this.figure = figure;
        this.theme = theme;
        this.measure = measure;
        this.width = width;
        double inner = width - 2 * theme.margin();
        title = WrappedText.of(figure.title(), theme.title(), measure, inner);
        caption = WrappedText.of(figure.caption(), theme.label(), measure, inner);
        double largest = Math.max(-extent().low(), extent().high());
        decimals = Math.clamp(2 - (int) Math.floor(Math.log10(largest)), 0, 9);
        double names = 0;
        double values = 0;
        double notes = 0;
        for (BarFigure.Bar bar : bars()) {
            names = Math.max(names, measure.width(bar.name(), theme.body()));
            values = Math.max(values, measure.width(valueText(bar), theme.label()));
            notes = Math.max(notes, measure.width(bar.note(), theme.label()));
        }
        double left = theme.margin() + Math.min(names, 0.4 * inner) + 0.7 * theme.bodySize();
        double besideValues = width - theme.margin() - values - theme.bodySize();
        valuesBelow = besideValues - left < 0.2 * inner;
        double beside = valuesBelow ? width - theme.margin() - 0.5 * theme.bodySize() : besideValues;
        double room = notes > 0 ? notes + theme.bodySize() : 0;
        notesBelow = valuesBelow || beside - room - left < 0.3 * inner;
        noteOffset = values + theme.bodySize();
        double right = Math.max(left + 0.15 * inner, notesBelow ? beside : beside - room);
        scale = new AxisScale(extent(), false, left, right);
        top = theme.margin() + title.height() + (title.lines().isEmpty() ? 0 : 0.3 * theme.bodySize());
        bottom = top + rowsHeight();
        double axis = (figure.valueLabel().isEmpty() ? 1.7 : 3) * theme.labelSize();
        height = bottom
                + axis
                + caption.height()
                + (caption.lines().isEmpty() ? 0 : 0.4 * theme.bodySize())
                + theme.margin();
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    /// A bar's whole row, for hit tests.
    ///
    /// @param heading of its group
    /// @param value as it is written beside the bar
    public record Row(String heading, BarFigure.Bar bar, String value, double top, double height) {}

    /// The rows from top to bottom.
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        double y = top;
        for (BarFigure.Group group : figure.groups()) {
            y += group.heading().isEmpty() ? 0 : headingHeight();
            for (BarFigure.Bar bar : group.bars()) {
                rows.add(new Row(group.heading(), bar, valueText(bar), y, rowHeight()));
                y += rowHeight();
            }
            y += groupGap();
        }
        return rows;
    }

    @Override
    public void paint(Surface surface) {
        surface.fillRectangle(0, 0, width, height, theme.background());
        title.paint(surface, theme.margin(), theme.margin(), theme.ink());
        Ticks ticks = Ticks.fitting(scale.extent(), scale.to() - scale.from(), theme.label(), measure);
        double y = top;
        for (BarFigure.Group group : figure.groups()) {
            if (!group.heading().isEmpty()) {
                surface.text(group.heading(), theme.margin(), y + 1.1 * theme.bodySize(), theme.heading(), theme.ink());
                y += headingHeight();
            }
            double groupBottom = y + group.bars().size() * rowHeight();
            for (double value : ticks.values()) {
                double x = scale.place(value);
                surface.line(x, y, x, groupBottom, Pen.solid(theme.faint(), 0.5 * theme.lineWidth()));
            }
            for (int i = 0; i < group.bars().size(); i++) {
                bar(surface, group.bars().get(i), y + i * rowHeight() + 0.8 * theme.bodySize());
            }
            double zero = scale.place(0);
            surface.line(zero, y, zero, groupBottom, Pen.solid(theme.muted(), 0.6 * theme.lineWidth()));
            y = groupBottom + groupGap();
        }
        axis(surface, ticks);
        caption.paint(surface, theme.margin(), height - theme.margin() - caption.height(), theme.muted());
    }

    private void bar(Surface surface, BarFigure.Bar bar, double middle) {
        double baseline = middle + 0.36 * theme.bodySize();
        double room = scale.from() - theme.margin() - 0.7 * theme.bodySize();
        surface.text(shortened(bar.name(), room), theme.margin(), baseline, theme.body(), theme.ink());
        if (Double.isFinite(bar.value())) {
            double tall = 0.95 * theme.bodySize();
            double zero = scale.place(0);
            double end = scale.place(bar.value());
            Ink fill = theme.series(bar.colour()).over(theme.background(), 0.75);
            surface.fillRectangle(Math.min(zero, end), middle - tall / 2, Math.abs(end - zero), tall, fill);
            if (Double.isFinite(bar.low()) && Double.isFinite(bar.high())) {
                Pen pen = Pen.solid(theme.ink(), 0.9 * theme.lineWidth());
                double from = scale.place(bar.low());
                double to = scale.place(bar.high());
                double cap = 0.22 * theme.bodySize();
                surface.line(from, middle, to, middle, pen);
                surface.line(from, middle - cap, from, middle + cap, pen);
                surface.line(to, middle - cap, to, middle + cap, pen);
            }
            points(surface, bar, middle);
        }
        double right = scale.to() + theme.bodySize();
        double small = middle + 0.36 * theme.labelSize();
        Ink ink = Double.isFinite(bar.value()) ? theme.ink() : theme.muted();
        double below = baseline + 1.3 * theme.labelSize();
        surface.text(
                valueText(bar), valuesBelow ? theme.margin() : right, valuesBelow ? below : small, theme.label(), ink);
        double noteX = (notesBelow ? theme.margin() : right + noteOffset) + (valuesBelow ? noteOffset : 0);
        double noteBaseline = notesBelow ? below : small;
        surface.text(bar.note(), noteX, noteBaseline, theme.label(), theme.muted());
    }

    /// Beside the interval's line by turns, so that near ones are told apart.
    private void points(Surface surface, BarFigure.Bar bar, double middle) {
        Pen rim = Pen.solid(theme.ink(), 0.6 * theme.lineWidth());
        for (int i = 0; i < bar.points().size(); i++) {
            double y = middle + (i % 2 == 0 ? -0.28 : 0.28) * theme.bodySize();
            Marker.CIRCLE.paint(
                    surface, scale.place(bar.points().get(i)), y, 0.17 * theme.bodySize(), theme.background(), rim);
        }
    }

    private void axis(Surface surface, Ticks ticks) {
        TextStyle label = theme.label();
        for (int i = 0; i < ticks.values().size(); i++) {
            String text = (figure.signed() && ticks.values().get(i) > 0 ? "+" : "")
                    + ticks.labels().get(i);
            double x = scale.place(ticks.values().get(i)) - measure.width(text, label) / 2;
            surface.text(text, x, bottom + 1.2 * label.size(), label, theme.muted());
        }
        double middle = (scale.from() + scale.to() - measure.width(figure.valueLabel(), label)) / 2;
        surface.text(figure.valueLabel(), middle, bottom + 2.5 * label.size(), label, theme.muted());
    }

    private Extent extent() {
        List<double[]> values = new ArrayList<>();
        values.add(new double[] {0});
        bars().forEach(bar -> {
            values.add(new double[] {bar.value(), bar.low(), bar.high()});
            values.add(bar.points().stream().mapToDouble(Double::doubleValue).toArray());
        });
        Extent around = Extent.around(values, false).orElse(new Extent(0, 1));
        // bars stand on zero: room is left only where they end
        double room = 0.03 * around.span();
        return new Extent(
                around.low() < 0
                                && values.stream()
                                        .flatMapToDouble(Arrays::stream)
                                        .anyMatch(v -> v < 0)
                        ? around.low() - room
                        : 0,
                around.high() > 0 ? around.high() + room : 0);
    }

    private String valueText(BarFigure.Bar bar) {
        if (!Double.isFinite(bar.value())) {
            return "no score";
        }
        String value = number(bar.value());
        if (!Double.isFinite(bar.low()) || !Double.isFinite(bar.high())) {
            return value;
        }
        return value + " [" + number(bar.low()) + ", " + number(bar.high()) + "]";
    }

    private String number(double value) {
        String text = NumberText.decimals(value, decimals);
        return figure.signed() && value > 0 && text.matches(".*[1-9].*") ? "+" + text : text;
    }

    private String shortened(String name, double room) {
        String text = name;
        while (text.length() > 1 && measure.width(text, theme.body()) > room + 0.01) {
            text = text.substring(0, text.offsetByCodePoints(text.length() - (text.endsWith("…") ? 1 : 0), -1)) + "…";
        }
        return text;
    }

    private List<BarFigure.Bar> bars() {
        return figure.groups().stream().flatMap(g -> g.bars().stream()).toList();
    }

    private double rowsHeight() {
        double sum = 0;
        for (BarFigure.Group group : figure.groups()) {
            sum += (group.heading().isEmpty() ? 0 : headingHeight())
                    + group.bars().size() * rowHeight()
                    + groupGap();
        }
        return Math.max(0, sum - groupGap());
    }

    private double rowHeight() {
        return 1.6 * theme.bodySize() + (notesBelow ? 1.3 * theme.labelSize() : 0);
    }

    private double headingHeight() {
        return 1.5 * theme.bodySize();
    }

    private double groupGap() {
        return 0.6 * theme.bodySize();
    }
}
