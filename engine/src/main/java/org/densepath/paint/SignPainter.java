package org.densepath.paint;

/// Draws what must not be missed in a panel: warnings as triangles on their curve, values that are not finite as
/// crosses on the x axis, and the limits that lie beyond the plot as notes at its edge.
final class SignPainter {
    private final Surface surface;
    private final PanelLayout panel;
    private final Theme theme;

    SignPainter(Surface surface, PanelLayout panel, Theme theme) {
        this.surface = surface;
        this.panel = panel;
        this.theme = theme;
    }

    void paint() {
        beyond(true);
        beyond(false);
        for (Panel.Sign sign : panel.panel().signs()) {
            double x = panel.x().place(sign.x());
            if (!(x >= panel.left() && x <= panel.right())) {
                continue;
            }
            switch (sign.kind()) {
                case WARNING -> warning(x, panel.y().place(sign.y()));
                case NOT_FINITE -> cross(x);
            }
        }
    }

    /// A triangle whose tip touches the point, seen also where the curve leaves the plot.
    private void warning(double x, double y) {
        double size = 0.75 * theme.labelSize();
        double tip = Double.isNaN(y)
                ? panel.bottom() - 1
                : Math.clamp(y - theme.lineWidth(), panel.top() + 1.2 * size, panel.bottom() - 1);
        surface.line(x, tip, x, panel.bottom(), Pen.dashed(theme.alarm().withOpacity(0.6), 0.5 * theme.lineWidth()));
        double half = 0.6 * size;
        double rim = 1.5;
        surface.fillPolygon(
                new double[] {x - half - rim, x + half + rim, x},
                new double[] {tip - 1.1 * size - rim, tip - 1.1 * size - rim, tip + rim},
                3,
                theme.background());
        surface.fillPolygon(
                new double[] {x - half, x + half, x},
                new double[] {tip - 1.1 * size, tip - 1.1 * size, tip},
                3,
                theme.alarm());
    }

    private void cross(double x) {
        double half = 0.25 * theme.labelSize();
        double y = panel.bottom() - half - 2;
        Pen pen = Pen.solid(theme.alarm(), 0.8 * theme.lineWidth());
        surface.line(x - half, y - half, x + half, y + half, pen);
        surface.line(x - half, y + half, x + half, y - half, pen);
    }

    private void beyond(boolean up) {
        TextStyle label = theme.label();
        double y = up ? panel.top() + 1.05 * label.size() : panel.bottom() - 0.45 * label.size();
        for (Panel.Beyond limit : panel.panel().beyond()) {
            if (limit.up() == up) {
                String text = (up ? "↑ " : "↓ ") + limit.label();
                double wide = surface.measure().width(text, label);
                double x = panel.right() - wide - 3;
                surface.fillRectangle(
                        x - 1,
                        y - label.size(),
                        wide + 3,
                        1.25 * label.size(),
                        theme.background().withOpacity(0.75));
                surface.text(text, x, y, label, theme.alarm());
                y += (up ? 1.25 : -1.25) * label.size();
            }
        }
    }
}
