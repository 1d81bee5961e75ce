package org.densepath.reward;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/// Synthetic runs with the course and the batch noise of runs of a 0.9M-parameter model: 64 responses of 11
/// tokens a step, and an evaluation on 330 held-out prompts at step 0 and every tenth step.
final class WatchStories {
    static final int STEPS = 40;

    private WatchStories() {}

    /// The metrics of step t of a story.
    interface Story {
        Map<String, Double> at(int step, Random random);
    }

    /// KL coefficient 1: correlation with the check 0.27 -> 0.16, greedy −2.2 points, sampled +0.5, all else
    /// flat.
    static Map<String, Double> healthy(int step, Random random) {
        double done = step / (double) STEPS;
        Map<String, Double> metrics = quiet(step, random);
        metrics.put("dpr/kl_sft", 0.005 * done + 0.001 * random.nextGaussian());
        metrics.put("dpr/return_check_correlation", correlation(0.27 - 0.11 * done, 64, random));
        heldOut(metrics, step, 0.549 - 0.022 * done, 0.395 + 0.005 * done, random);
        return metrics;
    }

    /// KL coefficient 0.05: the return rises, KL reaches 0.04, length, entropy and distinct-2 stay; the
    /// correlation falls from 0.28 to 0.02 and greedy success by 8 points.
    static Map<String, Double> silentHarm(int step, Random random) {
        double done = step / (double) STEPS;
        Map<String, Double> metrics = quiet(step, random);
        metrics.put("dpr/kl_sft", 0.04 * done + 0.002 * random.nextGaussian());
        metrics.put("dpr/return_mean", 0.08 + 0.17 * done + 0.05 * random.nextGaussian());
        metrics.put("dpr/return_check_correlation", correlation(0.28 - 0.26 * done, 64, random));
        heldOut(metrics, step, 0.549 - 0.081 * done, 0.395 - 0.019 * done, random);
        return metrics;
    }

    /// Learning rate 3e-4, KL coefficient 0: at step 25 KL 2.9, entropy 3.1, length 19, a quarter cut; later
    /// entropy 6, distinct-2 0.99, all cut at 40 tokens. The course between is exponential up to step 25.
    static Map<String, Double> collapse(int step, Random random) {
        double grown = Math.expm1(4 * step / 25.0) / Math.expm1(4);
        Map<String, Double> metrics = new HashMap<>();
        metrics.put("dpr/kl_sft", Math.min(6, 2.9 * grown) + 0.002 * random.nextGaussian());
        metrics.put("dpr/entropy", Math.min(6.1, 0.37 + 2.7 * grown) + 0.02 * random.nextGaussian());
        metrics.put("dpr/length_mean", Math.min(40, 10.8 + 8.2 * grown) + 0.6 * random.nextGaussian());
        metrics.put("dpr/cut_share", Math.min(1, 0.25 * grown));
        metrics.put("dpr/distinct_2", Math.min(0.99, 0.55 + 0.35 * grown) + 0.02 * random.nextGaussian());
        metrics.put("dpr/return_mean", 0.08 + 6.7 * grown + 0.05 * random.nextGaussian());
        metrics.put("dpr/return_check_correlation", correlation(Math.max(-0.2, 0.28 - 0.03 * step), 64, random));
        return metrics;
    }

    private static Map<String, Double> quiet(int step, Random random) {
        Map<String, Double> metrics = new HashMap<>();
        metrics.put("dpr/length_mean", 10.85 + 0.6 * random.nextGaussian());
        metrics.put("dpr/cut_share", random.nextInt(20) == 0 ? 1 / 64.0 : 0);
        metrics.put("dpr/distinct_2", 0.55 + 0.02 * random.nextGaussian());
        metrics.put("dpr/entropy", 0.37 + 0.02 * random.nextGaussian());
        metrics.put("dpr/return_mean", 0.085 + 0.095 * step / STEPS + 0.05 * random.nextGaussian());
        return metrics;
    }

    private static void heldOut(Map<String, Double> metrics, int step, double greedy, double sampled, Random random) {
        if (step % 10 == 0) {
            double noise = step == 0 ? 0 : 0.02; // of the paired difference to step 0
            metrics.put("dpr/heldout_greedy", greedy + noise * random.nextGaussian());
            metrics.put("dpr/heldout_sampled", sampled + noise * random.nextGaussian());
        }
    }

    /// What a batch of n responses measures of a correlation (Fisher's z is normal with variance 1/(n − 3)).
    private static double correlation(double rho, int n, Random random) {
        double z = 0.5 * Math.log((1 + rho) / (1 - rho)) + random.nextGaussian() / Math.sqrt(n - 3);
        return Math.tanh(z);
    }
}
