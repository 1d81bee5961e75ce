package org.densepath.reward;

/// How much of a gradient is signal. From n independent, equally large groups of rollouts with gradients g_i and
/// their mean ḡ, E|g_i|² = |μ|² + S and E|ḡ|² = |μ|² + S/n, so the unbiased estimates are S = n/(n−1) ·
/// (mean|g_i|² − |ḡ|²) and |μ|² = (n|ḡ|² − mean|g_i|²)/(n−1). Source: McCandlish et al. 2018 (arXiv 1812.06162),
/// appendix A.1.
///
/// `signal` = |μ|², below 0 by chance where there is little of it; `noise` = S/n, the variance of the whole
/// batch's gradient.
public record GradientSignal(double signal, double noise, int groups) {
    /// From the squared norms |g_i|² (one per micro-batch of equally many tokens) and |ḡ|² of their mean. Throws
    /// [IllegalArgumentException] for fewer than two groups: one alone shows no noise.
    public static GradientSignal estimate(double[] squaredNorms, double squaredNormOfMean) {
        int n = squaredNorms.length;
        if (n < 2) {
            throw new IllegalArgumentException("the gradient's noise needs at least 2 groups, not " + n);
        }
        double mean = 0;
        for (double squaredNorm : squaredNorms) {
            mean += squaredNorm / n;
        }
        double ofOneGroup = n / (n - 1.0) * (mean - squaredNormOfMean);
        double signal = (n * squaredNormOfMean - mean) / (n - 1);
        return new GradientSignal(signal, ofOneGroup / n, n);
    }

    /// From one part of the batch and the whole: E|g_b|² = |μ|² + S'/b for a mean over b tokens, so with b < B S'
    /// = (|g_b|² − |g_B|²) / (1/b − 1/B) and |μ|² = (B|g_B|² − b|g_b|²) / (B − b); `noise` is S'/B.
    public static GradientSignal ofTwoSizes(double squaredNormOfPart, int part, double squaredNormOfAll, int all) {
        if (part < 1 || part >= all) {
            throw new IllegalArgumentException("a part of " + part + " in " + all + " tokens shows no noise");
        }
        double spread = (squaredNormOfPart - squaredNormOfAll) / (1.0 / part - 1.0 / all);
        double signal = (all * squaredNormOfAll - part * squaredNormOfPart) / (all - part);
        return new GradientSignal(signal, spread / all, Math.max(2, Math.round((float) all / part)));
    }

    /// |μ|² / (S/n), the signal-to-noise ratio of one batch. A ratio of two noisy estimates: average several batches
    /// with [#mean] first. 0 where neither signal nor noise was seen.
    public double ratio() {
        return noise == 0 && signal == 0 ? 0 : signal / noise;
    }

    /// The estimates averaged over batches of the same size, each still unbiased; its ratio is the one to show.
    public static GradientSignal mean(Iterable<GradientSignal> batches) {
        double signal = 0;
        double noise = 0;
        int count = 0;
        int groups = 0;
        for (GradientSignal batch : batches) {
            signal += batch.signal;
            noise += batch.noise;
            groups = batch.groups;
            count++;
        }
        if (count == 0) {
            throw new IllegalArgumentException("no batch to average");
        }
        return new GradientSignal(signal / count, noise / count, groups);
    }
}
