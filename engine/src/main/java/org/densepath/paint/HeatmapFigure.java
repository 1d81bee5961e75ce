package org.densepath.paint;

import java.util.List;

/// Credit laid over tokens: one text, or several under one another on the same colour scale.
///
/// @param layer what the values are, as the legend calls it (`reward r̂`)
public record HeatmapFigure(
        String title,
        String layer,
        List<CreditedText> texts,
        ValueRange range,
        ColourMap colours,
        HeatmapStyle style,
        String caption)
        implements CreditFigure {
    /// Outliers beyond this share of magnitudes take the end's colour.
    public static final double CLIP = 0.99;

    public HeatmapFigure {
        texts = List.copyOf(texts);
        if (range.diverging() != colours.diverging()) {
            throw new IllegalArgumentException(colours.label() + " does not fit the range " + range);
        }
    }

    /// Signed credit in the default colours, the range clipped at 99 % of magnitudes.
    public static HeatmapFigure of(String title, String layer, List<CreditedText> texts) {
        ValueRange range =
                ValueRange.symmetric(texts.stream().map(CreditedText::credit).toList(), CLIP);
        return new HeatmapFigure(title, layer, texts, range, ColourMap.BLUE_ORANGE, HeatmapStyle.DENSE, "");
    }

    @Override
    public HeatmapFigure withTitle(String other) {
        return new HeatmapFigure(other, layer, texts, range, colours, style, caption);
    }

    @Override
    public HeatmapFigure withCaption(String other) {
        return new HeatmapFigure(title, layer, texts, range, colours, style, other);
    }

    @Override
    public HeatmapFigure withColours(ColourMap other) {
        return new HeatmapFigure(title, layer, texts, range, other, style, caption);
    }

    /// On another scale, in colours that fit it.
    public HeatmapFigure withScale(ValueRange otherRange, ColourMap otherColours) {
        return new HeatmapFigure(title, layer, texts, otherRange, otherColours, style, caption);
    }

    public HeatmapFigure withStyle(HeatmapStyle other) {
        return new HeatmapFigure(title, layer, texts, range, colours, other, caption);
    }
}
