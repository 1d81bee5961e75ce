package org.densepath.text.jinja;

/// Python's `'…{0.name[key]!r:>8}…'.format(…)`, attributes read as the sandbox allows.
final class BraceFormat {
    private final String format;
    private final Arguments arguments;
    private final Budget budget;
    private int automatic;

    BraceFormat(String format, Arguments arguments, Budget budget) {
        this.format = format;
        this.arguments = arguments;
        this.budget = budget;
    }

    String formatted() {
        return formatted(format, 2);
    }

    private String formatted(String text, int depth) {
        if (depth < 0) {
            throw new TemplateException("Max string recursion exceeded");
        }
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == c;
            if ((c == '{' || c == '}') && doubled) {
                out.append(c);
                at++;
            } else if (c == '{') {
                int end = fieldEnd(text, at);
                out.append(field(text.substring(at + 1, end), depth));
                budget.checkLength(out.length());
                at = end;
            } else if (c == '}') {
                throw new TemplateException("Single '}' encountered in format string");
            } else {
                out.append(c);
            }
        }
        budget.spendOnText(out.length());
        return out.toString();
    }

    private static int fieldEnd(String text, int start) {
        int open = 0;
        for (int at = start; at < text.length(); at++) {
            open += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
            if (open == 0) {
                return at;
            }
        }
        throw new TemplateException("expected '}' before end of string");
    }

    private String field(String field, int depth) {
        int colon = field.indexOf(':');
        String name = colon < 0 ? field : field.substring(0, colon);
        String spec = colon < 0 ? "" : formatted(field.substring(colon + 1), depth - 1);
        int bang = name.indexOf('!');
        Object value = value(bang < 0 ? name : name.substring(0, bang));
        String conversion = bang < 0 ? "" : name.substring(bang + 1);
        Object converted =
                switch (conversion) {
                    case "" -> value;
                    case "s" -> Text.str(value, budget);
                    case "r", "a" -> Text.repr(value, budget);
                    default -> throw new TemplateException("Unknown conversion specifier '" + conversion + "'");
                };
        return spec.isEmpty()
                ? Text.str(converted, budget)
                : FormatSpec.parse(spec).apply(converted, budget);
    }

    private Object value(String path) {
        int end = 0;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        Object value = first(path.substring(0, end));
        while (end < path.length()) {
            boolean dot = path.charAt(end) == '.';
            int stop = dot ? end + 1 : path.indexOf(']', end);
            while (dot && stop < path.length() && path.charAt(stop) != '.' && path.charAt(stop) != '[') {
                stop++;
            }
            if (stop < 0 || stop == end + 1) {
                throw new TemplateException("Empty attribute in format string");
            }
            String key = path.substring(end + 1, stop);
            boolean index = !dot && key.chars().allMatch(c -> c >= '0' && c <= '9') && key.length() < 9;
            value = dot
                    ? Attributes.attribute(value, key, budget)
                    : Attributes.item(value, index ? (Object) Long.valueOf(key) : key, budget);
            end = dot ? stop : stop + 1;
        }
        return value;
    }

    private Object first(String name) {
        boolean index = name.chars().allMatch(c -> c >= '0' && c <= '9') && name.length() < 9;
        if (!index) {
            if (!arguments.named().containsKey(name)) {
                throw new TemplateException("'" + name + "'");
            }
            return arguments.named().get(name);
        }
        int position = name.isEmpty() ? automatic++ : Integer.parseInt(name);
        if (position >= arguments.positional().size()) {
            throw new TemplateException("Replacement index " + position + " out of range for positional args tuple");
        }
        return arguments.positional().get(position);
    }
}
