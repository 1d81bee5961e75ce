package org.densepath.paint;

/// Draws tokens over their credit.
///
/// A token with credit has a cell in its value's colour, a hairline under it and full-strength text; at zero the
/// cell is the background and the hairline stays. A token without credit (prompt, masked) is grey text and
/// nothing else.
public final class CreditPainter {
    private final Theme theme;
    private final Palette palette;
    private final ValueRange range;

    public CreditPainter(Theme theme, ColourMap colours, ValueRange range) {
        this.theme = theme;
        this.palette = theme.palette(colours);
        this.range = range;
    }

    /// Draws the lines of `layout` that touch `fromY` … `toY` (in the layout's own units), its origin at (`left`,
    /// `top`).
    ///
    /// @param credit one value per token, NaN for none
    public void paint(
            Surface surface, HeatmapLayout layout, float[] credit, double left, double top, double fromY, double toY) {
        if (credit.length != layout.tokens()) {
            throw new IllegalArgumentException(credit.length + " values for " + layout.tokens() + " tokens");
        }
        int first = Math.max(0, (int) Math.floor(fromY / layout.lineHeight()));
        int last = Math.min(layout.lines() - 1, (int) Math.floor(toY / layout.lineHeight()));
        for (int line = first; line <= last; line++) {
            for (HeatmapLayout.Fragment fragment : layout.line(line)) {
                paint(surface, layout, fragment, credit[fragment.token()], left, top);
            }
        }
    }

    /// The colour a value's cell has.
    public Ink cell(float credit) {
        return palette.at(range.position(credit));
    }

    private void paint(
            Surface surface,
            HeatmapLayout layout,
            HeatmapLayout.Fragment fragment,
            float credit,
            double left,
            double top) {
        TextMeasure measure = surface.measure();
        double ascent = measure.ascent(layout.style);
        double descent = measure.descent(layout.style);
        double middle = top + fragment.y() + layout.lineHeight() / 2;
        double baseline = middle + (ascent - descent) / 2;
        double x = left + fragment.x();
        Ink text = theme.noCredit();
        if (!Float.isNaN(credit)) {
            Ink cell = cell(credit);
            text = theme.textOn(cell);
            double tall = Math.min(layout.lineHeight() - 1, 1.42 * layout.style.size());
            double inset = 0.4;
            double bottom = middle + tall / 2;
            if (!cell.equals(theme.background())) {
                surface.fillRectangle(x + inset, bottom - tall, fragment.width() - 2 * inset, tall, cell);
            }
            boolean marked = palette.map().marksNegative() && credit < 0;
            double thick = marked ? 0.12 * layout.style.size() : 0.06 * layout.style.size();
            surface.fillRectangle(
                    x + inset,
                    bottom - thick,
                    fragment.width() - 2 * inset,
                    thick,
                    marked
                            ? theme.textOn(cell)
                            : theme.muted().over(cell, palette.map().marksNegative() ? 0.2 : 0.45));
        }
        if (!fragment.text().isEmpty()) {
            surface.text(fragment.text(), x + layout.padding, baseline, layout.style, text);
        }
    }
}
