package org.densepath.paint;

import java.util.List;

/// Two texts aligned by token, their credit on the same colour scale, and between them the band of differences: a
/// right answer beside one with a changed number (arXiv 2510.02493, Figure 1).
///
/// @param layer what the values are, as the legend calls it (`reward r̂`)
/// @param alignment which tokens of the two stand in one column
public record PairFigure(
        String title,
        String layer,
        CreditedText first,
        CreditedText second,
        Alignment alignment,
        ValueRange range,
        ColourMap colours,
        HeatmapStyle style,
        String caption)
        implements CreditFigure {
    /// How the texts are set: monospaced, so that columns are not much wider than their tokens.
    public static final HeatmapStyle STYLE = new HeatmapStyle(TextStyle.Face.MONO, 1.5, 1.75, true, false);

    public PairFigure {
        if (range.diverging() != colours.diverging()) {
            throw new IllegalArgumentException(colours.label() + " does not fit the range " + range);
        }
        long ofFirst = alignment.columns().stream().filter(c -> c.first() >= 0).count();
        long ofSecond =
                alignment.columns().stream().filter(c -> c.second() >= 0).count();
        if (ofFirst != first.tokens().size() || ofSecond != second.tokens().size()) {
            throw new IllegalArgumentException("an alignment of " + ofFirst + " and " + ofSecond + " tokens for texts"
                    + " of " + first.tokens().size() + " and " + second.tokens().size());
        }
    }

    /// Signed credit in the default colours, the range clipped as a heatmap's is.
    public static PairFigure of(
            String title, String layer, CreditedText first, CreditedText second, Alignment alignment) {
        ValueRange range = ValueRange.symmetric(List.of(first.credit(), second.credit()), HeatmapFigure.CLIP);
        return new PairFigure(title, layer, first, second, alignment, range, ColourMap.BLUE_ORANGE, STYLE, "");
    }

    /// Second less first, one value a column; they add up to the difference of the sums.
    public float[] differences() {
        return alignment.differences(first.credit(), second.credit());
    }

    @Override
    public PairFigure withTitle(String other) {
        return new PairFigure(other, layer, first, second, alignment, range, colours, style, caption);
    }

    @Override
    public PairFigure withCaption(String other) {
        return new PairFigure(title, layer, first, second, alignment, range, colours, style, other);
    }

    @Override
    public PairFigure withColours(ColourMap other) {
        return new PairFigure(title, layer, first, second, alignment, range, other, style, caption);
    }

    public PairFigure withScale(ValueRange otherRange, ColourMap otherColours) {
        return new PairFigure(title, layer, first, second, alignment, otherRange, otherColours, style, caption);
    }

    public PairFigure withStyle(HeatmapStyle other) {
        return new PairFigure(title, layer, first, second, alignment, range, colours, other, caption);
    }
}
