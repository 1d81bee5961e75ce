package org.densepath.paint;

/// Sizes of text, in units. An implementation belongs to one thread.
public interface TextMeasure {
    /// The advance width of one line of text, blanks at both ends included.
    double width(String text, TextStyle style);

    /// Height above the baseline.
    double ascent(TextStyle style);

    /// Depth below the baseline, positive.
    double descent(TextStyle style);
}
