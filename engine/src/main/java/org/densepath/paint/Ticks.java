package org.densepath.paint;

import java.util.ArrayList;
import java.util.List;

/// Where an axis is labelled: round values within an extent.
///
/// @param values ascending
/// @param labels one per value
public record Ticks(List<Double> values, List<String> labels) {
    public Ticks {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    /// Multiples of 1, 2 or 5 times a power of ten, about `wanted` of them (at most twice as many).
    public static Ticks linear(Extent extent, int wanted) {
        double step = step(extent.span() / Math.max(1, wanted));
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        double last = Math.floor(extent.high() / step + 1e-9);
        for (double k = Math.ceil(extent.low() / step - 1e-9); k <= last; k++) {
            double value = k * step;
            values.add(value == 0 ? 0.0 : value);
            labels.add(NumberText.tick(value, step));
        }
        return new Ticks(values, labels);
    }

    /// As many linear ticks as have labels that stand clear of each other along `length` units.
    static Ticks fitting(Extent extent, double length, TextStyle style, TextMeasure measure) {
        return fitting(extent, false, length, style, measure);
    }

    /// The same for a logarithmic axis too.
    static Ticks fitting(Extent extent, boolean log, double length, TextStyle style, TextMeasure measure) {
        for (int wanted = 8; wanted > 1; wanted--) {
            Ticks ticks = log ? log(extent, wanted) : linear(extent, wanted);
            double widest = ticks.labels.stream()
                    .mapToDouble(l -> measure.width(l, style))
                    .max()
                    .orElse(0);
            if ((widest + 1.2 * style.size()) * ticks.values.size() <= length) {
                return ticks;
            }
        }
        return log ? log(extent, 1) : linear(extent, 1);
    }

    /// Powers of ten; with their doubles and fivefolds where there are few, linear ticks within less than a
    /// decade.
    public static Ticks log(Extent extent, int wanted) {
        double low = Math.log10(extent.low());
        double high = Math.log10(extent.high());
        if (high - low < 0.8) {
            return linear(extent, wanted);
        }
        double[] mantissas = high - low < Math.max(1.5, wanted / 3.0) ? new double[] {1, 2, 5} : new double[] {1};
        int every = Math.max(1, (int) Math.ceil((high - low) / Math.max(1, wanted)));
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int power = (int) Math.floor(low); power <= Math.ceil(high); power++) {
            for (double mantissa : mantissas) {
                double value = mantissa * Math.pow(10, power);
                boolean inside = value >= extent.low() * (1 - 1e-9) && value <= extent.high() * (1 + 1e-9);
                if (inside && Math.floorMod(power, every) == 0) {
                    values.add(value);
                    labels.add(label(mantissa, power));
                }
            }
        }
        return new Ticks(values, labels);
    }

    private static String label(double mantissa, int power) {
        if (power >= -2 && power <= 3) {
            double value = mantissa * Math.pow(10, power);
            return NumberText.tick(value, Math.pow(10, Math.min(0, power)));
        }
        return (mantissa == 1 ? "10" : (int) mantissa + "×10") + NumberText.superscript(power);
    }

    /// The smallest of 1, 2, 5 × 10ⁿ that is at least `least`.
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double nice : new double[] {1, 2, 5}) {
            if (nice * power >= least * (1 - 1e-9)) {
                return nice * power;
            }
        }
        return 10 * power;
    }
}
