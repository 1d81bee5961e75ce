package org.densepath.paint;

/// How a heatmap's text is set.
///
/// @param padding blank on either side of a token, in units
/// @param lineHeight distance of baselines as a multiple of
/// the text size
/// @param newlines whether line feeds show as `⏎`
/// @param blanks whether blanks show as `·` and tabs as
/// `⇥`
public record HeatmapStyle(TextStyle.Face face, double padding, double lineHeight, boolean newlines, boolean blanks) {
    /// For figures and close reading of long texts.
    public static final HeatmapStyle DENSE = new HeatmapStyle(TextStyle.Face.SANS, 0, 1.6, true, false);

    /// For presenting single tokens.
    public static final HeatmapStyle ROOMY = new HeatmapStyle(TextStyle.Face.MONO, 3, 2, true, true);

    public HeatmapStyle {
        if (padding < 0 || lineHeight < 1) {
            throw new IllegalArgumentException("padding " + padding + ", line height " + lineHeight);
        }
    }

    /// Faithful to the text: blanks and line feeds show; or readable: a blank is a blank.
    public HeatmapStyle withBlanks(boolean shown) {
        return new HeatmapStyle(face, padding, lineHeight, newlines, shown);
    }

    public HeatmapStyle with(TextStyle.Face other) {
        return new HeatmapStyle(other, padding, lineHeight, newlines, blanks);
    }
}
