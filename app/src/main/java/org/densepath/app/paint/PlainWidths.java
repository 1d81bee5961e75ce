package org.densepath.app.paint;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/// Widths of texts in plain ASCII in one font, as the sum of their letters': a thousandth of what measuring them
/// takes, and to the last bit the same while the toolkit sets letter by letter. Where it kerns or joins letters,
/// which a try shows, there are none.
final class PlainWidths {
    private static final char FIRST = ' ';
    private static final char LAST = '~';
    /// Pairs that fonts kern or join.
    private static final String TRIED = "AVAToTa. fi ffl Te, VAWA 1/2 -> != <- LY\"'f' r. y,";

    private final ToDoubleFunction<String> ruler;
    private final double[] letters = new double[LAST - FIRST + 1];
    private final boolean summed;

    /// @param ruler measures a text of at least one character
    PlainWidths(ToDoubleFunction<String> ruler) {
        this.ruler = ruler;
        Arrays.fill(letters, Double.NaN);
        summed = sum(TRIED) == ruler.applyAsDouble(TRIED);
    }

    /// The width of `text`; NaN where only measuring it tells.
    double of(String text) {
        return summed ? sum(text) : Double.NaN;
    }

    /// In single precision, as the toolkit adds.
    private double sum(String text) {
        float sum = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST || c > LAST) {
                return Double.NaN;
            }
            if (Double.isNaN(letters[c - FIRST])) {
                letters[c - FIRST] = ruler.applyAsDouble(String.valueOf(c));
            }
            sum += (float) letters[c - FIRST];
        }
        return sum;
    }
}
