package org.densepath.text.jinja;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Python's `'…%s…' % values`.
final class PercentFormat {
    private static final Pattern PLACE =
            Pattern.compile("%(?:\\(([^)]*)\\))?([-+ #0]*)(\\*|[0-9]+)?(?:\\.(\\*|[0-9]+))?[hlL]?(.)?", Pattern.DOTALL);

    private final String format;
    private final Object values;
    private final Budget budget;
    private int used;

    PercentFormat(String format, Object values, Budget budget) {
        this.format = format;
        this.values = values;
        this.budget = budget;
    }

    String formatted() {
        StringBuilder text = new StringBuilder();
        Matcher place = PLACE.matcher(format);
        int at = 0;
        while (place.find(at)) {
            text.append(format, at, place.start());
            at = place.end();
            if (place.group(5) == null) {
                throw new TemplateException("incomplete format");
            }
            text.append(place.group(5).equals("%") ? "%" : value(place));
            budget.spendOnText(text.length() - at);
            budget.checkLength(text.length());
        }
        if (values instanceof Tuple tuple ? used < tuple.items().size() : used == 0 && !(values instanceof Dict)) {
            throw new TemplateException("not all arguments converted during string formatting");
        }
        return text.append(format, at, format.length()).toString();
    }

    private String value(Matcher place) {
        String flags = place.group(2);
        int width = size(place.group(3), 0);
        int precision = size(place.group(4), -1);
        Object value = place.group(1) == null ? next() : named(place.group(1));
        char type = place.group(5).charAt(0);
        char align = flags.indexOf('-') >= 0 ? '<' : 0;
        char sign = flags.indexOf('+') >= 0 ? '+' : flags.indexOf(' ') >= 0 ? ' ' : '-';
        boolean zero = flags.indexOf('0') >= 0 && align == 0;
        switch (type) {
            case 's', 'r', 'a' -> {
                String text = type == 's' ? Text.str(value, budget) : Text.repr(value, budget);
                return new FormatSpec(' ', align == 0 ? '>' : align, '-', false, width, false, precision, 's')
                        .apply(text, budget);
            }
            case 'c' -> {
                return Values.isText(value)
                        ? Values.text(value)
                        : Character.toString(Numbers.clamp(number(value, type)));
            }
            case 'd', 'i', 'u', 'x', 'X', 'o' -> {
                Object number = number(value, type);
                Object whole = number instanceof Double d ? NumberFilters.truncated(d) : number;
                char wholeType = "iu".indexOf(type) >= 0 ? 'd' : type;
                return spec(align, sign, flags, zero, width, -1, wholeType).apply(whole, budget);
            }
            case 'e', 'E', 'f', 'F', 'g', 'G' -> {
                double real = Numbers.real(number(value, type));
                return spec(align, sign, flags, zero, width, precision, type).apply(real, budget);
            }
            default -> throw new TemplateException("unsupported format character '" + type + "'");
        }
    }

    private static FormatSpec spec(
            char align, char sign, String flags, boolean zero, int width, int precision, char type) {
        char side = align != 0 ? align : zero ? '=' : '>';
        return new FormatSpec(zero ? '0' : ' ', side, sign, flags.indexOf('#') >= 0, width, false, precision, type);
    }

    private int size(String text, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        return text.equals("*") ? Numbers.clamp(number(next(), '*')) : FormatSpec.size(text);
    }

    private static Object number(Object value, char type) {
        if (!Numbers.isNumber(value)) {
            throw new TemplateException(
                    "%" + type + " format: a real number is required, not " + Values.typeName(value));
        }
        return value;
    }

    private Object next() {
        int index = used++;
        if (values instanceof Tuple tuple) {
            if (index >= tuple.items().size()) {
                throw new TemplateException("not enough arguments for format string");
            }
            return tuple.items().get(index);
        }
        if (index > 0) {
            throw new TemplateException("not enough arguments for format string");
        }
        return values;
    }

    private Object named(String name) {
        if (!(values instanceof Dict dict)) {
            throw new TemplateException("format requires a mapping");
        }
        if (!dict.has(name)) {
            throw new TemplateException("'" + name + "'");
        }
        return dict.get(name, null);
    }
}
