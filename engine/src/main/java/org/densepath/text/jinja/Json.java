package org.densepath.text.jinja;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Python's `json.dumps(value, ensure_ascii=False, indent=None, separators=None, sort_keys=False)`, the `tojson`
/// of transformers: nothing is escaped for HTML, keys keep their order.
final class Json {
    private final StringBuilder json = new StringBuilder();
    private final Budget budget;
    private final boolean ascii;
    private final boolean sorted;
    private final String indent;
    private final String itemSeparator;
    private final String keySeparator;

    private Json(Arguments.Bound options, Budget budget) {
        this.budget = budget;
        this.ascii = options.truth("ensure_ascii", false);
        this.sorted = options.truth("sort_keys", false);
        Object width = options.value("indent", null);
        if (Values.isText(width)) {
            this.indent = Values.text(width);
        } else {
            int blanks = Math.max(0, options.integer("indent", 0));
            budget.spendOnText(blanks);
            this.indent = width == null ? null : " ".repeat(blanks);
        }
        List<Object> separators = options.given("separators")
                ? Sequences.list(options.value("separators"), budget)
                : List.of(indent == null ? ", " : ",", ": ");
        if (separators.size() != 2 || !separators.stream().allMatch(Values::isText)) {
            throw new TemplateException("separators are a pair of texts");
        }
        this.itemSeparator = Values.text(separators.get(0));
        this.keySeparator = Values.text(separators.get(1));
    }

    static String dumps(Object value, Arguments arguments, Budget budget) {
        Arguments.Bound options = arguments.bind("tojson", "ensure_ascii", "indent", "separators", "sort_keys");
        Json json = new Json(options, budget);
        json.write(value, 0);
        return json.json.toString();
    }

    private void write(Object value, int depth) {
        int before = json.length();
        switch (value) {
            case null -> json.append("null");
            case Boolean b -> json.append(b.booleanValue());
            case Double d -> json.append(real(d));
            case Long l -> json.append(l.longValue());
            case BigInteger big -> json.append(big);
            case String s -> quoted(s);
            case Markup markup -> quoted(markup.text());
            case List<?> list -> array(list, depth);
            case Tuple tuple -> array(tuple.items(), depth);
            case Dict dict -> object(dict, depth);
            default ->
                throw new TemplateException("Object of type " + Values.typeName(value) + " is not JSON serializable");
        }
        budget.spendOnText(json.length() - before);
        budget.checkLength(json.length());
    }

    private static String real(double value) {
        if (Double.isFinite(value)) {
            return Numbers.repr(value);
        }
        return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
    }

    private void array(List<?> items, int depth) {
        json.append('[');
        for (int i = 0; i < items.size(); i++) {
            json.append(i == 0 ? "" : itemSeparator);
            newline(depth + 1);
            write(items.get(i), depth + 1);
        }
        if (!items.isEmpty()) {
            newline(depth);
        }
        json.append(']');
    }

    private void object(Dict dict, int depth) {
        List<Object> keys = new ArrayList<>(dict.keys());
        if (sorted) {
            keys.sort((Comparator<Object>) (a, b) -> Values.compare(a, b, "<", budget));
        }
        json.append('{');
        boolean first = true;
        for (Object key : keys) {
            json.append(first ? "" : itemSeparator);
            first = false;
            newline(depth + 1);
            quoted(key(key));
            json.append(keySeparator);
            write(dict.get(key, null), depth + 1);
        }
        if (!first) {
            newline(depth);
        }
        json.append('}');
    }

    private static String key(Object key) {
        return switch (key) {
            case null -> "null";
            case String s -> s;
            case Markup markup -> markup.text();
            case Boolean b -> b.toString();
            case Double d -> real(d);
            case Number whole -> whole.toString();
            default ->
                throw new TemplateException("keys must be str, int, float, bool or None, not " + Values.typeName(key));
        };
    }

    private void newline(int depth) {
        if (indent != null) {
            budget.spendOnText((long) indent.length() * depth);
            json.append('\n').repeat(indent, depth);
        }
    }

    private void quoted(String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\f' -> json.append("\\f");
                case '\b' -> json.append("\\b");
                default -> {
                    if (c < ' ' || (ascii && c > '~')) {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
