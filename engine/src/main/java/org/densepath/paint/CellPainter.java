package org.densepath.paint;

import java.util.Optional;

/// Draws a pair's tokens in their cells, which may be wider than the token.
final class CellPainter {
    private final Theme theme;
    private final TextStyle style;
    private final CreditPainter colours;
    private final ColourMap map;
    private final double padding;
    private final double lineHeight;

    CellPainter(Theme theme, TextStyle style, PairFigure figure) {
        this.theme = theme;
        this.style = style;
        map = figure.colours();
        colours = new CreditPainter(theme, map, figure.range());
        padding = figure.style().padding();
        lineHeight = figure.style().lineHeight() * style.size();
    }

    /// @param credit empty where there is no token, NaN where it has no credit
    /// @param differs whether the other text has another token here, or none
    void paint(
            Surface surface, String text, Optional<Float> credit, double x, double top, double width, boolean differs) {
        double tall = 1.42 * style.size();
        double middle = top + lineHeight / 2;
        double y = middle - tall / 2;
        double inset = 0.5;
        if (credit.isEmpty()) {
            frame(surface, x + 1, y, width - 2, tall, Pen.dashed(theme.muted(), 0.7 * theme.lineWidth()));
            return;
        }
        float value = credit.get();
        Ink ink = theme.noCredit();
        if (!Float.isNaN(value)) {
            Ink cell = colours.cell(value);
            ink = theme.textOn(cell);
            if (!cell.equals(theme.background())) {
                surface.fillRectangle(x + inset, y, width - 2 * inset, tall, cell);
            }
            boolean marked = map.marksNegative() && value < 0;
            double thick = (marked ? 0.12 : 0.06) * style.size();
            Ink line = marked ? theme.textOn(cell) : theme.muted().over(cell, 0.45);
            surface.fillRectangle(x + inset, y + tall - thick, width - 2 * inset, thick, line);
        }
        double baseline =
                middle + (surface.measure().ascent(style) - surface.measure().descent(style)) / 2;
        Ink shown = ink;
        if (surface.measure().width(text, style) + 2 * padding > width + 0.5) {
            surface.clip(x, top, width, lineHeight, () -> surface.text(text, x + padding, baseline, style, shown));
        } else {
            surface.text(text, x + padding, baseline, style, shown);
        }
        if (differs) {
            frame(surface, x + 1, y, width - 2, tall, Pen.solid(theme.ink(), 0.9 * theme.lineWidth()));
        }
    }

    private static void frame(Surface surface, double x, double y, double width, double height, Pen pen) {
        double right = x + width;
        double bottom = y + height;
        surface.polyline(new double[] {x, right, right, x, x}, new double[] {y, y, bottom, bottom, y}, 5, pen);
    }
}
