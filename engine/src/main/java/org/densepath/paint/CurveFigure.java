package org.densepath.paint;

import java.util.List;

/// Curves as small multiples.
///
/// @param columns panels side by side; 0 lets the width decide
public record CurveFigure(String title, List<Panel> panels, int columns, String caption) implements Figure {
    public CurveFigure {
        panels = List.copyOf(panels);
        if (columns < 0) {
            throw new IllegalArgumentException(columns + " columns");
        }
    }

    public static CurveFigure of(String title, List<Panel> panels) {
        return new CurveFigure(title, panels, 0, "");
    }

    @Override
    public CurveFigure withTitle(String other) {
        return new CurveFigure(other, panels, columns, caption);
    }

    @Override
    public CurveFigure withCaption(String other) {
        return new CurveFigure(title, panels, columns, other);
    }
}
