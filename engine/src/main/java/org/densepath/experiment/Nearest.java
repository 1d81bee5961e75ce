package org.densepath.experiment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The known name that is nearest to a misspelt one, by edit distance.
final class Nearest {
    private Nearest() {}

    /// The key of `known` that is nearest to `name`: by its last part where that is as near as the whole, so that
    /// a key whose group was left out or mistaken is found too.
    static String key(String name, List<String> known) {
        return known.stream()
                .min(Comparator.<String>comparingInt(
                                key -> Math.min(distance(name, key), distance(lastPart(name), lastPart(key))))
                        .thenComparingInt(key -> distance(name, key)))
                .orElse("");
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static int distance(String one, String other) {
        return levenshtein(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
    }

    /// Levenshtein's distance.
    static int levenshtein(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
