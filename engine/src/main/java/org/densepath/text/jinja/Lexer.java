package org.densepath.text.jinja;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a template into tokens as Jinja does with `trim_blocks` and `lstrip_blocks`: a newline directly after a
/// block or comment tag goes, blanks before one that starts its line go, `-` strips all white space on its side,
/// `+` keeps it. One final newline of the template is dropped.
final class Lexer {
    private static final Pattern RAW_BEGIN = Pattern.compile("\\{%[-+]?\\s*raw\\s*(?:-%}\\s*|%})");
    private static final Pattern RAW_END = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(?:\\+%}|-%}\\s*|%}\\n?)");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private boolean lineStarting = true;

    private Lexer(String source) {
        this.source = source;
    }

    /// The tokens of a template, the last one of kind `END`. Throws [TemplateException] with the line.
    static List<Token> tokens(String template) {
        String text = template.replace("\r\n", "\n").replace('\r', '\n');
        if (text.endsWith("\n")) {
            text = text.substring(0, text.length() - 1);
        }
        Lexer lexer = new Lexer(text);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (position < source.length()) {
            int tag = nextTag();
            if (tag < 0) {
                data(source.substring(position));
                position = source.length();
            } else {
                tag(tag);
            }
        }
        add(Token.Kind.END, "", null);
    }

    private int nextTag() {
        int at = source.indexOf('{', position);
        while (at >= 0 && at + 1 < source.length() && "{%#".indexOf(source.charAt(at + 1)) < 0) {
            at = source.indexOf('{', at + 1);
        }
        return at + 1 < source.length() ? at : -1;
    }

    private void tag(int tag) {
        char kind = source.charAt(tag + 1);
        char sign = signAt(tag + 2);
        dataBeforeTag(tag, sign, kind == '{');
        Matcher raw = RAW_BEGIN.matcher(source).region(tag, source.length());
        if (kind == '%' && raw.lookingAt()) {
            moveTo(raw.end());
            raw();
            return;
        }
        moveTo(tag + (sign == 0 ? 2 : 3));
        switch (kind) {
            case '#' -> comment();
            case '%' -> inside(Token.Kind.BLOCK_BEGIN);
            default -> inside(Token.Kind.VARIABLE_BEGIN);
        }
    }

    private char signAt(int at) {
        char c = at < source.length() ? source.charAt(at) : 0;
        return c == '-' || c == '+' ? c : 0;
    }

    /// The text from here to the tag, without the white space that the tag takes.
    private void dataBeforeTag(int tag, char sign, boolean expression) {
        String text = source.substring(position, tag);
        String kept = text;
        if (sign == '-') {
            kept = Characters.stripTrailing(text);
        } else if (sign == 0 && !expression) {
            int start = text.lastIndexOf('\n') + 1;
            if ((start > 0 || lineStarting) && Characters.allSpace(text, start)) {
                kept = text.substring(0, start);
            }
        }
        data(kept);
        line += newlines(text) - newlines(kept);
        position = tag;
        lineStarting = false;
    }

    private void data(String text) {
        if (!text.isEmpty()) {
            add(Token.Kind.DATA, text, null);
        }
        line += newlines(text);
    }

    private void raw() {
        Matcher end = RAW_END.matcher(source);
        if (!end.find(position)) {
            throw new TemplateException("Missing end of raw directive", line);
        }
        dataBeforeTag(end.start(), end.group(1).isEmpty() ? 0 : end.group(1).charAt(0), false);
        moveTo(end.end());
    }

    private void comment() {
        int end = source.indexOf("#}", position);
        if (end < 0) {
            throw new TemplateException("Missing end of comment tag", line);
        }
        closeTag(end, end > position ? source.charAt(end - 1) : 0, true);
    }

    /// The tokens of one `{{ … }}` or `{% … %}`, its ends included.
    private void inside(Token.Kind begin) {
        boolean block = begin == Token.Kind.BLOCK_BEGIN;
        String closing = block ? "%}" : "}}";
        add(begin, "", null);
        Deque<Character> open = new ArrayDeque<>();
        TagLexer words = new TagLexer(source);
        while (position < source.length()) {
            char sign = signAt(position);
            boolean signed = sign == '-' || (sign == '+' && block);
            int end = signed ? position + 1 : position;
            if (open.isEmpty() && source.startsWith(closing, end)) {
                add(block ? Token.Kind.BLOCK_END : Token.Kind.VARIABLE_END, "", null);
                closeTag(end, signed ? sign : 0, block);
                return;
            }
            Token token = words.at(position, line);
            if (token != null) {
                balance(token, open);
                tokens.add(token);
            }
            moveTo(words.end());
        }
    }

    private void balance(Token token, Deque<Character> open) {
        if (token.kind() != Token.Kind.OPERATOR) {
            return;
        }
        switch (token.text()) {
            case "(" -> open.push(')');
            case "[" -> open.push(']');
            case "{" -> open.push('}');
            case ")", "]", "}" -> {
                if (open.isEmpty() || open.pop() != token.text().charAt(0)) {
                    throw new TemplateException("unexpected '" + token.text() + "'", line);
                }
            }
            default -> {}
        }
    }

    /// Steps over a closing mark of two characters at `end` and the white space that it takes.
    private void closeTag(int end, char sign, boolean takesNewline) {
        int next = end + 2;
        if (sign == '-') {
            next = Characters.skipSpace(source, next);
        } else if (sign != '+' && takesNewline && next < source.length() && source.charAt(next) == '\n') {
            next++;
        }
        moveTo(next);
    }

    private void moveTo(int next) {
        line += newlines(source.substring(position, next));
        lineStarting = next > 0 && source.charAt(next - 1) == '\n';
        position = next;
    }

    private void add(Token.Kind kind, String text, Object value) {
        tokens.add(new Token(kind, text, value, line));
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
