package org.densepath.paint;

/// What is drawn for characters that have no picture of their own.
public final class Glyphs {
    public static final String NEWLINE = "⏎";
    private static final String TAB = "    ";
    private static final String VISIBLE_TAB = "⇥   ";

    private Glyphs() {}

    /// A token's text without line feeds, as it is drawn: tabs as four blanks, control characters as their
    /// control pictures (`␀`), broken characters as `�`; with `blanks`, blanks as `·`.
    public static String of(String text, boolean blanks) {
        if (plain(text, blanks)) {
            return text;
        }
        StringBuilder drawn = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\t') {
                drawn.append(blanks ? VISIBLE_TAB : TAB);
            } else if (c == ' ' && blanks) {
                drawn.append('·');
            } else {
                drawn.appendCodePoint(shown(c));
            }
        });
        return drawn.toString();
    }

    /// Nearly all tokens, so found out without allocating.
    private static boolean plain(String text, boolean blanks) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x7f || c < ' ' || c == ' ' && blanks) {
                return false;
            }
        }
        return true;
    }

    /// The text without characters that XML forbids; line feeds and tabs stay.
    public static String printable(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(c == '\n' || c == '\t' ? c : shown(c)));
        return shown.toString();
    }

    private static int shown(int c) {
        if (c < ' ') {
            return 0x2400 + c;
        }
        if (c == 0x7f) {
            return 0x2421;
        }
        boolean broken = c >= 0x80 && c < 0xa0 || c >= 0xd800 && c <= 0xdfff || (c & 0xfffe) == 0xfffe;
        return broken ? 0xfffd : c;
    }
}
