package org.densepath.app.inspect;

/// A token as a person reads it.
final class TokenText {
    private static final int LONGEST = 24;

    private TokenText() {}

    /// With its blanks and line ends to be seen: `␣85`, `⏎`. A part of a character is `…`.
    static String visible(String text) {
        if (text.isEmpty()) {
            return "…";
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            switch (c) {
                case ' ' -> shown.append('␣');
                case '\n' -> shown.append('⏎');
                case '\r' -> shown.append('␍');
                case '\t' -> shown.append('⇥');
                default -> shown.appendCodePoint(Character.isISOControl(c) ? 0xFFFD : c);
            }
        });
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }

    /// In quotes, in a sentence.
    static String quoted(String text) {
        return "“" + visible(text) + "”";
    }
}
