package org.densepath.paint;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densepath.paint.font.FontRun;
import org.densepath.paint.font.FontStack;
import org.densepath.paint.font.Typeface;

/// Text sizes from the shipped fonts, unhinted and with fractional widths, so that they scale to any resolution
/// and are the same on every machine.
public final class AwtTextMeasure implements TextMeasure {
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /// Below combining marks and scripts with shaping, a width is the sum of its characters' widths (Java kerns
    /// only on request).
    private static final int SIMPLE = 0x180;

    private final Typeface typeface;
    private final Map<TextStyle, Measured> fonts = new HashMap<>();

    public AwtTextMeasure() {
        this(Typeface.SANS);
    }

    /// @param typeface in place of the plain sans-serif one; text that must be monospaced stays so
    public AwtTextMeasure(Typeface typeface) {
        this.typeface = typeface;
    }

    @Override
    public double width(String text, TextStyle style) {
        Measured measured = measured(style);
        double sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= SIMPLE) {
                return measured.stack.runs(text).stream()
                        .mapToDouble(run -> width(run, style))
                        .sum();
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

    /// The parts of `text` that are drawn one behind the other, each with its own font.
    public List<FontRun> runs(String text, TextStyle style) {
        return measured(style).stack.runs(text);
    }

    /// The width of one part.
    public double width(FontRun run, TextStyle style) {
        return sized(run, style).getStringBounds(run.text(), CONTEXT).getWidth();
    }

    /// The font of a part, in its size.
    public Font sized(FontRun run, TextStyle style) {
        return run.font().font().deriveFont((float) style.size());
    }

    /// The family that a style asks for.
    public Typeface typeface(TextStyle style) {
        return style.face() == TextStyle.Face.MONO ? Typeface.MONO : typeface;
    }

    Font font(TextStyle style) {
        return measured(style).font;
    }

    private Measured measured(TextStyle style) {
        return fonts.computeIfAbsent(style, s -> Measured.of(s, new FontStack(typeface(s), s.bold())));
    }

    private record Measured(FontStack stack, Font font, double ascent, double descent, double[] advances) {
        static Measured of(TextStyle style, FontStack stack) {
            Font font = stack.first().font().deriveFont((float) style.size());
            // a fixed sample, because a fallback font of one glyph must not move the lines
            var line = font.getLineMetrics("Åg", CONTEXT);
            double[] advances = new double[SIMPLE];
            Arrays.fill(advances, Double.NaN);
            return new Measured(stack, font, line.getAscent(), line.getDescent(), advances);
        }
    }
}
