package org.densepath.paint;

/// What painters draw on: x to the right, y down, in units of 1/96 inch.
public interface Surface {
    /// The measure that agrees with [#text].
    TextMeasure measure();

    /// The size of a device pixel in units; 0 where there are none (SVG, PDF).
    double pixel();

    void fillRectangle(double x, double y, double width, double height, Ink ink);

    void line(double x1, double y1, double x2, double y2, Pen pen);

    /// A line through the first `points` points.
    void polyline(double[] x, double[] y, int points, Pen pen);

    /// The area within the first `points` points.
    void fillPolygon(double[] x, double[] y, int points, Ink ink);

    /// One line of text, its left end and baseline at (`x`, `baseline`). No control characters.
    void text(String text, double x, double baseline, TextStyle style, Ink ink);

    /// Runs `inside` while drawing is limited to the rectangle (and to the clips around it).
    void clip(double x, double y, double width, double height, Runnable inside);
}
