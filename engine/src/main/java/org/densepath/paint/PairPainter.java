package org.densepath.paint;

import java.util.List;
import java.util.Optional;

/// Draws a pair: title, headings with sums, then row by row the first text, the band of differences and the
/// second text, legend, caption.
///
/// A column whose tokens differ is framed in both texts; a place that is empty in one of them is a dashed frame.
public final class PairPainter implements FigurePainter {
    private final PairFigure figure;
    private final Theme theme;
    private final double width;
    private final double height;
    private final WrappedText title;
    private final PairHeadings headings;
    private final PairLayout layout;
    private final PairLegend legend;
    private final WrappedText caption;
    private final DifferenceBand band;
    private final CellPainter cells;
    private final double headingsTop;
    private final double rowsTop;
    private final double gutter;
    private final double lineHeight;
    private final double rowHeight;

    public PairPainter(PairFigure figure, Theme theme, TextMeasure measure, double width) {
        this.figure = figure;
        this.theme = theme;
        this.width = width;
        TextStyle style = new TextStyle(figure.style().face(), theme.bodySize(), false);
        double inner = width - 2 * theme.margin();
        double gap = 0.75 * theme.bodySize();
        title = WrappedText.of(figure.title(), theme.title(), measure, inner);
        headingsTop = theme.margin() + title.height() + (title.lines().isEmpty() ? 0 : 0.5 * gap);
        headings = new PairHeadings(figure, theme, measure, inner);
        rowsTop = headingsTop + headings.height() + 0.6 * gap;
        gutter = measure.width("Δr̂", theme.label()) + 0.9 * theme.labelSize();
        layout = new PairLayout(figure, style, measure, inner - gutter);
        band = new DifferenceBand(figure, theme);
        cells = new CellPainter(theme, style, figure);
        lineHeight = figure.style().lineHeight() * style.size();
        rowHeight = 2 * lineHeight + band.height() + 0.9 * theme.bodySize();
        legend = new PairLegend(figure, band.limit(), theme, measure, inner);
        caption = WrappedText.of(figure.caption(), theme.label(), measure, inner);
        height = legendTop()
                + legend.height()
                + (caption.lines().isEmpty() ? 0 : gap / 2)
                + caption.height()
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

    @Override
    public void paint(Surface surface) {
        paint(surface, 0, height);
    }

    /// Draws what touches `fromY` … `toY` only.
    public void paint(Surface surface, double fromY, double toY) {
        double left = theme.margin();
        surface.fillRectangle(0, fromY, width, toY - fromY, theme.background());
        title.paint(surface, left, theme.margin(), theme.ink());
        headings.paint(surface, left, headingsTop);
        float[] differences = figure.differences();
        int first = Math.max(0, (int) ((fromY - rowsTop) / rowHeight));
        for (int i = first; i < layout.rows().size() && rowTop(i) <= toY; i++) {
            row(surface, layout.rows().get(i), rowTop(i), differences);
        }
        legend.paint(surface, left, legendTop());
        caption.paint(surface, left, height - theme.margin() - caption.height(), theme.muted());
    }

    /// The column at a point, or −1 where there is none.
    public int columnAt(double x, double y) {
        int row = (int) Math.floor((y - rowsTop) / rowHeight);
        if (row < 0 || row >= layout.rows().size() || y > rowTop(row) + 2 * lineHeight + band.height()) {
            return -1;
        }
        double at = x - theme.margin() - gutter;
        return layout.rows().get(row).cells().stream()
                .filter(cell -> at >= cell.x() && at < cell.x() + cell.width())
                .mapToInt(PairLayout.Cell::column)
                .findFirst()
                .orElse(-1);
    }

    /// Where a column stands, from the first text's cell to the second's.
    public Place place(int column) {
        for (int i = 0; i < layout.rows().size(); i++) {
            List<PairLayout.Cell> row = layout.rows().get(i).cells();
            if (row.getLast().column() >= column) {
                PairLayout.Cell cell = row.get(column - row.getFirst().column());
                double x = theme.margin() + gutter + cell.x();
                return new Place(x, rowTop(i), cell.width(), 2 * lineHeight + band.height());
            }
        }
        throw new IndexOutOfBoundsException("column " + column);
    }

    public record Place(double x, double y, double width, double height) {}

    private void row(Surface surface, PairLayout.Row row, double top, float[] differences) {
        double left = theme.margin();
        double x = left + gutter;
        double bandTop = top + lineHeight;
        double secondTop = bandTop + band.height();
        gutterText(surface, "A", top + lineHeight / 2, theme.label().asBold());
        gutterText(surface, "B", secondTop + lineHeight / 2, theme.label().asBold());
        gutterText(surface, "Δr̂", bandTop + band.zero(), theme.label());
        band.paint(surface, row, x, bandTop, differences);
        for (PairLayout.Cell cell : row.cells()) {
            Alignment.Column column = figure.alignment().columns().get(cell.column());
            boolean differs = column.kind() != Alignment.Kind.SAME;
            cells.paint(
                    surface,
                    cell.first(),
                    credit(figure.first(), column.first()),
                    x + cell.x(),
                    top,
                    cell.width(),
                    differs);
            cells.paint(
                    surface,
                    cell.second(),
                    credit(figure.second(), column.second()),
                    x + cell.x(),
                    secondTop,
                    cell.width(),
                    differs);
        }
    }

    private void gutterText(Surface surface, String text, double middle, TextStyle style) {
        surface.text(text, theme.margin(), middle + 0.36 * style.size(), style, theme.muted());
    }

    /// Empty for a token that is not there.
    private static Optional<Float> credit(CreditedText text, int token) {
        return token < 0 ? Optional.empty() : Optional.of(text.credit()[token]);
    }

    private double rowTop(int row) {
        return rowsTop + row * rowHeight;
    }

    private double legendTop() {
        return rowTop(layout.rows().size());
    }
}
