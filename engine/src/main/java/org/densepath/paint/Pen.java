package org.densepath.paint;

/// How a line is drawn: colour, width in units, solid or dashed.
public record Pen(Ink ink, double width, boolean dashed) {
    public Pen {
        if (!(width > 0)) {
            throw new IllegalArgumentException("a line of width " + width);
        }
    }

    public static Pen solid(Ink ink, double width) {
        return new Pen(ink, width, false);
    }

    public static Pen dashed(Ink ink, double width) {
        return new Pen(ink, width, true);
    }
}
