package org.densepath.experiment.result;

import java.util.Locale;
import org.densepath.bench.statistics.Interval;
import org.densepath.paint.NumberText;

/// In what a column's numbers are written.
public enum Unit {
    /// Shares, written in per cent.
    PERCENT(100, 1),
    /// Ratings, nats, tokens a response.
    PLAIN(1, 2),
    /// Whole numbers and seconds.
    COUNT(1, 0);

    private final double scale;
    private final int decimals;

    Unit(double scale, int decimals) {
        this.scale = scale;
        this.decimals = decimals;
    }

    /// What a number is multiplied by to be written.
    public double scale() {
        return scale;
    }

    /// `39.5`; empty for no number.
    public String value(double number) {
        return Double.isNaN(number) ? "" : NumberText.decimals(scale * number, decimals);
    }

    /// `[36.8, 42.1]`; empty where there is no interval.
    public String ends(Interval interval) {
        return Double.isNaN(interval.low()) ? "" : "[" + value(interval.low()) + ", " + value(interval.high()) + "]";
    }

    /// A difference with its sign: `+3.2`, `−0.4`, `0.0`.
    public String signed(double number) {
        String text = value(number);
        return number > 0 && text.matches(".*[1-9].*") ? "+" + text : text;
    }

    /// `+3.2 [+1.0, +5.4]`.
    public String signed(Interval interval) {
        return signed(interval.value())
                + (Double.isNaN(interval.low())
                        ? ""
                        : " [" + signed(interval.low()) + ", " + signed(interval.high()) + "]");
    }

    /// As JSON and CSV have it, not scaled: as many digits as are needed.
    static String raw(double number) {
        if (Double.isNaN(number)) {
            return "";
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? String.format(Locale.ROOT, "%d", (long) number)
                : Double.toString(number);
    }
}
