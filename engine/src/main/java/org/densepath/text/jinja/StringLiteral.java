package org.densepath.text.jinja;

/// Python's escapes in a quoted string: `\n`, `\x41`, `\u00e9`, `\N{BULLET}`, octal, a backslash before a
/// newline. An unknown escape keeps its backslash.
final class StringLiteral {
    private static final String LETTERS = "\\'\"abfnrtv";
    private static final String MEANINGS = "\\'\"\u0007\b\f\n\r\t\u000b";

    private final String text;
    private final int line;
    private final StringBuilder plain = new StringBuilder();
    private int at;

    private StringLiteral(String text, int line) {
        this.text = text;
        this.line = line;
    }

    static String unescape(String text, int line) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        return new StringLiteral(text, line).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '\\') {
                plain.append(c);
            } else if (at == text.length()) {
                throw new TemplateException("\\ at end of string", line);
            } else {
                escape(text.codePointAt(at));
            }
        }
        return plain.toString();
    }

    private void escape(int c) {
        at += Character.charCount(c);
        int known = LETTERS.indexOf(c);
        if (known >= 0) {
            plain.append(MEANINGS.charAt(known));
        } else if (c == 'x' || c == 'u' || c == 'U') {
            hexadecimal(c == 'x' ? 2 : c == 'u' ? 4 : 8);
        } else if (c == 'N' && at < text.length() && text.charAt(at) == '{' && text.indexOf('}', at) > 0) {
            named(text.substring(at + 1, text.indexOf('}', at)));
        } else if (c >= '0' && c <= '7') {
            octal(c - '0');
        } else if (c > 127) {
            // Jinja decodes by way of ASCII, where the character itself is an escape: its backslash is eaten
            plain.append(String.format(c < 256 ? "\\x%02x" : c < 65536 ? "\\u%04x" : "\\U%08x", c));
        } else if (c != '\n') {
            plain.append('\\').appendCodePoint(c);
        }
    }

    private void hexadecimal(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw new TemplateException("truncated escape of a character in a string", line);
            }
            value = value * 16 + digit;
            at++;
        }
        if (!Character.isValidCodePoint(value)) {
            throw new TemplateException("illegal Unicode character in a string", line);
        }
        plain.appendCodePoint(value);
    }

    private void octal(int first) {
        int value = first;
        for (int i = 0; i < 2 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '7'; i++) {
            value = value * 8 + text.charAt(at++) - '0';
        }
        plain.appendCodePoint(value);
    }

    private void named(String name) {
        try {
            plain.appendCodePoint(Character.codePointOf(name));
        } catch (IllegalArgumentException unknown) {
            throw new TemplateException("unknown Unicode character name '" + name + "'", line);
        }
        at += name.length() + 2;
    }
}
