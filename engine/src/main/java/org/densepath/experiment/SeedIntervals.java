package org.densepath.experiment;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.Event;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;

/// Intervals over seeds and prompts of the scores that a run has told seed by seed, from the answers that its
/// folder keeps: success, return, length, and the difference of success to π_SFT.
record SeedIntervals(RunFolder folder, List<Integer> seeds) {
    private static final int RESAMPLES = 1_000;
    private static final Pattern KEPT =
            Pattern.compile("(?<what>success|return|length)_(?<way>greedy|sampled)(?<minus>_minus_sft)?");
    private static final Map<String, String> NUMBERS =
            Map.of("success", "check", "return", "return", "length", "tokens");

    /// Of the seeds that have told a score.
    static SeedIntervals of(RunState state, RunFolder folder) {
        return new SeedIntervals(
                folder,
                state.scores().stream()
                        .map(Event.ScoreComputed::seed)
                        .distinct()
                        .sorted()
                        .toList());
    }

    /// The same value, that of the mean over seeds, with the interval where there is one.
    ScoreTable.Cell cell(String arm, String score, ScoreTable.Cell averaged) {
        Matcher kept = KEPT.matcher(score);
        Interval i = Interval.none(averaged.value());
        if (kept.matches()) {
            double[][] values = values(arm, kept);
            if (values.length == averaged.seeds() && values[0].length > 0) {
                i = ArmTable.interval(values, RESAMPLES);
            }
        }
        return new ScoreTable.Cell(averaged.value(), i.low(), i.high(), averaged.seeds());
    }

    /// `[seed][prompt]` of the seeds in which the arm is scored; prompts in the order of their text, so that they
    /// are the same in all.
    private double[][] values(String arm, Matcher kept) {
        String number = NUMBERS.get(kept.group("what"));
        boolean difference = kept.group("minus") != null;
        return seeds.stream()
                .map(seed -> {
                    Map<String, Double> own = byPrompt(arm, seed, kept.group("way"), number);
                    if (difference) {
                        Map<String, Double> sft = byPrompt("sft", seed, kept.group("way"), number);
                        own.replaceAll((prompt, value) -> value - sft.getOrDefault(prompt, Double.NaN));
                    }
                    return own.values().stream().mapToDouble(v -> v).toArray();
                })
                .filter(values -> values.length > 0)
                .toArray(double[][]::new);
    }

    private Map<String, Double> byPrompt(String arm, int seed, String way, String number) {
        return new TreeMap<>(KeptAnswers.byPrompt(KeptAnswers.rows(folder, arm, seed, way), number));
    }
}
