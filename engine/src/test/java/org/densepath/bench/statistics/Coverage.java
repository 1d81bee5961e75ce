package org.densepath.bench.statistics;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;

/// How often intervals hold the truth, measured on data whose truth is known.
final class Coverage {
    private Coverage() {}

    /// Share of `trials` in which the interval of fresh data holds `truth`.
    static double of(int trials, double truth, Function<Random, Interval> interval) {
        int held = 0;
        for (int trial = 0; trial < trials; trial++) {
            held += interval.apply(new Random(1_000 + trial)).contains(truth) ? 1 : 0;
        }
        return held / (double) trials;
    }

    /// Right and wrong answers at a rate of 0.3.
    static double rates(int trials, int prompts, int resamples) {
        return of(
                trials,
                0.3,
                random -> Bootstrap.mean(
                        draws(prompts, () -> random.nextDouble() < 0.3 ? 1 : 0), resamples, random.nextLong()));
    }

    /// Exponential scores with mean 1, by either method.
    static double skewed(int trials, int prompts, int resamples, boolean bca) {
        return of(trials, 1, random -> {
            double[] values = draws(prompts, () -> -Math.log(1 - random.nextDouble()));
            return bca
                    ? Bootstrap.bcaMean(values, resamples, random.nextLong())
                    : Bootstrap.mean(values, resamples, random.nextLong());
        });
    }

    /// Scores with an effect of the seed, one of the prompt, and noise: mean 0, deviations 0.3, 1 and 0.5.
    /// `crossed`: seeds drawn too, else all scores of a prompt as one.
    static double seeds(int trials, int seeds, int prompts, int resamples, boolean crossed) {
        return of(trials, 0, random -> {
            double[] ofPrompt = draws(prompts, random::nextGaussian);
            double[][] scores = new double[seeds][];
            for (int s = 0; s < seeds; s++) {
                double ofSeed = 0.3 * random.nextGaussian();
                double[] row = draws(prompts, () -> ofSeed + 0.5 * random.nextGaussian());
                Arrays.setAll(row, p -> row[p] + ofPrompt[p]);
                scores[s] = row;
            }
            double[] means = new double[prompts];
            Arrays.setAll(
                    means,
                    p -> Arrays.stream(scores).mapToDouble(r -> r[p]).average().orElseThrow());
            return crossed
                    ? Bootstrap.seedsAndPrompts(scores, resamples, random.nextLong())
                    : Bootstrap.mean(means, resamples, random.nextLong());
        });
    }

    static double[] draws(int n, java.util.function.DoubleSupplier draw) {
        double[] values = new double[n];
        Arrays.setAll(values, i -> draw.getAsDouble());
        return values;
    }
}
