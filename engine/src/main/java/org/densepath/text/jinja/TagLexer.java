package org.densepath.text.jinja;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words inside a tag: names, numbers, strings and operators.
final class TagLexer {
    private static final Pattern FLOAT =
            Pattern.compile("(?<!\\.)[0-9][0-9_]*+(?:(?:\\.[0-9][0-9_]*+)?[eE][-+]?[0-9][0-9_]*+|\\.[0-9][0-9_]*+)");
    private static final Pattern INTEGER =
            Pattern.compile("0[bB][01_]++|0[oO][0-7_]++|0[xX][0-9a-fA-F_]++|[1-9][0-9_]*+|0[0_]*+");
    private static final List<String> OPERATORS = List.of(
            "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<",
            "=", ".", ":", "|", ",", ";");

    private final String source;
    private int end;

    TagLexer(String source) {
        this.source = source;
    }

    /// Where the token just read ends.
    int end() {
        return end;
    }

    /// The token at `start`, or null when there is only white space.
    Token at(int start, int line) {
        end = Characters.skipSpace(source, start);
        if (end > start) {
            return null;
        }
        Matcher number = FLOAT.matcher(source).region(start, source.length()).useTransparentBounds(true);
        if (number.lookingAt()) {
            end = number.end();
            return new Token(
                    Token.Kind.NUMBER,
                    number.group(),
                    Double.parseDouble(number.group().replace("_", "")),
                    line);
        }
        number.usePattern(INTEGER);
        if (number.lookingAt()) {
            end = number.end();
            return new Token(Token.Kind.NUMBER, number.group(), integer(number.group(), line), line);
        }
        if (isWord(source.codePointAt(start))) {
            return name(start, line);
        }
        char c = source.charAt(start);
        int close = c == '\'' || c == '"' ? closingQuote(start) : -1;
        if (close > 0) {
            end = close + 1;
            return new Token(
                    Token.Kind.STRING, StringLiteral.unescape(source.substring(start + 1, close), line), null, line);
        }
        for (String operator : OPERATORS) {
            if (source.startsWith(operator, start)) {
                end = start + operator.length();
                return new Token(Token.Kind.OPERATOR, operator, null, line);
            }
        }
        throw new TemplateException("unexpected char '" + Character.toString(source.codePointAt(start)) + "'", line);
    }

    private Token name(int start, int line) {
        end = start;
        while (end < source.length() && isWord(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        String name = source.substring(start, end);
        if (!name.startsWith("_") && !Character.isUnicodeIdentifierStart(name.codePointAt(0))) {
            throw new TemplateException("Invalid character in identifier", line);
        }
        return new Token(Token.Kind.NAME, name, null, line);
    }

    private static boolean isWord(int c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private int closingQuote(int start) {
        char quote = source.charAt(start);
        for (int i = start + 1; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == quote) {
                return i;
            }
            if (c == '\\') {
                i++;
            }
        }
        return -1;
    }

    private static Object integer(String text, int line) {
        String digits = text.replace("_", "").toLowerCase(java.util.Locale.ROOT);
        int radix = digits.startsWith("0x") ? 16 : digits.startsWith("0o") ? 8 : digits.startsWith("0b") ? 2 : 10;
        String bare = radix == 10 ? digits : digits.substring(2);
        if (bare.isEmpty() || bare.length() > 4300) {
            throw new TemplateException("'" + digits.substring(0, 2) + "…' is no number", line);
        }
        return Numbers.normal(new BigInteger(bare, radix));
    }
}
