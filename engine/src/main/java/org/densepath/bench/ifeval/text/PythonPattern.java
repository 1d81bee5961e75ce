package org.densepath.bench.ifeval.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A regular expression in Python's syntax as a Java [Pattern] that matches the same texts. The two differ in
/// what white space, word characters and line ends are, in `$`, in literal braces, and in a few spellings. Python
/// has two engines, which differ in the first two: its own, and the package `regex`, which NLTK uses from version
/// 3.10 on.
public final class PythonPattern {
    /// What `\s` and `\w` stand for, as the inside of a character class.
    private enum Engine {
        OWN(SPACES + "\\x1c-\\x1f", "\\p{L}\\p{N}_"),
        REGEX(SPACES, "\\p{IsAlphabetic}\\p{M}\\p{Nd}\\p{Pc}\\u200c\\u200d");

        private final Map<Character, String> classes;
        private final String boundary;

        Engine(String space, String word) {
            classes = Map.of('s', space, 'w', word, 'd', "\\p{Nd}");
            boundary = "(?:(?<=[" + word + "])(?![" + word + "])|(?<![" + word + "])(?=[" + word + "]))";
        }
    }

    private static final String SPACES =
            "\\t-\\r\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
    private static final Pattern REPEAT = Pattern.compile("\\{(\\d*)(,?)(\\d*)}");

    private final Engine engine;
    private final String source;
    private final boolean multiline;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private PythonPattern(Engine engine, String source, boolean multiline) {
        this.engine = engine;
        this.source = source;
        this.multiline = multiline;
    }

    /// `re.compile(source)`. Throws [java.util.regex.PatternSyntaxException] where it is none.
    public static Pattern of(String source) {
        return Pattern.compile(new PythonPattern(Engine.OWN, source, false).translated());
    }

    /// With `re.MULTILINE`.
    public static Pattern multiline(String source) {
        return Pattern.compile(new PythonPattern(Engine.OWN, source, true).translated());
    }

    /// With `re.IGNORECASE`.
    public static Pattern ignoringCase(String source) {
        return Pattern.compile(
                new PythonPattern(Engine.OWN, source, false).translated(),
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /// `regex.compile(source)`, as NLTK does.
    static Pattern nltk(String source) {
        return Pattern.compile(new PythonPattern(Engine.REGEX, source, false).translated());
    }

    /// The same with `regex.MULTILINE`.
    static Pattern nltkMultiline(String source) {
        return Pattern.compile(new PythonPattern(Engine.REGEX, source, true).translated());
    }

    /// `len(re.findall(pattern, text))`.
    public static int count(Pattern pattern, String text) {
        return (int) pattern.matcher(text).results().count();
    }

    private String translated() {
        while (at < source.length()) {
            char c = source.charAt(at++);
            switch (c) {
                case '\\' -> escape();
                case '[' -> characterClass();
                case '(' -> group();
                case '{' -> brace();
                case '.' -> out.append("[^\\n]");
                case '^' -> out.append(multiline ? "(?<![^\\n])" : "\\A");
                case '$' -> out.append(multiline ? "(?![^\\n])" : "(?=\\n?\\z)");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    private void escape() {
        char c = at < source.length() ? source.charAt(at++) : '\\';
        switch (c) {
            case 's', 'w', 'd' -> out.append('[').append(engine.classes.get(c)).append(']');
            case 'S', 'W', 'D' -> out.append(negated(c));
            case 'b' -> out.append(engine.boundary);
            case 'B' -> out.append("(?!").append(engine.boundary).append(')');
            case 'Z' -> out.append("\\z");
            default -> out.append('\\').append(c);
        }
    }

    private String negated(char c) {
        return "[^" + engine.classes.get(Character.toLowerCase(c)) + "]";
    }

    private void characterClass() {
        out.append('[');
        if (at < source.length() && source.charAt(at) == '^') {
            out.append(source.charAt(at++));
        }
        for (boolean first = true; at < source.length(); first = false) {
            char c = source.charAt(at++);
            if (c == ']' && !first) {
                out.append(c);
                return;
            }
            if (c == '\\' && at < source.length()) {
                char escaped = source.charAt(at++);
                switch (escaped) {
                    case 's', 'w', 'd' -> out.append(engine.classes.get(escaped));
                    case 'S', 'W', 'D' -> out.append(negated(escaped));
                    case 'b' -> out.append("\\x08");
                    default -> out.append('\\').append(escaped);
                }
            } else {
                out.append(c == '[' || c == ']' || c == '&' || c == '^' ? "\\" + c : String.valueOf(c));
            }
        }
    }

    private void group() {
        if (source.startsWith("?#", at)) {
            at = source.indexOf(')', at) + 1;
        } else if (source.startsWith("?P<", at)) {
            out.append("(?<");
            at += 3;
        } else if (source.startsWith("?i)", at)) {
            out.append("(?iu)");
            at += 3;
        } else {
            out.append('(');
        }
    }

    /// A brace that is no repetition is a literal in Python and an error in Java.
    private void brace() {
        Matcher repeat = REPEAT.matcher(source).region(at - 1, source.length());
        boolean repeats = repeat.lookingAt() && repeat.end() > repeat.start() + 2 && out.length() > 0;
        if (!repeats) {
            out.append("\\{");
            return;
        }
        String least = repeat.group(1).isEmpty() ? "0" : repeat.group(1);
        out.append('{')
                .append(least)
                .append(repeat.group(2))
                .append(repeat.group(3))
                .append('}');
        at = repeat.end();
    }
}
