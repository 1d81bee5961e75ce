package org.densepath.paint;

/// What can be drawn, as plain data.
public sealed interface Figure permits HeatmapFigure, PairFigure, CurveFigure, BarFigure {
    /// A line above the figure, or empty.
    String title();

    /// A sentence below the figure, or empty.
    String caption();
}
