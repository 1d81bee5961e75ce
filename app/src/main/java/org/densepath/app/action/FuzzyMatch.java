package org.densepath.app.action;

import java.util.Locale;
import java.util.OptionalInt;

/// Whether the letters of a query stand in a text in this order, and how far apart.
final class FuzzyMatch {
    private FuzzyMatch() {}

    /// 0 for a text that begins with the query; more for letters that are skipped, less where a word begins.
    /// Empty when the letters are not all there.
    static OptionalInt distance(String query, String text) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        String in = text.toLowerCase(Locale.ROOT);
        int whole = in.indexOf(wanted);
        if (whole >= 0) {
            return OptionalInt.of(whole == 0 || in.charAt(whole - 1) == ' ' ? 0 : 1);
        }
        int distance = 2;
        int at = -1;
        for (int i = 0; i < wanted.length(); i++) {
            char letter = wanted.charAt(i);
            if (letter == ' ') {
                continue;
            }
            int next = in.indexOf(letter, at + 1);
            if (next < 0) {
                return OptionalInt.empty();
            }
            boolean begins = next == 0 || in.charAt(next - 1) == ' ';
            distance += begins ? 1 : next - at;
            at = next;
        }
        return OptionalInt.of(distance);
    }
}
