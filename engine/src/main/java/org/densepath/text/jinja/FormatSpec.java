package org.densepath.text.jinja;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Python's format specification `[[fill]align][sign][#][0][width][,][.precision][type]`. `align` 0 means the
/// type's own, `precision` -1 none, `type` 0 the value's own.
record FormatSpec(
        int fill, char align, char sign, boolean prefixed, int width, boolean grouped, int precision, char type) {
    private static final int MAX_PRECISION = 1000;
    private static final Pattern SPEC = Pattern.compile(
            "(?:(.)?([<>=^]))?([-+ ])?(#)?(0)?([0-9]+)?([,_])?(?:\\.([0-9]+))?([bcdeEfFgGnosxX%])?", Pattern.DOTALL);

    static FormatSpec parse(String text) {
        Matcher spec = SPEC.matcher(text);
        if (!spec.matches()) {
            throw new TemplateException("Invalid format specifier '" + text + "'");
        }
        boolean zero = spec.group(5) != null;
        return new FormatSpec(
                spec.group(1) != null ? spec.group(1).codePointAt(0) : zero ? '0' : ' ',
                spec.group(2) != null ? spec.group(2).charAt(0) : zero ? '=' : 0,
                spec.group(3) != null ? spec.group(3).charAt(0) : '-',
                spec.group(4) != null,
                spec.group(6) == null ? 0 : size(spec.group(6)),
                spec.group(7) != null,
                spec.group(8) == null ? -1 : size(spec.group(8)),
                spec.group(9) == null ? 0 : spec.group(9).charAt(0));
    }

    static int size(String digits) {
        return digits.length() > 8 ? 1 << 30 : Integer.parseInt(digits);
    }

    String apply(Object value, Budget budget) {
        budget.spendOnText(width);
        if (Values.isText(value)) {
            String text = Values.text(value);
            int length = Characters.length(text);
            return pad("", precision >= 0 && precision < length ? Characters.between(text, 0, precision) : text, '<');
        }
        if (Numbers.isNumber(value) && !(value instanceof Boolean && type == 0)) {
            return number(value);
        }
        if (type != 0 || width != 0 || precision >= 0) {
            throw new TemplateException("unsupported format string for " + Values.typeName(value));
        }
        return Text.str(value, budget);
    }

    private String number(Object value) {
        if (precision > MAX_PRECISION) {
            throw new TemplateException("a precision of more than " + MAX_PRECISION);
        }
        boolean whole = Numbers.isInteger(value) && "eEfFgG%".indexOf(type == 0 ? 'd' : type) < 0;
        String digits = whole ? whole(Numbers.whole(value)) : real(Numbers.real(value));
        boolean negative = digits.startsWith("-");
        String bare = negative ? digits.substring(1) : digits;
        return pad(negative ? "-" : sign == '-' ? "" : String.valueOf(sign), grouped ? group(bare) : bare, '>');
    }

    private String whole(BigInteger value) {
        String digits =
                switch (type) {
                    case 0, 'd', 'n' -> value.toString();
                    case 'x' -> value.toString(16);
                    case 'X' -> value.toString(16).toUpperCase(Locale.ROOT);
                    case 'o' -> value.toString(8);
                    case 'b' -> value.toString(2);
                    default ->
                        throw new TemplateException("Unknown format code '" + type + "' for object of type 'int'");
                };
        String prefix = prefixed && "xXob".indexOf(type) >= 0 ? "0" + type : "";
        return digits.startsWith("-") ? "-" + prefix + digits.substring(1) : prefix + digits;
    }

    private String real(double value) {
        if (!Double.isFinite(value)) {
            return Numbers.repr(value);
        }
        int places = precision < 0 ? 6 : precision;
        return switch (type) {
            case 'f', 'F' -> fixed(value, places);
            case '%' -> fixed(value * 100, places) + "%";
            case 'e' -> scientific(value, places);
            case 'E' -> scientific(value, places).toUpperCase(Locale.ROOT);
            case 'g', 'G', 'n' -> general(value, Math.max(1, places));
            case 0 -> precision < 0 ? Numbers.repr(value) : general(value, Math.max(1, places));
            default -> throw new TemplateException("Unknown format code '" + type + "' for object of type 'float'");
        };
    }

    private static String fixed(double value, int places) {
        String digits =
                new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
        return value < 0 && !digits.startsWith("-") ? "-" + digits : digits;
    }

    private static String scientific(double value, int places) {
        BigDecimal exact = new BigDecimal(value);
        if (exact.signum() == 0) {
            return fixed(0, places) + "e+00";
        }
        BigDecimal rounded = exact.round(new java.math.MathContext(places + 1, RoundingMode.HALF_EVEN));
        int exponent = rounded.precision() - rounded.scale() - 1;
        String digits = rounded.movePointLeft(exponent)
                .setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString();
        return digits + String.format("e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private String general(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).round(new java.math.MathContext(digits, RoundingMode.HALF_EVEN));
        int exponent = rounded.signum() == 0 ? 0 : rounded.precision() - rounded.scale() - 1;
        if (exponent < -4 || exponent >= digits) {
            String text = scientific(value, digits - 1);
            int e = text.indexOf('e');
            String mantissa = text.substring(0, e);
            String trimmed = mantissa.indexOf('.') < 0 ? mantissa : mantissa.replaceAll("\\.?0+$", "");
            return trimmed + text.substring(e);
        }
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    private static String group(String digits) {
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder grouped = new StringBuilder(digits);
        for (int i = end - 3; i > 0; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }

    private String pad(String signText, String text, char usual) {
        int missing = width - Characters.length(text) - signText.length();
        if (missing <= 0) {
            return signText + text;
        }
        char side = align == 0 ? usual : align;
        int left = side == '<' || side == '=' ? 0 : side == '>' ? missing : missing / 2;
        String filler = Character.toString(fill);
        return side == '='
                ? signText + filler.repeat(missing) + text
                : filler.repeat(left) + signText + text + filler.repeat(missing - left);
    }
}
