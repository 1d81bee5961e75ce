package org.densepath.paint;

/// The kinds of file a figure is exported to.
public enum FigureFormat {
    /// Pixels, with their density.
    PNG,
    /// Shapes and real text.
    SVG
}
