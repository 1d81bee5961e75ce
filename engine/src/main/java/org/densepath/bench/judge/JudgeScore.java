package org.densepath.bench.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.densepath.bench.Scores;
import org.densepath.bench.judge.verdict.Counts;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.statistics.Interval;

/// A score from verdicts, with what became of all the questions behind it. `prompts`: how many it is over.
/// `percent`: whether it is a share, 0 to 1, or a rating.
public record JudgeScore(String name, Interval interval, int prompts, boolean percent, Counts counts) {

    /// Σ weight · value / Σ weight over the judged ones of `used`, with an interval over prompts: a prompt's
    /// verdicts are drawn together. `all` are the verdicts that it speaks for. NaN where none was judged.
    static JudgeScore mean(String name, List<Verdict> used, List<Verdict> all, boolean percent) {
        Map<String, List<Verdict>> byPrompt = used.stream()
                .filter(Verdict::judged)
                .collect(Collectors.groupingBy(Verdict::key, LinkedHashMap::new, Collectors.toList()));
        double[] sums = byPrompt.values().stream()
                .mapToDouble(verdicts -> sum(verdicts, true))
                .toArray();
        double[] weights = byPrompt.values().stream()
                .mapToDouble(verdicts -> sum(verdicts, false))
                .toArray();
        return new JudgeScore(name, interval(sums, weights, percent), byPrompt.size(), percent, Counts.of(all));
    }

    private static double sum(List<Verdict> verdicts, boolean valued) {
        return verdicts.stream()
                .mapToDouble(v -> v.weight() * (valued ? v.value() : 1))
                .sum();
    }

    private static Interval interval(double[] sums, double[] weights, boolean percent) {
        if (sums.length == 0) {
            return Interval.none(Double.NaN);
        }
        Interval interval = Scores.ratio("", sums, weights).interval();
        boolean end = interval.value() == 0 || interval.value() == 1;
        if (percent && end) {
            // all lost or all won: resampling knows nothing, the binomial does
            double[] values = new double[sums.length];
            Arrays.fill(values, interval.value());
            return Scores.mean("", values).interval();
        }
        return interval;
    }

    /// Adds it as `{"value", "low", "high", "n", "total", "judged", "unparsed", "failed"}`; without what is not
    /// known.
    void into(ObjectNode scores) {
        ObjectNode score = scores.putObject(name);
        if (!Double.isNaN(interval.value())) {
            score.put("value", interval.value());
        }
        if (!Double.isNaN(interval.low())) {
            score.put("low", interval.low()).put("high", interval.high());
        }
        score.put("n", prompts);
        counts.into(score);
    }

    /// `mt-bench turn 1 5.25 [4.90, 5.61] n = 80 of 80 verdicts: …`.
    public String line() {
        String format = percent ? "%5.1f %%" : "%5.2f  ";
        double scale = percent ? 100 : 1;
        String value = Double.isNaN(interval.value())
                ? "none   "
                : String.format(Locale.ROOT, format, scale * interval.value());
        String ends = Double.isNaN(interval.low())
                ? ""
                : String.format(
                        Locale.ROOT,
                        percent ? " [%.1f, %.1f]" : " [%.2f, %.2f]",
                        scale * interval.low(),
                        scale * interval.high());
        return String.format(Locale.ROOT, "%-44s %s%s   n = %d, %s", name, value, ends, prompts, counts);
    }
}
