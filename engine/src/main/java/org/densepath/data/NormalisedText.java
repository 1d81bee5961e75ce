package org.densepath.data;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as it is compared when it must not occur twice: Unicode NFKC, lower case, white space collapsed,
/// punctuation at both ends dropped (unless nothing else is left).
public final class NormalisedText {
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s\\p{Cc}]+");

    private NormalisedText() {}

    public static String of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String collapsed = BLANKS.matcher(folded).replaceAll(" ").strip();
        int[] points = collapsed.codePoints().toArray();
        int from = 0;
        int to = points.length;
        while (from < to && !counts(points[from])) {
            from++;
        }
        while (to > from && !counts(points[to - 1])) {
            to--;
        }
        return from == to ? collapsed : new String(points, from, to - from);
    }

    /// Everything but punctuation, symbols and blanks; marks too, so that no letter loses its accent.
    private static boolean counts(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.NON_SPACING_MARK,
                            Character.COMBINING_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.LETTER_NUMBER,
                            Character.OTHER_NUMBER -> true;
                    default -> false;
                };
    }
}
