package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// A surface that keeps what was asked of it. Every character is six units wide.
final class RecordingSurface implements Surface {
    final List<Rectangle> rectangles = new ArrayList<>();
    final List<Text> texts = new ArrayList<>();
    final List<Polyline> polylines = new ArrayList<>();
    final List<Polyline> polygons = new ArrayList<>();
    int lines;
    int clips;

    record Rectangle(double x, double y, double width, double height, Ink ink) {}

    record Text(String text, double x, double baseline, TextStyle style, Ink ink) {}

    record Polyline(double[] x, double[] y) {}

    /// Six units a character, whatever the font.
    static final TextMeasure MEASURE = new TextMeasure() {
        @Override
        public double width(String text, TextStyle style) {
            return 6.0 * text.codePointCount(0, text.length());
        }

        @Override
        public double ascent(TextStyle style) {
            return 0.8 * style.size();
        }

        @Override
        public double descent(TextStyle style) {
            return 0.2 * style.size();
        }
    };

    @Override
    public TextMeasure measure() {
        return MEASURE;
    }

    @Override
    public double pixel() {
        return 1;
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Ink ink) {
        requireFinite(x, y, width, height);
        rectangles.add(new Rectangle(x, y, width, height, ink));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        requireFinite(x1, y1, x2, y2);
        lines++;
    }

    @Override
    public void polyline(double[] x, double[] y, int points, Pen pen) {
        polylines.add(copy(x, y, points));
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int points, Ink ink) {
        polygons.add(copy(x, y, points));
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Ink ink) {
        requireFinite(x, baseline);
        texts.add(new Text(text, x, baseline, style, ink));
    }

    @Override
    public void clip(double x, double y, double width, double height, Runnable inside) {
        clips++;
        inside.run();
    }

    Text textOf(String text) {
        return texts.stream().filter(t -> t.text().equals(text)).findFirst().orElseThrow();
    }

    boolean shows(String text) {
        return texts.stream().anyMatch(t -> t.text().contains(text));
    }

    private static Polyline copy(double[] x, double[] y, int points) {
        requireFinite(java.util.Arrays.copyOf(x, points));
        requireFinite(java.util.Arrays.copyOf(y, points));
        return new Polyline(java.util.Arrays.copyOf(x, points), java.util.Arrays.copyOf(y, points));
    }

    private static void requireFinite(double... places) {
        for (double place : places) {
            if (!Double.isFinite(place)) {
                throw new AssertionError("drawn at " + place);
            }
        }
    }
}
