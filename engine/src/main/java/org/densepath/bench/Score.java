package org.densepath.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.densepath.bench.statistics.Interval;

/// A benchmark's score: its name, value with interval, and of how many things it is the mean.
public record Score(String name, Interval interval, int n) {
    /// Adds it as `{"value", "low", "high", "n"}`; without ends where it has no interval.
    public void into(ObjectNode scores) {
        ObjectNode score = scores.putObject(name).put("value", interval.value());
        if (!Double.isNaN(interval.low())) {
            score.put("low", interval.low()).put("high", interval.high());
        }
        score.put("n", n);
    }

    /// `0.773 [0.744, 0.802]`, for a cell of a table.
    public String text() {
        String ends = Double.isNaN(interval.low())
                ? ""
                : String.format(Locale.ROOT, " [%.3f, %.3f]", interval.low(), interval.high());
        return String.format(Locale.ROOT, "%.3f", interval.value()) + ends;
    }

    /// `gsm8k exact match 12.5 % [10.8, 14.3] n = 1319`.
    public String line() {
        String value = String.format(Locale.ROOT, "%-44s %5.1f %%", name, 100 * interval.value());
        String ends = Double.isNaN(interval.low())
                ? ""
                : String.format(Locale.ROOT, " [%.1f, %.1f]", 100 * interval.low(), 100 * interval.high());
        return value + ends + "   n = " + n;
    }
}
