package org.densepath.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Bars up and down from zero between the two texts of a pair: what the second has more, column by column. Bars
/// of columns in which one text has no token are hollow.
final class DifferenceBand {
    private final PairFigure figure;
    private final Theme theme;
    private final Palette palette;
    private final DifferenceScale scale;
    /// Each side has the room that its longest bar and its number take.
    private final double above;
    private final double below;

    DifferenceBand(PairFigure figure, Theme theme) {
        this.figure = figure;
        this.theme = theme;
        palette = theme.palette(figure.colours());
        scale = DifferenceScale.of(figure.differences());
        above = room(scale.up());
        below = room(scale.down());
    }

    /// The difference of the longest bar.
    double limit() {
        return scale.limit();
    }

    /// Where the zero line lies, from the top.
    double zero() {
        return above;
    }

    double height() {
        return above + below;
    }

    void paint(Surface surface, PairLayout.Row row, double left, double top, float[] differences) {
        double zero = top + above;
        PairLayout.Cell last = row.cells().getLast();
        double right = left + last.x() + last.width();
        for (PairLayout.Cell cell : row.cells()) {
            if (kind(cell) != Alignment.Kind.SAME) {
                surface.fillRectangle(
                        left + cell.x() + 0.5,
                        top,
                        cell.width() - 1,
                        height(),
                        theme.faint().over(theme.background(), 0.45));
            }
        }
        surface.line(left, zero, right, zero, Pen.solid(theme.muted(), 0.6 * theme.lineWidth()));
        for (PairLayout.Cell cell : row.cells()) {
            bar(surface, cell, left, zero, differences[cell.column()]);
        }
        numbers(surface, row, left, right, zero, differences);
    }

    private void bar(Surface surface, PairLayout.Cell cell, double left, double zero, float difference) {
        double size = length(difference);
        if (size < 0.3) {
            return;
        }
        double wide = Math.clamp(cell.width() - 4, 2, 1.3 * theme.bodySize());
        double x = left + cell.x() + (cell.width() - wide) / 2;
        double y = difference > 0 ? zero - size : zero;
        Ink ink = scale.ink(palette, difference);
        boolean hollow = kind(cell) == Alignment.Kind.ONLY_FIRST || kind(cell) == Alignment.Kind.ONLY_SECOND;
        surface.fillRectangle(x, y, wide, size, hollow ? ink.over(theme.background(), 0.25) : ink);
        if (hollow) {
            double[] xs = {x, x + wide, x + wide, x, x};
            double[] ys = {y, y, y + size, y + size, y};
            surface.polyline(xs, ys, 5, Pen.solid(ink, 0.8 * theme.lineWidth()));
        }
    }

    /// The largest first; a number that would touch another is left out.
    private void numbers(
            Surface surface, PairLayout.Row row, double left, double right, double zero, float[] differences) {
        record Written(double from, double to) {}
        TextStyle style = numberStyle();
        List<Written> above = new ArrayList<>();
        List<Written> below = new ArrayList<>();
        List<PairLayout.Cell> cells = row.cells().stream()
                .filter(cell -> scale.writes(differences[cell.column()]))
                .sorted(Comparator.comparing(cell -> -Math.abs(differences[cell.column()])))
                .toList();
        for (PairLayout.Cell cell : cells) {
            float difference = differences[cell.column()];
            String text = NumberText.signed(difference);
            double wide = surface.measure().width(text, style);
            double x = Math.clamp(left + cell.x() + (cell.width() - wide) / 2, left, Math.max(left, right - wide));
            List<Written> side = difference > 0 ? above : below;
            boolean free = side.stream()
                    .noneMatch(w -> x < w.to + 0.4 * style.size() && x + wide > w.from - 0.4 * style.size());
            // a number that stood on a longer bar beside its own would be read as that bar's
            boolean clear = row.cells().stream()
                    .filter(other -> left + other.x() < x + wide && left + other.x() + other.width() > x)
                    .map(other -> differences[other.column()])
                    .noneMatch(beside -> beside * difference > 0 && Math.abs(beside) > Math.abs(difference));
            if (free && clear) {
                double end = length(difference);
                double baseline = difference > 0 ? zero - end - 0.25 * style.size() : zero + end + 1.0 * style.size();
                surface.text(text, x, baseline, style, theme.ink());
                side.add(new Written(x, x + wide));
            }
        }
    }

    private double length(float difference) {
        return scale.share(difference) * barRoom();
    }

    private Alignment.Kind kind(PairLayout.Cell cell) {
        return figure.alignment().columns().get(cell.column()).kind();
    }

    private TextStyle numberStyle() {
        return new TextStyle(TextStyle.Face.SANS, Math.max(6, theme.labelSize() - 2), false);
    }

    private double room(double longest) {
        double number = scale.writes(longest) ? 1.3 * numberStyle().size() : 0.3 * theme.bodySize();
        return scale.share(longest) * barRoom() + number + 0.15 * theme.bodySize();
    }

    private double barRoom() {
        return 2.1 * theme.bodySize();
    }
}
