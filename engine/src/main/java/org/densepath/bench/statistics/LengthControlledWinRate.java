package org.densepath.bench.statistics;

import java.util.Arrays;
import java.util.Random;

/// AlpacaEval's length-controlled win rate (Dubois et al. 2024, arXiv 2404.04475): what the win rate would be if
/// the answers were as long as the baseline's. logit P(win) = θ + φ tanh(Δlength / σ) + ψ γ_x, γ_x the
/// instruction's difficulty where one is known; the rate is the mean of σ(θ + ψ γ_x), the length's term left out.
public final class LengthControlledWinRate {
    private static final double RIDGE = 1e-3;

    private final double[] preferences;
    private final double[] lengthDifferences;
    private final double[] difficulties;

    private LengthControlledWinRate(double[] preferences, double[] lengthDifferences, double[] difficulties) {
        this.preferences = preferences;
        this.lengthDifferences = lengthDifferences;
        this.difficulties = difficulties;
    }

    /// Without difficulties, "length-controlled, minimal". `preferences`: 0 (the baseline's answer) to 1;
    /// `lengthDifferences`: the answer's length less the baseline's, in characters. One of each a prompt. The
    /// interval is over prompts, from `resamples` fits.
    public static Interval minimal(double[] preferences, double[] lengthDifferences, int resamples, long seed) {
        return of(preferences, lengthDifferences, new double[0], resamples, seed);
    }

    /// With a difficulty for each prompt.
    public static Interval of(
            double[] preferences, double[] lengthDifferences, double[] difficulties, int resamples, long seed) {
        return new LengthControlledWinRate(preferences, lengthDifferences, difficulties).interval(resamples, seed);
    }

    private Interval interval(int resamples, long seed) {
        int n = preferences.length;
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        double rate = rate(all);
        if (n < 2 || resamples < 1) {
            return Interval.none(rate);
        }
        Random random = new Random(seed);
        double[] drawn = new double[resamples];
        int[] chosen = new int[n];
        for (int b = 0; b < resamples; b++) {
            Arrays.setAll(chosen, i -> random.nextInt(n));
            drawn[b] = rate(chosen);
        }
        return Bootstrap.percentile(rate, drawn);
    }

    private double rate(int[] chosen) {
        double deviation = deviation(chosen);
        double[][] x = new double[chosen.length][];
        double[] y = new double[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            double length = deviation == 0 ? 0 : Math.tanh(lengthDifferences[chosen[i]] / deviation);
            x[i] = features(chosen[i], length);
            y[i] = preferences[chosen[i]];
        }
        LogisticRegression.Fit fit = LogisticRegression.fit(x, y, RIDGE);
        return Arrays.stream(chosen)
                .mapToDouble(i -> LogisticRegression.sigmoid(fit.logit(features(i, 0))))
                .average()
                .orElse(Double.NaN);
    }

    private double[] features(int prompt, double length) {
        return difficulties.length == 0 ? new double[] {1, length} : new double[] {1, length, difficulties[prompt]};
    }

    private double deviation(int[] chosen) {
        double mean = Arrays.stream(chosen)
                .mapToDouble(i -> lengthDifferences[i])
                .average()
                .orElse(0);
        double squares = Arrays.stream(chosen)
                .mapToDouble(i -> (lengthDifferences[i] - mean) * (lengthDifferences[i] - mean))
                .sum();
        return Math.sqrt(squares / Math.max(1, chosen.length - 1));
    }
}
