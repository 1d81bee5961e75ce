package org.densepath.paint;

/// A figure in which colours stand for the credit of tokens.
public sealed interface CreditFigure extends Figure permits HeatmapFigure, PairFigure {
    /// What the values are, as the legend calls it (`reward r̂`).
    String layer();

    /// What the two ends of the colours stand for.
    ValueRange range();

    ColourMap colours();

    /// The same figure in other colours.
    ///
    /// @throws IllegalArgumentException when they do not fit the range
    CreditFigure withColours(ColourMap other);
}
