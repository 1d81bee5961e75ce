package org.densepath.text.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.Locale;

/// The filters that make numbers.
final class NumberFilters {
    private static final int MAX_DIGITS = 4300;

    private NumberFilters() {}

    static Object apply(String name, Object value, Arguments arguments, Budget budget) {
        if (value instanceof Undefined undefined && !name.equals("sum")) {
            throw undefined.error();
        }
        return switch (name) {
            case "abs" -> absolute(value);
            case "int" -> whole(value, arguments.bind(name, "default", "base"));
            case "float" -> {
                Object real = Numbers.isNumber(value)
                        ? (Object) Numbers.real(value)
                        : Values.isText(value) ? parsed(Values.text(value)) : null;
                yield real != null ? real : arguments.bind(name, "default").value("default", 0.0);
            }
            case "round" -> round(value, arguments.bind(name, "precision", "method"));
            default -> sum(value, arguments.bind(name, "attribute", "start"), budget);
        };
    }

    private static Object absolute(Object value) {
        if (!Numbers.isNumber(value)) {
            throw new TemplateException("bad operand type for abs(): '" + Values.typeName(value) + "'");
        }
        return value instanceof Double d
                ? (Object) Math.abs(d)
                : Numbers.normal(Numbers.whole(value).abs());
    }

    private static Object whole(Object value, Arguments.Bound bound) {
        Object otherwise = bound.value("default", 0L);
        if (value instanceof Double d) {
            return Double.isFinite(d) ? truncated(d) : otherwise;
        }
        if (Numbers.isInteger(value)) {
            return Numbers.normal(Numbers.whole(value));
        }
        if (!Values.isText(value)) {
            return otherwise;
        }
        Object parsed = whole(Values.text(value), bound.integer("base", 10));
        if (parsed != null) {
            return parsed;
        }
        Double real = parsed(Values.text(value));
        return real != null && Double.isFinite(real) ? truncated(real) : otherwise;
    }

    static Object truncated(double value) {
        if (!Double.isFinite(value)) {
            throw new TemplateException("cannot convert float " + Numbers.repr(value) + " to integer");
        }
        return Numbers.normal(new BigDecimal(value).toBigInteger());
    }

    /// Without blanks around it, in lower case, and every script's digits as ASCII's.
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Characters.strip(text, Characters::isSpace, true, true)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return plain.toString();
    }

    /// Python's `int(text, base)`, or null where that is a ValueError.
    private static Object whole(String text, int base) {
        String digits = plain(text);
        boolean negative = digits.startsWith("-");
        String bare = negative || digits.startsWith("+") ? digits.substring(1) : digits;
        String prefix = bare.length() > 1 ? bare.substring(0, 2) : "";
        int prefixed = prefix.equals("0x") ? 16 : prefix.equals("0o") ? 8 : prefix.equals("0b") ? 2 : 0;
        int radix = base == 0 ? Math.max(prefixed, prefixed == 0 ? 10 : 0) : base;
        if (prefixed == radix) {
            bare = bare.substring(2);
            bare = bare.startsWith("_") ? bare.substring(1) : bare;
        }
        if (radix < 2 || radix > 36 || bare.length() > MAX_DIGITS || !bare.matches("[0-9a-z]++(_[0-9a-z]++)*+")) {
            return null;
        }
        try {
            BigInteger magnitude = new BigInteger(bare.replace("_", ""), radix);
            return Numbers.normal(negative ? magnitude.negate() : magnitude);
        } catch (NumberFormatException digitBeyondRadix) {
            return null;
        }
    }

    /// Python's `float(text)`, or null where that is a ValueError.
    private static Double parsed(String text) {
        String bare = plain(text);
        if (bare.matches("[-+]?(inf|infinity|nan)")) {
            return bare.endsWith("nan")
                    ? Double.NaN
                    : bare.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        boolean number = bare.length() <= MAX_DIGITS
                && bare.matches("[-+]?([0-9][0-9_]*+(\\.[0-9_]*+)?|\\.[0-9][0-9_]*+)(e[-+]?[0-9][0-9_]*+)?");
        return number ? Double.valueOf(bare.replace("_", "")) : null;
    }

    private static Object round(Object value, Arguments.Bound bound) {
        String method = bound.text("method", "common");
        int places = bound.integer("precision", 0);
        if (!Numbers.isNumber(value)) {
            throw new TemplateException("type " + Values.typeName(value) + " doesn't define __round__ method");
        }
        if (Math.abs(places) > 400) {
            throw new TemplateException("a precision of more than 400 places");
        }
        if (method.equals("common")) {
            if (Numbers.isInteger(value)) {
                BigDecimal rounded =
                        new BigDecimal(Numbers.whole(value)).setScale(Math.min(0, places), RoundingMode.HALF_EVEN);
                return Numbers.normal(rounded.toBigInteger());
            }
            double real = Numbers.real(value);
            return Double.isFinite(real)
                    ? Double.valueOf(new BigDecimal(real)
                            .setScale(places, RoundingMode.HALF_EVEN)
                            .doubleValue())
                    : value;
        }
        if (!method.equals("ceil") && !method.equals("floor")) {
            throw new TemplateException("method must be common, ceil or floor");
        }
        double scale = Math.pow(10, places);
        double scaled = Numbers.real(value) * scale;
        return (method.equals("ceil") ? Math.ceil(scaled) : Math.floor(scaled)) / scale;
    }

    private static Object sum(Object value, Arguments.Bound bound, Budget budget) {
        Operators operators = new Operators(budget);
        Object attribute = bound.value("attribute", null);
        Object sum = bound.value("start", 0L);
        if (Values.isText(sum)) {
            throw new TemplateException("sum() can't sum strings [use ''.join(seq) instead]");
        }
        Iterator<Object> elements = Sequences.iterate(value, budget);
        while (elements.hasNext()) {
            sum = operators.binary("+", sum, AttributePath.of(attribute).get(elements.next(), budget));
        }
        return sum;
    }
}
