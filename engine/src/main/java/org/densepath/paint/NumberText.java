package org.densepath.paint;

import java.util.Locale;

/// Numbers as figures print them: three significant digits, a real minus sign, the same in every country.
public final class NumberText {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private NumberText() {}

    /// `+1.42`, `−0.400`, `0`, `+3.20×10⁻⁵`.
    public static String signed(double value) {
        return value > 0 ? "+" + plain(value) : plain(value);
    }

    /// `1.42`, `−0.400`, `12,300`, `3.20×10⁻⁵`, `∞`, `not a number`.
    public static String plain(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "not a number";
        }
        if (size == 0) {
            return "0";
        }
        String digits;
        if (Double.isInfinite(value)) {
            digits = "∞";
        } else if (size < 1e-3 || size >= 1e7) {
            digits = scientific(size, 2);
        } else {
            int decimals = Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
            digits = String.format(Locale.ROOT, "%,." + decimals + "f", size);
        }
        return value < 0 ? "−" + digits : digits;
    }

    /// `value` with a fixed number of decimals, for numbers that stand under one another.
    public static String decimals(double value, int decimals) {
        String digits = String.format(Locale.ROOT, "%,." + decimals + "f", Math.abs(value));
        return value < 0 && digits.matches(".*[1-9].*") ? "−" + digits : digits;
    }

    /// A tick's label with exactly the digits that a grid of `step` needs: `0.05`, `20k`, `2.5M`, `5×10⁻⁵`.
    static String tick(double value, double step) {
        double size = Math.abs(value);
        if (size < step * 1e-9) {
            return "0";
        }
        String digits;
        if (size >= 1e13 || step < 1e-4) {
            int decimals = Math.max(0, (int) (Math.floor(Math.log10(size)) - Math.floor(Math.log10(step) + 1e-9)));
            digits = trimmed(scientific(size, decimals));
        } else if (size >= 1e4 && step >= 10) {
            int power = size < 1e6 ? 3 : size < 1e9 ? 6 : 9;
            double unit = Math.pow(10, power);
            digits = fixed(size / unit, step / unit) + (power == 3 ? "k" : power == 6 ? "M" : "G");
        } else {
            digits = fixed(size, step);
        }
        return value < 0 ? "−" + digits : digits;
    }

    private static String fixed(double size, double step) {
        int decimals = 0;
        // 2.5 needs one digit though its power of ten is 0
        for (double s = step; decimals < 12 && Math.abs(s - Math.rint(s)) > 1e-6 * s; s *= 10) {
            decimals++;
        }
        return String.format(Locale.ROOT, "%." + decimals + "f", size);
    }

    private static String scientific(double size, int decimals) {
        int power = (int) Math.floor(Math.log10(size));
        String mantissa = String.format(Locale.ROOT, "%." + decimals + "f", size / Math.pow(10, power));
        if (mantissa.startsWith("10")) {
            power++;
            mantissa = String.format(Locale.ROOT, "%." + decimals + "f", size / Math.pow(10, power));
        }
        return mantissa + "×10" + superscript(power);
    }

    private static String trimmed(String scientific) {
        return scientific.replaceFirst("\\.?0*×", "×").replaceFirst("^1×", "");
    }

    static String superscript(int power) {
        StringBuilder text = new StringBuilder(power < 0 ? "⁻" : "");
        Integer.toString(Math.abs(power)).chars().forEach(c -> text.append(SUPERSCRIPTS.charAt(c - '0')));
        return text.toString();
    }
}
