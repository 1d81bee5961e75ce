package org.densepath.paint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;

/// The grid of a [CurveFigure]: where each panel's plot area lies. Plots of one column share their left edge, all
/// have one height.
final class CurveLayout {
    /// How much of a given height the names of curves may take.
    private static final double LEGEND_SHARE = 0.24;

    final WrappedText title;
    final SeriesLegend legend;
    final double legendTop;
    final List<SeriesLegend> panelLegends = new ArrayList<>();
    final List<PanelLayout> panels = new ArrayList<>();
    final List<Double> cellLeft = new ArrayList<>();
    final List<Double> cellTop = new ArrayList<>();
    final WrappedText caption;
    final double height;
    final double cellWidth;
    private final Theme theme;
    private final TextMeasure measure;

    CurveLayout(CurveFigure figure, Theme theme, TextMeasure measure, double width, OptionalDouble wantedHeight) {
        this.theme = theme;
        this.measure = measure;
        double inner = width - 2 * theme.margin();
        double gap = 1.6 * theme.bodySize();
        title = WrappedText.of(figure.title(), theme.title(), measure, inner);
        caption = WrappedText.of(figure.caption(), theme.label(), measure, inner);

        int count = figure.panels().size();
        int columns = columns(figure, inner);
        int rows = (count + columns - 1) / columns;
        cellWidth = (inner - gap * (columns - 1)) / columns;
        List<List<SeriesLegend.Entry>> entries =
                figure.panels().stream().map(SeriesLegend::of).toList();
        boolean shared = new HashSet<>(entries).size() == 1
                || new HashSet<>(entries).size() == 2 && entries.contains(List.<SeriesLegend.Entry>of());
        double room = wantedHeight.isPresent() ? LEGEND_SHARE * wantedHeight.getAsDouble() / rows : Double.MAX_VALUE;
        legend = new SeriesLegend(
                shared ? entries.stream().filter(e -> !e.isEmpty()).findFirst().orElse(List.of()) : List.of(),
                theme,
                measure,
                inner,
                room);
        legendTop = theme.margin() + title.height() + (title.lines().isEmpty() ? 0 : 0.2 * theme.bodySize());
        double legendRoom = 0;
        for (List<SeriesLegend.Entry> own : entries) {
            panelLegends.add(new SeriesLegend(shared ? List.of() : own, theme, measure, cellWidth, room));
            legendRoom = Math.max(legendRoom, panelLegends.getLast().height());
        }

        double gridTop = legendTop + legend.height() + (legendTop > theme.margin() ? 0.4 * theme.bodySize() : 0);
        double header = headerHeight(figure) + legendRoom;
        double footer = 1.6 * theme.labelSize();
        double axisName = figure.panels().stream().anyMatch(p -> !p.xLabel().isEmpty()) ? 1.3 * theme.labelSize() : 0;
        double fixed = gridTop
                + rows * (header + footer)
                + Math.max(0, rows - 1) * 0.7 * gap
                + axisName
                + caption.height()
                + theme.margin()
                + (caption.lines().isEmpty() ? 0 : 0.4 * theme.bodySize());
        double least = 4 * theme.labelSize();
        double plotHeight = rows == 0
                ? 0
                : Math.max(
                        least,
                        wantedHeight.isPresent() ? (wantedHeight.getAsDouble() - fixed) / rows : 0.52 * cellWidth);
        height = Math.max(fixed + rows * plotHeight, wantedHeight.orElse(0));

        for (int column = 0; column < columns; column++) {
            double gutter = gutter(figure, column, columns, plotHeight);
            for (int i = column; i < count; i += columns) {
                double left = theme.margin() + column * (cellWidth + gap);
                double top = gridTop + i / columns * (header + plotHeight + footer + 0.7 * gap);
                panels.add(panel(
                        figure.panels().get(i),
                        left + gutter,
                        top + header,
                        Math.max(1, cellWidth - gutter),
                        plotHeight,
                        i + columns >= count));
                cellLeft.add(left);
                cellTop.add(top);
            }
        }
        inReadingOrder(columns, count);
    }

    /// Height of panel titles with the y label, which stands behind the title or, where there is no room, below
    /// it.
    private double headerHeight(CurveFigure figure) {
        double most = 0;
        for (Panel panel : figure.panels()) {
            WrappedText name = WrappedText.of(panel.title(), theme.heading(), measure, cellWidth);
            boolean below = !panel.yLabel().isEmpty() && !unitFitsBeside(panel);
            // without a title, the label stands on a line of its own
            double line = panel.yLabel().isEmpty() ? 0 : 1.3 * theme.bodySize();
            most = Math.max(most, Math.max(line, name.height() + (below ? 1.3 * theme.labelSize() : 0)));
        }
        return most + 0.3 * theme.labelSize();
    }

    boolean unitFitsBeside(Panel panel) {
        return measure.width(panel.title(), theme.heading())
                        + theme.labelSize()
                        + measure.width(panel.yLabel(), theme.label())
                <= cellWidth;
    }

    private int columns(CurveFigure figure, double inner) {
        int count = figure.panels().size();
        if (figure.columns() > 0) {
            return Math.max(1, Math.min(figure.columns(), count));
        }
        int fitting = Math.max(1, (int) (inner / (18 * theme.labelSize())));
        int pleasing = count == 4 ? 2 : count > 6 && count % 3 != 0 ? 4 : 3;
        return Math.max(1, Math.min(Math.min(fitting, pleasing), count));
    }

    private double gutter(CurveFigure figure, int column, int columns, double plotHeight) {
        double widest = 0;
        for (int i = column; i < figure.panels().size(); i += columns) {
            for (String label : yTicks(figure.panels().get(i), plotHeight).labels()) {
                widest = Math.max(widest, measure.width(label, theme.label()));
            }
        }
        return widest + 0.7 * theme.labelSize();
    }

    private PanelLayout panel(Panel panel, double left, double top, double width, double plotHeight, boolean lowest) {
        Extent xExtent = PanelLayout.xExtent(panel);
        AxisScale x = new AxisScale(xExtent, panel.logX(), left, left + width);
        AxisScale y = new AxisScale(PanelLayout.yExtent(panel), panel.logY(), top + plotHeight, top);
        Ticks xTicks = Ticks.fitting(xExtent, panel.logX(), width, theme.label(), measure);
        return new PanelLayout(panel, left, top, width, plotHeight, x, y, xTicks, yTicks(panel, plotHeight), lowest);
    }

    private Ticks yTicks(Panel panel, double plotHeight) {
        int wanted = Math.max(2, (int) (plotHeight / (2.1 * theme.labelSize())));
        Extent extent = PanelLayout.yExtent(panel);
        return panel.logY() ? Ticks.log(extent, wanted) : Ticks.linear(extent, wanted);
    }

    /// Panels were laid out by column; callers know them by their index in the figure.
    private void inReadingOrder(int columns, int count) {
        List<PanelLayout> byColumn = List.copyOf(panels);
        List<Double> lefts = List.copyOf(cellLeft);
        List<Double> tops = List.copyOf(cellTop);
        int next = 0;
        for (int column = 0; column < columns; column++) {
            for (int i = column; i < count; i += columns) {
                panels.set(i, byColumn.get(next));
                cellLeft.set(i, lefts.get(next));
                cellTop.set(i, tops.get(next));
                next++;
            }
        }
    }
}
