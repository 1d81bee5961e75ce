package org.densepath.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.Interval;

/// What a benchmark found: the scores, and how many prompts there were. The first is the main one.
public record Scores(String benchmark, int prompts, List<Score> all) {
    private static final int RESAMPLES = 2_000;
    private static final long SEED = 1;
    private static final double SIDE = 0.025;

    /// The mean of values from 0 to 1, one a prompt, with its BCa interval over prompts. Where all prompts are
    /// right or all wrong, resampling knows nothing, and the interval is the binomial's exact one (Clopper and
    /// Pearson 1934).
    public static Score mean(String name, double[] byPrompt) {
        int n = byPrompt.length;
        boolean wrong = Arrays.stream(byPrompt).allMatch(v -> v == 0);
        boolean right = Arrays.stream(byPrompt).allMatch(v -> v == 1);
        double end = Math.pow(SIDE, 1.0 / n);
        Interval interval = wrong
                ? new Interval(0, 0, 1 - end)
                : right ? new Interval(1, end, 1) : Bootstrap.bcaMean(byPrompt, RESAMPLES, SEED);
        return new Score(name, interval, n);
    }

    /// The share of Σ right in Σ all, both by prompt, with an interval over prompts: what belongs to one prompt
    /// is drawn together. Where all is right or all wrong it is the exact binomial one of the prompts that have
    /// any.
    public static Score ratio(String name, double[] right, double[] all) {
        double value = Arrays.stream(right).sum() / Arrays.stream(all).sum();
        double[] at = new double[right.length];
        Arrays.setAll(at, i -> i);
        long prompts = Arrays.stream(all).filter(of -> of > 0).count();
        double end = Math.pow(SIDE, 1.0 / prompts);
        Interval interval = value == 0
                ? new Interval(0, 0, 1 - end)
                : value == 1
                        ? new Interval(1, end, 1)
                        : at.length < 2
                                ? Interval.none(value)
                                : Bootstrap.percentileOf(at, drawn -> shareOf(drawn, right, all), RESAMPLES, SEED);
        return new Score(name, interval, (int) Arrays.stream(all).sum());
    }

    private static double shareOf(double[] drawn, double[] right, double[] all) {
        double sum = 0;
        double of = 0;
        for (double i : drawn) {
            sum += right[(int) i];
            of += all[(int) i];
        }
        return sum / of;
    }

    /// `{"benchmark", "prompts", "scores": {name: {"value", "low", "high", "n"}}}`.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("benchmark", benchmark).put("prompts", prompts);
        ObjectNode scores = json.putObject("scores");
        all.forEach(score -> score.into(scores));
        return json;
    }
}
