package org.densepath.bench.ifeval.text;

/// Strings as Python's `str` treats them, where Java differs: which characters are white space, and when a text
/// is upper or lower case.
public final class PythonText {
    private PythonText() {}

    /// `str.isspace` of one code point.
    public static boolean isSpace(int c) {
        return c >= 0x1c && c <= 0x1f || c == 0x85 || c >= '\t' && c <= '\r' || Character.isSpaceChar(c);
    }

    /// `str.strip()`.
    public static String strip(String text) {
        return text.substring(leading(text), Math.max(leading(text), trailing(text)));
    }

    /// `str.rstrip()`.
    public static String stripEnd(String text) {
        return text.substring(0, trailing(text));
    }

    /// `str.strip(c)` of one character.
    public static String strip(String text, char c) {
        return stripEnd(stripStart(text, c), c);
    }

    public static String stripStart(String text, char c) {
        int from = 0;
        while (from < text.length() && text.charAt(from) == c) {
            from++;
        }
        return text.substring(from);
    }

    public static String stripEnd(String text, char c) {
        int to = text.length();
        while (to > 0 && text.charAt(to - 1) == c) {
            to--;
        }
        return text.substring(0, to);
    }

    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(PythonText::isSpace);
    }

    /// `str.isupper`: at least one letter with case, and all of those upper case.
    public static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    /// `str.islower`.
    public static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    private static int leading(String text) {
        int from = 0;
        while (from < text.length() && isSpace(text.charAt(from))) {
            from++;
        }
        return from;
    }

    private static int trailing(String text) {
        int to = text.length();
        while (to > 0 && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return to;
    }
}
