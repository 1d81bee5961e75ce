package org.densepath.app.inspect;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// How many decimals an equation's numbers are shown with: as few as will do for them to add up as they stand.
///
/// @param exact whether the rounded numbers give the rounded result; otherwise the equation is shown with ≈
record Digits(int decimals, boolean exact) {
    private static final int MOST = 6;

    /// Fewest decimals, 2 or more, with which `equation` of the rounded `numbers` is the rounded `result`, and
    /// with which the result keeps two digits.
    static Digits fitting(ToDoubleFunction<double[]> equation, double result, double... numbers) {
        int least = least(result);
        for (int decimals = least; decimals <= MOST; decimals++) {
            int places = decimals;
            double[] rounded = Arrays.stream(numbers).map(x -> round(x, places)).toArray();
            if (Math.abs(round(equation.applyAsDouble(rounded), places) - round(result, places))
                    < 0.5 * Math.pow(10, -places)) {
                return new Digits(places, true);
            }
        }
        return new Digits(least, false);
    }

    private static int least(double result) {
        double size = Math.abs(result);
        return size == 0 || !Double.isFinite(size) ? 2 : Math.clamp(1 - (int) Math.floor(Math.log10(size)), 2, MOST);
    }

    static double round(double value, int decimals) {
        double power = Math.pow(10, decimals);
        return Math.rint(value * power) / power;
    }

    /// `0.70`, `−0.70`.
    Notation number(double value) {
        String digits = digits(value);
        boolean negative = isNegative(value);
        return new Notation((negative ? "−" : "") + digits, (negative ? "-" : "") + digits);
    }

    /// `+0.70`, `−0.70`, `0.00`.
    Notation signed(double value) {
        Notation plain = number(value);
        boolean positive = value > 0 && digits(value).matches(".*[1-9].*");
        return positive ? Notation.same("+").then(plain) : plain;
    }

    /// As it stands behind an operator: `0.70`, `(−0.70)`.
    Notation operand(double value) {
        Notation number = number(value);
        return isNegative(value) ? number.inBrackets() : number;
    }

    Notation equals() {
        return exact ? Notation.same(" = ") : new Notation(" ≈ ", " \\approx ");
    }

    private boolean isNegative(double value) {
        return value < 0 && digits(value).matches(".*[1-9].*");
    }

    private String digits(double value) {
        return String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(round(value, decimals)));
    }
}
