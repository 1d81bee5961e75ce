package org.densepath.paint;

/// What can be drawn, as plain data.
public sealed interface Figure permits CreditFigure, CurveFigure, BarFigure, RadarFigure {
    /// A line above the figure, or empty.
    String title();

    /// A sentence below the figure, or empty.
    String caption();

    /// The same figure under another title.
    Figure withTitle(String other);

    /// The same figure over another caption.
    Figure withCaption(String other);
}
