package org.densepath.text.jinja;

import java.util.function.IntPredicate;

/// Python's view of characters: positions count Unicode code points, and white space is what `str.isspace` says.
final class Characters {
    private Characters() {}

    static boolean isSpace(int c) {
        return (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x20) || c == 0x85 || (c > 127 && Character.isSpaceChar(c));
    }

    static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Whether there is something from `from` on, and all of it is white space.
    static boolean allSpace(String text, int from) {
        return from < text.length() && skipSpace(text, from) == text.length();
    }

    static String stripTrailing(String text) {
        return strip(text, Characters::isSpace, false, true);
    }

    static String strip(String text, IntPredicate goes, boolean leading, boolean trailing) {
        int start = 0;
        int end = text.length();
        while (leading && start < end && goes.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (trailing && end > start && goes.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /// The part from code point `start` to code point `end`, both inside the text.
    static String between(String text, int start, int end) {
        if (start >= end) {
            return "";
        }
        int from = text.offsetByCodePoints(0, start);
        return text.substring(from, text.offsetByCodePoints(from, end - start));
    }

    /// By code points, where UTF-16 order would put a surrogate pair before U+FF5E.
    static int compare(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length()) {
            int left = a.codePointAt(i);
            int right = b.codePointAt(i);
            if (left != right) {
                return Integer.compare(left, right);
            }
            i += Character.charCount(left);
        }
        return Integer.compare(a.length(), b.length());
    }

    /// `str.isprintable` of one character: what `repr` shows as it is.
    static boolean isPrintable(int c) {
        if (c == ' ') {
            return true;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }
}
