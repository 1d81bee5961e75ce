package org.densepath.text.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Python's methods of `str`. On [Markup] the result is marked, and what is put in is escaped.
final class StringMethods {
    static final Set<String> NAMES = Set.of(
            "capitalize",
            "casefold",
            "center",
            "count",
            "endswith",
            "expandtabs",
            "find",
            "format",
            "format_map",
            "index",
            "isalnum",
            "isalpha",
            "isascii",
            "isdecimal",
            "isdigit",
            "isidentifier",
            "islower",
            "isnumeric",
            "isprintable",
            "isspace",
            "istitle",
            "isupper",
            "join",
            "ljust",
            "lower",
            "lstrip",
            "partition",
            "removeprefix",
            "removesuffix",
            "replace",
            "rfind",
            "rindex",
            "rjust",
            "rpartition",
            "rsplit",
            "rstrip",
            "split",
            "splitlines",
            "startswith",
            "strip",
            "swapcase",
            "title",
            "upper",
            "zfill");

    private StringMethods() {}

    static Object call(Object owner, String name, Arguments arguments, Budget budget) {
        String text = Values.text(owner);
        budget.spendOnText(text.length());
        if (owner instanceof Markup) {
            return marked(call(text, name, escaped(arguments, budget), budget));
        }
        return call(text, name, arguments, budget);
    }

    private static Arguments escaped(Arguments arguments, Budget budget) {
        List<Object> positional = new ArrayList<>();
        for (Object value : arguments.positional()) {
            positional.add(
                    value instanceof String ? Markup.escape(value, budget).text() : value);
        }
        return new Arguments(positional, arguments.named());
    }

    private static Object marked(Object result) {
        return switch (result) {
            case String text -> new Markup(text);
            case List<?> list ->
                new ArrayList<>(list.stream().map(StringMethods::marked).toList());
            case null, default -> result;
        };
    }

    private static Object call(String text, String name, Arguments arguments, Budget budget) {
        return switch (name) {
            case "strip", "lstrip", "rstrip" ->
                strip(text, name, arguments.bind(name, "chars").text("chars", null));
            case "split", "rsplit" -> {
                Arguments.Bound bound = arguments.bind(name, "sep", "maxsplit");
                int most = bound.integer("maxsplit", -1);
                yield Splitting.split(text, bound.text("sep", null), most, name.equals("rsplit"), budget);
            }
            case "splitlines" ->
                Splitting.lines(text, arguments.bind(name, "keepends").truth("keepends", false), budget);
            case "partition", "rpartition" ->
                Splitting.partition(text, arguments.bind(name, "sep").text("sep"), name.equals("rpartition"), budget);
            case "join" -> join(text, arguments.bind(name, "iterable").value("iterable"), budget);
            case "replace" -> {
                Arguments.Bound bound = arguments.bind(name, "old", "new", "count");
                yield replace(text, bound.text("old"), bound.text("new"), bound.integer("count", -1), budget);
            }
            case "startswith", "endswith" ->
                Searching.affix(text, name, arguments.bind(name, "prefix", "start", "end"), budget);
            case "find", "rfind", "index", "rindex", "count" ->
                Searching.search(text, name, arguments.bind(name, "sub", "start", "end"), budget);
            case "removeprefix" -> {
                String prefix = arguments.bind(name, "prefix").text("prefix");
                yield text.startsWith(prefix) ? text.substring(prefix.length()) : text;
            }
            case "removesuffix" -> {
                String suffix = arguments.bind(name, "suffix").text("suffix");
                yield text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
            }
            case "center", "ljust", "rjust" -> justify(text, name, arguments.bind(name, "width", "fillchar"), budget);
            case "zfill" -> zeroFill(text, arguments.bind(name, "width").integer("width", 0), budget);
            case "expandtabs" ->
                expandTabs(text, arguments.bind(name, "tabsize").integer("tabsize", 8), budget);
            case "format" -> new BraceFormat(text, arguments, budget).formatted();
            case "format_map" -> formatMap(text, arguments.bind(name, "mapping").value("mapping"), budget);
            default -> {
                arguments.bind(name);
                yield name.startsWith("is") ? Letters.is(text, name) : Letters.change(text, name);
            }
        };
    }

