package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// Draws scores over categories as rings around a middle of 0. Rings are told apart by colour and by the shape of
/// their corners.
public final class RadarPainter implements FigurePainter {
    private final RadarFigure figure;
    private final Theme theme;
    private final TextMeasure measure;
    private final double width;
    private final double height;
    private final WrappedText title;
    private final WrappedText caption;
    private final RadarLegend legend;
    private final double radius;
    private final double middleX;
    private final double middleY;
    private final double rim;
    private final Ticks ticks;

    public RadarPainter(RadarFigure figure, Theme theme, TextMeasure measure, double width) {
        this.figure = figure;
        this.theme = theme;
        this.measure = measure;
        this.width = width;
        double inner = width - 2 * theme.margin();
        title = WrappedText.of(figure.title(), theme.title(), measure, inner);
        caption = WrappedText.of(figure.caption(), theme.label(), measure, inner);
        legend = new RadarLegend(figure.rings(), theme, measure, inner);
        double widest = figure.spokes().stream()
                .mapToDouble(spoke -> measure.width(spoke, theme.label()))
                .max()
                .orElse(0);
        radius = Math.max(2 * theme.bodySize(), Math.min(12 * theme.bodySize(), inner / 2 - widest - gap()));
        ticks = figure.ticks();
        rim = ticks.values().getLast();
        double top = theme.margin() + title.height() + (title.lines().isEmpty() ? 0 : 0.3 * theme.bodySize());
        middleX = width / 2;
        middleY = top + 2 * theme.labelSize() + radius;
        height = middleY
                + radius
                + 2.2 * theme.labelSize()
                + (figure.valueLabel().isEmpty() ? 0 : 1.6 * theme.labelSize())
                + legend.height()
                + (caption.lines().isEmpty() ? 0 : caption.height() + 0.5 * theme.bodySize())
                + theme.margin();
    }

    @Override
    public double width() {
        return width;
    }

    @Override
    public double height() {
        return height;
    }

    /// A corner of a ring, for hit tests.
    public record Corner(RadarFigure.Ring ring, String spoke, double value, double x, double y) {}

    /// Where every value stands.
    public List<Corner> corners() {
        List<Corner> corners = new ArrayList<>();
        for (RadarFigure.Ring ring : figure.rings()) {
            for (int i = 0; i < figure.spokes().size(); i++) {
                double value = ring.values().get(i);
                if (Double.isFinite(value)) {
                    corners.add(new Corner(ring, figure.spokes().get(i), value, x(i, value), y(i, value)));
                }
            }
        }
        return corners;
    }

    @Override
    public void paint(Surface surface) {
        surface.fillRectangle(0, 0, width, height, theme.background());
        title.paint(surface, theme.margin(), theme.margin(), theme.ink());
        grid(surface);
        for (int i = 0; i < figure.rings().size(); i++) {
            ring(surface, figure.rings().get(i), Marker.of(i));
        }
        labels(surface);
        double y = middleY + radius + 2.2 * theme.labelSize();
        if (!figure.valueLabel().isEmpty()) {
            double x = middleX - measure.width(figure.valueLabel(), theme.label()) / 2;
            surface.text(figure.valueLabel(), x, y + theme.labelSize(), theme.label(), theme.muted());
            y += 1.6 * theme.labelSize();
        }
        legend.paint(surface, theme.margin(), y);
        caption.paint(surface, theme.margin(), height - theme.margin() - caption.height(), theme.muted());
    }

    private void grid(Surface surface) {
        int spokes = figure.spokes().size();
        Pen faint = Pen.solid(theme.faint(), 0.5 * theme.lineWidth());
        for (double tick : ticks.values()) {
            double[] x = new double[spokes + 1];
            double[] y = new double[spokes + 1];
            for (int i = 0; i <= spokes; i++) {
                x[i] = x(i, tick);
                y[i] = y(i, tick);
            }
            surface.polyline(x, y, spokes + 1, faint);
        }
        for (int i = 0; i < spokes; i++) {
            surface.line(middleX, middleY, x(i, rim), y(i, rim), faint);
            String spoke = figure.spokes().get(i);
            double across = Math.sin(angle(i));
            double wide = measure.width(spoke, theme.label());
            double left = Math.abs(across) < 0.2 ? wide / 2 : across < 0 ? wide : 0;
            double x = middleX + (radius + gap()) * across - left;
            double y = middleY - (radius + gap()) * Math.cos(angle(i)) + 0.36 * theme.labelSize();
            surface.text(spoke, x, y, theme.label(), theme.ink());
        }
    }

    /// The rings' values, beside the spoke that points up; the middle is known to be 0.
    private void labels(Surface surface) {
        for (int k = 1; k < ticks.values().size(); k++) {
            String label = ticks.labels().get(k);
            double wide = measure.width(label, theme.label());
            double x = middleX - wide - 0.4 * theme.labelSize();
            double y = y(0, ticks.values().get(k)) + 0.36 * theme.labelSize();
            surface.fillRectangle(
                    x - 1,
                    y - 0.85 * theme.labelSize(),
                    wide + 2,
                    theme.labelSize(),
                    theme.background().withOpacity(0.75));
            surface.text(label, x, y, theme.label(), theme.muted());
        }
    }

    private void ring(Surface surface, RadarFigure.Ring ring, Marker marker) {
        Ink ink = theme.series(ring.colour());
        Pen pen = Pen.solid(ink, 1.1 * theme.lineWidth());
        int spokes = figure.spokes().size();
        for (int i = 0; i < spokes; i++) {
            double from = ring.values().get(i);
            double to = ring.values().get((i + 1) % spokes);
            if (Double.isFinite(from) && Double.isFinite(to)) {
                surface.line(x(i, from), y(i, from), x(i + 1, to), y(i + 1, to), pen);
            }
        }
        Pen edge = Pen.solid(theme.background(), 0.6 * theme.lineWidth());
        for (int i = 0; i < spokes; i++) {
            double value = ring.values().get(i);
            if (Double.isFinite(value)) {
                marker.paint(surface, x(i, value), y(i, value), 0.34 * theme.labelSize(), ink, edge);
            }
        }
    }

    private double angle(int spoke) {
        return 2 * Math.PI * spoke / figure.spokes().size();
    }

    private double x(int spoke, double value) {
        return middleX + radius * value / rim * Math.sin(angle(spoke));
    }

    private double y(int spoke, double value) {
        return middleY - radius * value / rim * Math.cos(angle(spoke));
    }

    private double gap() {
        return 1.1 * theme.labelSize();
    }
}
