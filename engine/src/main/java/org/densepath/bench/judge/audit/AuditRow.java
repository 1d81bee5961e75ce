package org.densepath.bench.judge.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.densepath.bench.Score;
import org.densepath.bench.Scores;
import org.densepath.bench.statistics.Interval;

/// One number about a judge, over `n` things. `percent`: whether it is a share, 0 to 1. NaN where nothing could
/// be counted.
public record AuditRow(String name, Interval interval, int n, boolean percent) {

    /// The mean of values from 0 to 1 with its interval.
    static AuditRow share(String name, double[] values) {
        if (values.length == 0) {
            return new AuditRow(name, Interval.none(Double.NaN), 0, true);
        }
        Score score = Scores.mean(name, values);
        return new AuditRow(name, score.interval(), score.n(), true);
    }

    static AuditRow value(String name, double value, int n) {
        return new AuditRow(name, Interval.none(value), n, false);
    }

    /// Adds it as `{"value", "low", "high", "n"}`; without what is not known.
    void into(ObjectNode rows) {
        ObjectNode row = rows.putObject(name);
        if (!Double.isNaN(interval.value())) {
            row.put("value", interval.value());
        }
        if (!Double.isNaN(interval.low())) {
            row.put("low", interval.low()).put("high", interval.high());
        }
        row.put("n", n);
    }

    /// `position flips 12.5 % [8.1, 18.0] n = 160`.
    public String line() {
        double scale = percent ? 100 : 1;
        String value = Double.isNaN(interval.value())
                ? "none"
                : String.format(Locale.ROOT, percent ? "%.1f %%" : "%.3f", scale * interval.value());
        String ends = Double.isNaN(interval.low())
                ? ""
                : String.format(Locale.ROOT, " [%.1f, %.1f]", scale * interval.low(), scale * interval.high());
        return String.format(Locale.ROOT, "%-44s %9s%s   n = %d", name, value, ends, n);
    }
}
