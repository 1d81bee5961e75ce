package org.densepath.paint;

/// Another surface, moved: for a figure of which a window shows a part.
public record ShiftedSurface(Surface to, double dx, double dy) implements Surface {
    @Override
    public TextMeasure measure() {
        return to.measure();
    }

    @Override
    public double pixel() {
        return to.pixel();
    }

    @Override
    public void fillRectangle(double x, double y, double width, double height, Ink ink) {
        to.fillRectangle(x + dx, y + dy, width, height, ink);
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Pen pen) {
        to.line(x1 + dx, y1 + dy, x2 + dx, y2 + dy, pen);
    }

    @Override
    public void polyline(double[] x, double[] y, int points, Pen pen) {
        to.polyline(moved(x, points, dx), moved(y, points, dy), points, pen);
    }

    @Override
    public void fillPolygon(double[] x, double[] y, int points, Ink ink) {
        to.fillPolygon(moved(x, points, dx), moved(y, points, dy), points, ink);
    }

    @Override
    public void text(String text, double x, double baseline, TextStyle style, Ink ink) {
        to.text(text, x + dx, baseline + dy, style, ink);
    }

    @Override
    public void clip(double x, double y, double width, double height, Runnable inside) {
        to.clip(x + dx, y + dy, width, height, inside);
    }

    private static double[] moved(double[] values, int points, double by) {
        double[] moved = new double[points];
        for (int i = 0; i < points; i++) {
            moved[i] = values[i] + by;
        }
        return moved;
    }
}
