package org.densepath.experiment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.Event;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;

/// Intervals over seeds and prompts of the scores that a run has told seed by seed, from the answers that its
/// folder keeps: success, return, length, and the difference of success to π_SFT.
record SeedIntervals(RunFolder folder, List<Integer> seeds, int resamples) {
    private static final Pattern KEPT =
            Pattern.compile("(?<what>success|return|length)_(?<way>greedy|sampled)(?<minus>_minus_sft)?");
    private static final Map<String, String> NUMBERS =
            Map.of("success", "check", "return", "return", "length", "tokens");

    /// Of the seeds that have told a score, drawn as [ArmTable] draws them.
    static SeedIntervals of(RunState state, RunFolder folder) {
        Set<Integer> told =
                state.scores().stream().map(Event.ScoreComputed::seed).collect(Collectors.toSet());
        Experiment experiment =
                new ExperimentFile().with(folder.experiment().toString()).read();
        return new SeedIntervals(
                folder,
                experiment.seeds().stream().filter(told::contains).toList(),
                experiment.evaluation().bootstrap());
    }

    /// The same value, that of the mean over seeds, with the interval where there is one.
    ScoreTable.Cell cell(String arm, String score, ScoreTable.Cell averaged) {
        Matcher kept = KEPT.matcher(score);
        Interval i = Interval.none(averaged.value());
        if (kept.matches()) {
            double[][] values = values(arm, kept);
            if (values.length == averaged.seeds() && values[0].length > 0) {
                i = PairedArms.interval(values, resamples);
            }
        }
        return new ScoreTable.Cell(averaged.value(), i.low(), i.high(), averaged.seeds());
    }

    /// `[seed][prompt]` of the seeds in which the arm is scored; the prompts and their order are those of the
    /// experiment, the same for all.
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
        return KeptAnswers.byPrompt(KeptAnswers.rows(folder, arm, seed, way), number);
    }
}
