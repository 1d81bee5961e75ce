package org.densepath.paint;

import java.util.List;
import java.util.OptionalDouble;

/// Draws curves as small multiples: each panel with its title and unit above, light horizontal grid, axes at the
/// left and below, limits dashed, events as vertical lines.
public final class CurvePainter implements FigurePainter {
    private final CurveLayout layout;
    private final Theme theme;
    private final double width;

    public CurvePainter(CurveFigure figure, Theme theme, TextMeasure measure, double width, OptionalDouble height) {
        this.layout = new CurveLayout(figure, theme, measure, width, height);
        this.theme = theme;
        this.width = width;
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return layout.height;
    }

    /// Where the panels lie, in the figure's order.
    public List<PanelLayout> panels() {
        return List.copyOf(layout.panels);
    }

    @Override
    public void paint(Surface surface) {
        surface.fillRectangle(0, 0, width, layout.height, theme.background());
        layout.title.paint(surface, theme.margin(), theme.margin(), theme.ink());
        layout.legend.paint(surface, theme.margin(), layout.legendTop);
        for (int i = 0; i < layout.panels.size(); i++) {
            PanelLayout panel = layout.panels.get(i);
            header(surface, panel, i);
            grid(surface, panel);
            surface.clip(panel.left(), panel.top(), panel.width(), panel.height(), () -> {
                SeriesPainter painter = new SeriesPainter(surface, panel, theme);
                panel.panel().series().forEach(painter::band);
                for (Series.Emphasis emphasis : Series.Emphasis.values()) {
                    panel.panel().series().stream()
                            .filter(s -> s.emphasis() == emphasis)
                            .forEach(painter::curve);
                }
                limits(surface, panel);
                marks(surface, panel);
                new SignPainter(surface, panel, theme).paint();
            });
            axes(surface, panel);
        }
        layout.caption.paint(
                surface, theme.margin(), layout.height - theme.margin() - layout.caption.height(), theme.muted());
    }

    private void header(Surface surface, PanelLayout panel, int i) {
        double left = layout.cellLeft.get(i);
        double top = layout.cellTop.get(i);
        String unit = panel.panel().yLabel();
        WrappedText name = WrappedText.of(panel.panel().title(), theme.heading(), surface.measure(), layout.cellWidth);
        name.paint(surface, left, top, theme.ink());
        double below = top + name.height();
        if (layout.unitFitsBeside(panel.panel())) {
            double behind = panel.panel().title().isEmpty()
                    ? 0
                    : surface.measure().width(panel.panel().title(), theme.heading()) + 0.6 * theme.labelSize();
            surface.text(unit, left + behind, top + theme.bodySize(), theme.label(), theme.muted());
        } else {
            surface.text(unit, left, below + theme.labelSize(), theme.label(), theme.muted());
            below += 1.3 * theme.labelSize();
        }
        layout.panelLegends.get(i).paint(surface, left, below);
    }

    private void grid(Surface surface, PanelLayout panel) {
        Pen pen = Pen.solid(theme.faint(), 0.5 * theme.lineWidth());
        for (double value : panel.yTicks().values()) {
            double y = panel.y().place(value);
            surface.line(panel.left(), y, panel.right(), y, pen);
        }
    }

    private void axes(Surface surface, PanelLayout panel) {
        TextStyle label = theme.label();
        TextMeasure measure = surface.measure();
        Pen pen = Pen.solid(theme.muted(), 0.6 * theme.lineWidth());
        double tick = 0.3 * label.size();
        surface.line(panel.left(), panel.top(), panel.left(), panel.bottom(), pen);
        surface.line(panel.left(), panel.bottom(), panel.right(), panel.bottom(), pen);
        for (int i = 0; i < panel.yTicks().values().size(); i++) {
            double y = panel.y().place(panel.yTicks().values().get(i));
            String text = panel.yTicks().labels().get(i);
            surface.line(panel.left() - tick, y, panel.left(), y, pen);
            surface.text(
                    text,
                    panel.left() - 1.7 * tick - measure.width(text, label),
                    y + 0.36 * label.size(),
                    label,
                    theme.muted());
        }
        for (int i = 0; i < panel.xTicks().values().size(); i++) {
            double x = panel.x().place(panel.xTicks().values().get(i));
            String text = panel.xTicks().labels().get(i);
            double wide = measure.width(text, label);
            surface.line(x, panel.bottom(), x, panel.bottom() + tick, pen);
            surface.text(
                    text,
                    Math.min(x - wide / 2, panel.right() - wide + 0.5 * label.size()),
                    panel.bottom() + tick + 1.1 * label.size(),
                    label,
                    theme.muted());
        }
        if (panel.xLabelled()) {
            String name = panel.panel().xLabel();
            surface.text(
                    name,
                    (panel.left() + panel.right() - measure.width(name, label)) / 2,
                    panel.bottom() + tick + 2.35 * label.size(),
                    label,
                    theme.muted());
        }
    }

    private void limits(Surface surface, PanelLayout panel) {
        LimitNotes notes = new LimitNotes(panel, theme, surface.measure());
        for (Panel.Line limit : panel.panel().limits()) {
            double y = panel.y().place(limit.at());
            if (!Double.isNaN(y)) {
                surface.line(panel.left(), y, panel.right(), y, Pen.dashed(theme.alarm(), 0.8 * theme.lineWidth()));
                notes.place(limit.label(), y)
                        .ifPresent(at -> note(surface, limit.label(), at.x(), at.baseline(), theme.alarm()));
            }
        }
    }

    /// Labels stand at the top, each in the first row where it meets no other.
    private void marks(Surface surface, PanelLayout panel) {
        TextStyle label = theme.label();
        double[] rowEnds = new double[Math.max(1, (int) (panel.height() / (1.3 * label.size())))];
        List<Panel.Line> inside = panel.panel().marks().stream()
                .filter(m ->
                        panel.x().place(m.at()) >= panel.left() && panel.x().place(m.at()) <= panel.right())
                .toList();
        for (Panel.Line mark : inside) {
            double x = panel.x().place(mark.at());
            surface.line(x, panel.top(), x, panel.bottom(), Pen.dashed(theme.muted(), 0.6 * theme.lineWidth()));
        }
        for (Panel.Line mark : inside) {
            double x = panel.x().place(mark.at());
            double wide = surface.measure().width(mark.label(), label);
            double from = Math.min(x + 3, panel.right() - wide - 2);
            int row = 0;
            while (row < rowEnds.length - 1 && from < rowEnds[row]) {
                row++;
            }
            rowEnds[row] = from + wide + label.size();
            note(surface, mark.label(), from, panel.top() + (1.1 + 1.3 * row) * label.size(), theme.muted());
        }
    }

    /// A label that stays readable over curves.
    private void note(Surface surface, String text, double x, double baseline, Ink ink) {
        TextStyle label = theme.label();
        double wide = surface.measure().width(text, label);
        surface.fillRectangle(
                x - 1,
                baseline - label.size(),
                wide + 2,
                1.25 * label.size(),
                theme.background().withOpacity(0.75));
        surface.text(text, x, baseline, label, ink);
    }
}
