package org.densepath.bench.localise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.Interval;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/// How far the layers that can be laid over an answer say the same of its tokens: Spearman's rank correlation of
/// two layers over the tokens of one answer, its mean over answers with an interval over prompts. Answers of
/// fewer than three tokens, or on which a layer does not vary, say nothing.
public final class LayerAgreement {
    private static final int LEAST = 3;
    private static final int RESAMPLES = 2_000;
    private static final long SEED = 1;

    /// Two layers and their mean correlation over `prompts` prompts.
    public record Pair(Signal first, Signal second, Interval correlation, int prompts) {}

    private LayerAgreement() {}

    /// All pairs of signals but the random one.
    public static List<Pair> of(List<TokenPair> answers) {
        List<Signal> signals = answers.getFirst().suspicions(SEED).keySet().stream()
                .filter(signal -> signal != Signal.RANDOM)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < signals.size(); a++) {
            for (int b = a + 1; b < signals.size(); b++) {
                double[] means = byPrompt(answers, signals.get(a), signals.get(b));
                if (means.length > 0) {
                    Interval mean = Bootstrap.bcaMean(means, RESAMPLES, SEED);
                    pairs.add(new Pair(signals.get(a), signals.get(b), mean, means.length));
                }
            }
        }
        return pairs;
    }

    private static double[] byPrompt(List<TokenPair> answers, Signal first, Signal second) {
        Map<String, List<Double>> all = new LinkedHashMap<>();
        for (TokenPair answer : answers) {
            Map<Signal, double[]> suspicions = answer.suspicions(SEED);
            double[] x = suspicions.get(first);
            double[] y = suspicions.get(second);
            if (x.length >= LEAST && varies(x) && varies(y)) {
                all.computeIfAbsent(answer.key(), _ -> new ArrayList<>())
                        .add(new SpearmansCorrelation().correlation(x, y));
            }
        }
        return all.values().stream()
                .mapToDouble(v ->
                        v.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray();
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).distinct().count() > 1;
    }
}
