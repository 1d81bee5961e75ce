package org.densepath.paint;

import java.util.OptionalDouble;

/// A figure laid out for a width, ready to be drawn.
public sealed interface FigurePainter permits HeatmapPainter, PairPainter, CurvePainter, BarPainter, RadarPainter {
    /// In units.
    double width();

    /// In units.
    double height();

    /// Draws the figure, background included, its upper left corner at the origin.
    void paint(Surface surface);

    /// The painter for `figure`.
    ///
    /// @param width in units
    /// @param height in units where curves should fill it; a heatmap and bars are as high as
    /// their content
    static FigurePainter of(Figure figure, Theme theme, TextMeasure measure, double width, OptionalDouble height) {
        return switch (figure) {
            case HeatmapFigure heatmap -> new HeatmapPainter(heatmap, theme, measure, width);
            case PairFigure pair -> new PairPainter(pair, theme, measure, width);
            case CurveFigure curves -> new CurvePainter(curves, theme, measure, width, height);
            case BarFigure bars -> new BarPainter(bars, theme, measure, width);
            case RadarFigure radar -> new RadarPainter(radar, theme, measure, width);
        };
    }
}
