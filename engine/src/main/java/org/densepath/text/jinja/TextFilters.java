package org.densepath.text.jinja;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The filters that make text.
final class TextFilters {
    private static final Pattern WORD_START = Pattern.compile("[-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern WORD = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COMMENT_OR_TAG = Pattern.compile("<!--.*?-->|<[^>]*+>", Pattern.DOTALL);
    private static final int LEEWAY = 5;

    private TextFilters() {}

    static Object apply(String name, Object value, Arguments arguments, Budget budget) {
        return switch (name) {
            case "e", "escape" -> Markup.escape(value, budget);
            case "forceescape" -> Markup.escape(Text.str(value, budget), budget);
            case "safe" -> new Markup(Text.str(value, budget));
            case "string" -> value instanceof Markup ? value : Text.str(value, budget);
            case "tojson" -> Json.dumps(value, arguments, budget);
            default ->
                ofText(name, value instanceof Markup ? value : Text.str(value, budget), value, arguments, budget);
        };
    }

    private static Object ofText(String name, Object soft, Object original, Arguments arguments, Budget budget) {
        String text = Values.text(soft);
        budget.spendOnText(text.length());
        return switch (name) {
            case "upper" -> Markup.like(soft, StringMethods.upper(text));
            case "lower" -> Markup.like(soft, StringMethods.lower(text));
            case "capitalize" -> Markup.like(soft, Letters.capitalize(text));
            case "title" -> title(text);
            case "trim" ->
                Markup.like(
                        soft,
                        StringMethods.strip(
                                text, name, arguments.bind(name, "chars").text("chars", null)));
            case "center" -> {
                int width = arguments.bind(name, "width").integer("width", 80);
                yield StringMethods.call(soft, "center", Arguments.of((long) width), budget);
            }
            case "replace" -> replace(text, arguments.bind(name, "old", "new", "count"), budget);
            case "format" -> format(soft, arguments, budget);
            case "indent" -> indent(original, arguments.bind(name, "width", "first", "blank"), budget);
            case "truncate" -> truncate(original, arguments.bind(name, "length", "killwords", "end", "leeway"), budget);
            case "wordcount" -> WORD.matcher(text).results().count();
            case "striptags" ->
                String.join(" ", words(COMMENT_OR_TAG.matcher(text).replaceAll(""), budget));
            default -> urlEncode(original, budget);
        };
    }

    private static List<String> words(String text, Budget budget) {
        return Splitting.split(text, null, -1, false, budget).stream()
                .map(Values::text)
                .toList();
    }

    /// Jinja's own rule: a word starts after a blank, a hyphen or an opening bracket.
    private static String title(String text) {
        StringBuilder titled = new StringBuilder();
        Matcher start = WORD_START.matcher(text);
        int at = 0;
        while (start.find()) {
            titled.append(word(text.substring(at, start.start()))).append(start.group());
            at = start.end();
        }
        return titled.append(word(text.substring(at))).toString();
    }

    private static String word(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int first = Character.charCount(word.codePointAt(0));
        return StringMethods.upper(word.substring(0, first)) + StringMethods.lower(word.substring(first));
    }

    private static String replace(String text, Arguments.Bound bound, Budget budget) {
        String old = Text.str(bound.value("old"), budget);
        String with = Text.str(bound.value("new"), budget);
        return StringMethods.replace(text, old, with, bound.integer("count", -1), budget);
    }

    private static Object format(Object soft, Arguments arguments, Budget budget) {
        if (!arguments.named().isEmpty() && !arguments.positional().isEmpty()) {
            throw new TemplateException("can't handle positional and keyword arguments at the same time");
        }
        Dict named = new Dict();
        arguments.named().forEach(named::put);
        Object values = named.size() > 0 ? named : new Tuple(arguments.positional());
        return Markup.like(soft, new PercentFormat(Values.text(soft), values, budget).formatted());
    }

    private static Object indent(Object value, Arguments.Bound bound, Budget budget) {
        String text = requireText(value);
        Object width = bound.value("width", 4L);
        String by = Values.isText(width) ? Values.text(width) : blanks(Math.max(0, bound.integer("width", 4)), budget);
        List<Object> lines = Splitting.lines(text + "\n", false, budget);
        boolean blank = bound.truth("blank", false);
        StringBuilder indented = new StringBuilder(bound.truth("first", false) ? by : "");
        for (int i = 0; i < lines.size(); i++) {
            String line = (String) lines.get(i);
            indented.append(i == 0 ? "" : "\n")
                    .append(i > 0 && (blank || !line.isEmpty()) ? by : "")
                    .append(line);
            budget.spendOnText(by.length() + line.length());
            budget.checkLength(indented.length());
        }
        return Markup.like(value, indented.toString());
    }

    private static String blanks(int count, Budget budget) {
        budget.spendOnText(count);
        return " ".repeat(count);
    }

    private static String requireText(Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        }
        if (!Values.isText(value)) {
            throw new TemplateException("text is needed here, not " + Values.typeName(value));
        }
        return Values.text(value);
    }

    private static Object truncate(Object value, Arguments.Bound bound, Budget budget) {
        String text = requireText(value);
        int length = bound.integer("length", 255);
        String end = bound.text("end", "...");
        int leeway = bound.integer("leeway", LEEWAY);
        int kept = length - Characters.length(end);
        if (kept < 0 || leeway < 0) {
            throw new TemplateException("expected length >= " + Characters.length(end) + ", got " + length);
        }
        if (Characters.length(text) <= (long) length + leeway) {
            return value;
        }
        String cut = Characters.between(text, 0, kept);
        boolean whole = bound.truth("killwords", false) || cut.lastIndexOf(' ') < 0;
        return Markup.like(value, (whole ? cut : cut.substring(0, cut.lastIndexOf(' '))) + end);
    }

    private static String urlEncode(Object value, Budget budget) {
        if (Values.isText(value) || !Sequences.isIterable(value)) {
            return quoted(value, true, budget);
        }
        Iterator<Object> pairs = Sequences.iterate(value instanceof Dict dict ? dict.items() : value, budget);
        StringBuilder query = new StringBuilder();
        while (pairs.hasNext()) {
            List<Object> pair = Sequences.list(pairs.next(), budget);
            if (pair.size() != 2) {
                throw new TemplateException("pairs are needed to make a query");
            }
            query.append(query.isEmpty() ? "" : "&").append(quoted(pair.get(0), false, budget));
            query.append('=').append(quoted(pair.get(1), false, budget));
            budget.checkLength(query.length());
        }
        return query.toString();
    }

    private static String quoted(Object value, boolean path, Budget budget) {
        String text = Text.str(value, budget);
        budget.spendOnText(text.length() * 9L);
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
        return path ? encoded.replace("+", "%20").replace("%2F", "/") : encoded;
    }
}