    static String strip(String text, String name, String characters) {
        return Characters.strip(
                text,
                characters == null ? Characters::isSpace : c -> characters.indexOf(c) >= 0,
                !name.equals("rstrip"),
                !name.equals("lstrip"));
    }

    static String join(String separator, Object elements, Budget budget) {
        StringBuilder joined = new StringBuilder();
        int count = 0;
        for (Object element : Sequences.list(elements, budget)) {
            if (!Values.isText(element)) {
                throw new TemplateException(
                        "sequence item " + count + ": expected str instance, " + Values.typeName(element) + " found");
            }
            joined.append(count++ == 0 ? "" : separator).append(Values.text(element));
            budget.spendOnText(Values.text(element).length() + separator.length());
            budget.checkLength(joined.length());
        }
        return joined.toString();
    }

    /// At most `count` times from the left; without limit when it is negative.
    static String replace(String text, String old, String with, int count, Budget budget) {
        budget.spendOnSearch(text, old);
        StringBuilder replaced = new StringBuilder();
        int at = 0;
        for (int done = 0; count < 0 || done < count; done++) {
            int found = old.isEmpty() ? (done == 0 ? 0 : next(text, at)) : text.indexOf(old, at);
            if (found < 0) {
                break;
            }
            replaced.append(text, at, found).append(with);
            budget.spendOnText(with.length() + found - at);
            budget.checkLength(replaced.length());
            at = found + old.length();
        }
        budget.spendOnText(text.length());
        return replaced.append(text, at, text.length()).toString();
    }

    /// The place after the character at `at`, or -1 at the end.
    private static int next(String text, int at) {
        return at < text.length() ? at + Character.charCount(text.codePointAt(at)) : -1;
    }

    private static String justify(String text, String name, Arguments.Bound bound, Budget budget) {
        int width = bound.integer("width", 0);
        String fill = bound.text("fillchar", " ");
        if (Characters.length(fill) != 1) {
            throw new TemplateException("The fill character must be exactly one character long");
        }
        int missing = Math.max(0, width - Characters.length(text));
        budget.spendOnText((long) text.length() + 2L * missing);
        int left =
                switch (name) {
                    case "ljust" -> 0;
                    case "rjust" -> missing;
                    default -> missing / 2 + (missing & width & 1);
                };
        return fill.repeat(left) + text + fill.repeat(missing - left);
    }

    private static String zeroFill(String text, int width, Budget budget) {
        int missing = Math.max(0, width - Characters.length(text));
        budget.spendOnText((long) text.length() + missing);
        boolean signed = text.startsWith("-") || text.startsWith("+");
        return (signed ? text.substring(0, 1) : "") + "0".repeat(missing) + (signed ? text.substring(1) : text);
    }

    private static String expandTabs(String text, int size, Budget budget) {
        StringBuilder expanded = new StringBuilder();
        int column = 0;
        for (int c : text.codePoints().toArray()) {
            if (c == '\t') {
                int blanks = size > 0 ? size - column % size : 0;
                budget.spendOnText(blanks);
                budget.checkLength(expanded.length());
                expanded.repeat(' ', blanks);
                column += blanks;
            } else {
                expanded.appendCodePoint(c);
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return expanded.toString();
    }

    private static String formatMap(String text, Object mapping, Budget budget) {
        if (!(mapping instanceof Dict dict)) {
            throw new TemplateException("format_map() takes a mapping");
        }
        Map<String, Object> named = new java.util.HashMap<>();
        dict.keys().stream().filter(Values::isText).forEach(key -> named.put(Values.text(key), dict.get(key, null)));
        return new BraceFormat(text, new Arguments(List.of(), named), budget).formatted();
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
