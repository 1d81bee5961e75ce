package org.densepath.experiment;

import java.util.Arrays;
import java.util.Random;

/// Percentile bootstrap intervals over prompts (Efron 1979).
public final class Bootstrap {
    private static final double SIDE = 0.025;

    private Bootstrap() {}

    /// A value with its 95 % interval; the interval is NaN where there is none.
    public record Interval(double value, double low, double high) {}

    /// The mean of `values`, one a prompt, and its interval from `resamples` seeded resamples.
    public static Interval mean(double[] values, int resamples, long seed) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        if (values.length < 2 || resamples < 1) {
            return new Interval(mean, Double.NaN, Double.NaN);
        }
        Random random = new Random(seed);
        double[] means = new double[resamples];
        for (int b = 0; b < resamples; b++) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                sum += values[random.nextInt(values.length)];
            }
            means[b] = sum / values.length;
        }
        Arrays.sort(means);
        return new Interval(mean, quantile(means, SIDE), quantile(means, 1 - SIDE));
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
