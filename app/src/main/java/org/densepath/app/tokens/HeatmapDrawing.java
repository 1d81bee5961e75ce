package org.densepath.app.tokens;

import java.util.Arrays;
import java.util.List;
import org.densepath.app.paint.CanvasSurface;
import org.densepath.paint.CreditPainter;
import org.densepath.paint.HeatmapLayout;
import org.densepath.paint.Ink;
import org.densepath.paint.Pen;
import org.densepath.paint.TextStyle;
import org.densepath.paint.Theme;

/// Draws the visible part of a response: headings, prompt, tokens over their credit, and what a person has
/// marked.
final class HeatmapDrawing {
    private final CanvasSurface surface;
    private final Theme theme;
    private final HeatmapContent content;
    private final Shown shown;
    private final double scrolled;
    private final double height;

    /// @param scrolled how much of the content is above the visible part
    /// @param height of the visible part
    HeatmapDrawing(
            CanvasSurface surface, Theme theme, HeatmapContent content, Shown shown, double scrolled, double height) {
        this.surface = surface;
        this.theme = theme;
        this.content = content;
        this.shown = shown;
        this.scrolled = scrolled;
        this.height = height;
    }

    void text() {
        CreditPainter painter = new CreditPainter(theme, shown.colours(), shown.range());
        content.prompt().ifPresent(prompt -> {
            heading(
                    "PROMPT",
                    shown.row().promptLength() + " tokens with its template: no credit is assigned to them",
                    0);
            float[] none = new float[prompt.tokens()];
            Arrays.fill(none, Float.NaN);
            part(painter, prompt, none, HeatmapContent.HEADING);
        });
        int tokens = shown.row().responseLength();
        heading(
                "RESPONSE",
                tokens == 0 ? "empty: nothing was sampled" : tokens + (tokens == 1 ? " token" : " tokens"),
                content.textTop() - HeatmapContent.HEADING);
        part(painter, content.text(), begun(shown.credit()), content.textTop());
    }

    /// As many values as cells are laid out.
    private float[] begun(float[] credit) {
        int cells = content.text().tokens();
        return cells < credit.length ? Arrays.copyOf(credit, cells) : credit;
    }

    void selection(TokenSelection selection, boolean focused) {
        selection.range().get().ifPresent(range -> range(shown.cellOf(range.first()), shown.cellOf(range.last())));
        for (int pin : selection.pins().get()) {
            pin(shown.cellOf(pin));
        }
        frame(shown.cellOf(selection.hovered().get()), Pen.solid(theme.muted(), 1));
        frame(
                shown.cellOf(selection.cursor().get()),
                Pen.solid(focused ? theme.series(0) : theme.ink(), focused ? 2.5 : 1.5));
    }

    private void part(CreditPainter painter, HeatmapLayout layout, float[] credit, double top) {
        double from = scrolled - top;
        painter.paint(surface, layout, credit, 0, -from, from, from + height);
    }

    private void heading(String name, String rest, double top) {
        double baseline = top - scrolled + 14;
        if (baseline < -10 || baseline > height + 10) {
            return;
        }
        TextStyle style = new TextStyle(TextStyle.Face.SANS, 11, false);
        surface.text(name, 2, baseline, style.asBold(), theme.muted());
        surface.text(rest, 2 + surface.measure().width(name, style.asBold()) + 10, baseline, style, theme.muted());
    }

    /// One outline a line around the cells that are marked.
    private void range(int first, int last) {
        HeatmapLayout layout = content.text();
        Ink ink = theme.series(0);
        int from = Math.max(0, (int) ((scrolled - content.textTop()) / layout.lineHeight()));
        int to = Math.min(layout.lines() - 1, (int) ((scrolled + height - content.textTop()) / layout.lineHeight()));
        for (int line = from; line <= to; line++) {
            double left = Double.MAX_VALUE;
            double right = 0;
            List<HeatmapLayout.Fragment> fragments = layout.line(line);
            for (HeatmapLayout.Fragment f : fragments) {
                if (f.token() >= first && f.token() <= last) {
                    left = Math.min(left, f.x());
                    right = Math.max(right, f.x() + f.width());
                }
            }
            if (left < right) {
                double top = line * layout.lineHeight() + content.textTop() - scrolled + 1;
                double bottom = top + layout.lineHeight() - 2;
                surface.fillRectangle(left, bottom - 3, right - left, 3, ink);
                surface.fillRectangle(left, top, right - left, 1.5, ink);
                surface.fillRectangle(left, top, 1.5, bottom - top, ink);
                surface.fillRectangle(right - 1.5, top, 1.5, bottom - top, ink);
            }
        }
    }

    private void pin(int cell) {
        if (!content.has(cell)) {
            return;
        }
        frame(cell, Pen.solid(theme.ink(), 1.5));
        HeatmapLayout.Fragment f = content.text().fragments(cell).getFirst();
        double x = f.x();
        double y = f.y() + content.textTop() - scrolled + 2;
        surface.fillPolygon(new double[] {x, x + 9, x}, new double[] {y, y, y + 9}, 3, theme.ink());
    }

    private void frame(int cell, Pen pen) {
        if (!content.has(cell)) {
            return;
        }
        double inset = pen.width() / 2;
        for (HeatmapLayout.Fragment f : content.text().fragments(cell)) {
            double top = f.y() + content.textTop() - scrolled + 2;
            double bottom = top + content.text().lineHeight() - 4;
            if (bottom > 0 && top < height) {
                double left = f.x() + inset;
                double right = f.x() + f.width() - inset;
                surface.polyline(
                        new double[] {left, right, right, left, left},
                        new double[] {top, top, bottom, bottom, top},
                        5,
                        pen);
            }
        }
    }
}
