package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// Draws a heatmap: title, each text under its heading, legend, caption.
public final class HeatmapPainter implements FigurePainter {
    private final HeatmapFigure figure;
    private final Theme theme;
    private final double width;
    private final double height;
    private final WrappedText title;
    private final List<Block> blocks = new ArrayList<>();
    private final HeatmapLegend legend;
    private final double legendTop;
    private final WrappedText caption;

    public HeatmapPainter(HeatmapFigure figure, Theme theme, TextMeasure measure, double width) {
        this.figure = figure;
        this.theme = theme;
        this.width = width;
        double inner = width - 2 * theme.margin();
        double gap = 0.75 * theme.bodySize();
        title = WrappedText.of(figure.title(), theme.title(), measure, inner);
        double y = theme.margin() + title.height() + (title.lines().isEmpty() ? 0 : 0.8 * gap);
        for (CreditedText text : figure.texts()) {
            Block block = Block.of(text, figure, theme, measure, inner, y);
            blocks.add(block);
            y = block.textTop + block.layout.height() + gap;
        }
        legend = new HeatmapLegend(figure, theme, measure, inner);
        legendTop = y;
        caption = WrappedText.of(figure.caption(), theme.label(), measure, inner);
        height = legendTop
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

    /// The layout of text `index`, whose origin is at (`theme.margin()`, [#textTop]).
    public HeatmapLayout layout(int index) {
        return blocks.get(index).layout;
    }

    public double textTop(int index) {
        return blocks.get(index).textTop;
    }

    @Override
    public void paint(Surface surface) {
        double left = theme.margin();
        surface.fillRectangle(0, 0, width, height, theme.background());
        title.paint(surface, left, theme.margin(), theme.ink());
        CreditPainter painter = new CreditPainter(theme, figure.colours(), figure.range());
        for (Block block : blocks) {
            block.heading.paint(surface, left, block.top, theme.ink());
            double right = width - theme.margin() - surface.measure().width(block.summary, theme.label());
            surface.text(block.summary, right, block.summaryBaseline, theme.label(), theme.muted());
            painter.paint(surface, block.layout, block.text.credit(), left, block.textTop, 0, block.layout.height());
        }
        legend.paint(surface, left, legendTop);
        caption.paint(surface, left, height - theme.margin() - caption.height(), theme.muted());
    }

    /// A text and its place.
    private record Block(
            CreditedText text,
            WrappedText heading,
            String summary,
            double top,
            double summaryBaseline,
            double textTop,
            HeatmapLayout layout) {
        static Block of(
                CreditedText text, HeatmapFigure figure, Theme theme, TextMeasure measure, double width, double top) {
            WrappedText heading = WrappedText.of(text.heading(), theme.heading(), measure, width);
            // a figure of one text tells its sums in the legend
            String summary =
                    figure.texts().size() > 1 ? CreditSummary.of(text.credit()).sentence() : "";
            double bottom = top + heading.height();
            if (!summary.isEmpty()) {
                double last = heading.lines().isEmpty()
                        ? width
                        : measure.width(heading.lines().getLast(), heading.style());
                boolean beside = last + theme.bodySize() + measure.width(summary, theme.label()) <= width;
                bottom += beside ? 0 : heading.lineHeight();
            }
            double baseline = bottom - heading.lineHeight() + heading.style().size();
            HeatmapLayout layout = HeatmapLayout.of(text.tokens(), figure.style(), theme.bodySize(), measure, width);
            return new Block(text, heading, summary, top, baseline, bottom, layout);
        }
    }
}
