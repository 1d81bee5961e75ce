package org.densepath.paint;

/// A font as a figure asks for it. The size is a whole number of units, because SVG output knows no others.
public record TextStyle(Face face, int size, boolean bold) {
    public enum Face {
        SANS,
        MONO
    }

    public TextStyle {
        if (size < 1) {
            throw new IllegalArgumentException("text of size " + size);
        }
    }

    public TextStyle asBold() {
        return new TextStyle(face, size, true);
    }
}
