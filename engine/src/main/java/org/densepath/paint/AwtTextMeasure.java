package org.densepath.paint;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// Text sizes from the Java platform's fonts, unhinted and with fractional widths, so that they scale to any
/// resolution.
public final class AwtTextMeasure implements TextMeasure {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /// Below combining marks and scripts with shaping, a width is the sum of its characters' widths (Java kerns
    /// only on request).
    private static final int SIMPLE = 0x300;

    private static final Map<TextStyle.Face, String> FAMILIES =
            new EnumMap<>(Map.of(TextStyle.Face.SANS, Font.SANS_SERIF, TextStyle.Face.MONO, Font.MONOSPACED));

    private final Map<TextStyle, Measured> fonts = new HashMap<>();

    @Override
    public double width(String text, TextStyle style) {
        Measured measured = measured(style);
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= SIMPLE) {
                return measured.font.getStringBounds(text, CONTEXT).getWidth();
            }
            if (Double.isNaN(measured.advances[c])) {
                measured.advances[c] = measured.font
                        .getStringBounds(String.valueOf(c), CONTEXT)
                        .getWidth();
            }
            sum += measured.advances[c];
        }
        return sum;
    }

    @Override
    public double ascent(TextStyle style) {
        return measured(style).ascent;
    }

    @Override
    public double descent(TextStyle style) {
        return measured(style).descent;
    }

    Font font(TextStyle style) {
        return measured(style).font;
    }

    private Measured measured(TextStyle style) {
        return fonts.computeIfAbsent(style, Measured::of);
    }

    private record Measured(Font font, double ascent, double descent, double[] advances) {
        static Measured of(TextStyle style) {
            Font font = new Font(FAMILIES.get(style.face()), style.bold() ? Font.BOLD : Font.PLAIN, style.size());
            // a fixed sample, because a fallback font of one glyph must not move the lines
            var line = font.getLineMetrics("Åg", CONTEXT);
            double[] advances = new double[SIMPLE];
            Arrays.fill(advances, Double.NaN);
            return new Measured(font, line.getAscent(), line.getDescent(), advances);
        }
    }
}
