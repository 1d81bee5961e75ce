package org.densepath.app.bench;

import java.util.Locale;
import org.densepath.bench.judge.audit.AuditRow;
import org.densepath.paint.NumberText;

/// How an audit's numbers are written.
final class AuditText {
    private AuditText() {}

    /// `12.5 %`, `0.83`, `−`.
    static String value(AuditRow row) {
        double value = row.interval().value();
        return Double.isNaN(value)
                ? "–"
                : row.percent() ? String.format(Locale.ROOT, "%.1f %%", 100 * value) : NumberText.decimals(value, 2);
    }

    /// `[8.1, 18.0]`, empty without an interval.
    static String ends(AuditRow row) {
        double scale = row.percent() ? 100 : 1;
        return Double.isNaN(row.interval().low())
                ? ""
                : String.format(
                        Locale.ROOT,
                        row.percent() ? "[%.1f, %.1f]" : "[%.2f, %.2f]",
                        scale * row.interval().low(),
                        scale * row.interval().high());
    }

    /// What a number means, for those who ask.
    static String meaning(String name) {
        return switch (name) {
            case "parse failures" -> "Replies in which no verdict could be read";
            case "no reply" -> "Questions that got no reply";
            case "position flips" ->
                "Pairs whose winner changes when the order of the two answers is swapped; 0 is best";
            case "first answer wins" ->
                "Decided games that the answer read first has won; a judge without a liking for a place has one half";
            case "longer answer wins" -> "Decided games that the longer answer has won";
            case "ties" -> "Games without a winner";
            case "mean rating" -> "Mean of all ratings";
            case "standard deviation of ratings" -> "How far the ratings lie apart";
            case "rank correlation of rating and length" -> "Whether longer answers are rated higher; 0 is no relation";
            case "standard deviation over repeats" -> "Of a question's verdicts when it is asked again";
            case "same verdict in all repeats" -> "Questions that always got the same verdict";
            default -> name;
        };
    }
}
