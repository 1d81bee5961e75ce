package org.densepath.reward;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.densepath.BadInputException;

/// Controls at equal compute: the same rollouts and the same trainer, another reward. They tell what of a gain is
/// due to the credit standing at the right token.
public final class RewardControls {
    private RewardControls() {}

    /// The same total, given only at the last token: r_T = Σ_t r̂_t, 0 before. With γ = 1 the expected gradient
    /// is that of the dense reward; its noise is not.
    public static List<float[]> sparse(List<float[]> rewards) {
        List<float[]> atTheEnd = new ArrayList<>(rewards.size());
        for (float[] reward : rewards) {
            float[] sparse = new float[reward.length];
            if (reward.length > 0) {
                sparse[reward.length - 1] = (float) sum(reward);
            }
            atTheEnd.add(sparse);
        }
        return atTheEnd;
    }

    /// ±r̂_t with an independent fair sign per token: the same magnitudes, nothing to learn from.
    public static List<float[]> randomSign(List<float[]> rewards, RandomGenerator random) {
        List<float[]> signed = new ArrayList<>(rewards.size());
        for (float[] reward : rewards) {
            float[] flipped = new float[reward.length];
            for (int t = 0; t < reward.length; t++) {
                flipped[t] = random.nextBoolean() ? reward[t] : -reward[t];
            }
            signed.add(flipped);
        }
        return signed;
    }

    /// α·r̂_t at every token and (1 − α)·r_ext once, at the last: `external[i]` is the verifier's reward of
    /// response i. α = 0 is the verifier alone. Throws [BadInputException] where α is not between 0 and 1.
    public static List<float[]> mixed(List<float[]> rewards, float[] external, double alpha) {
        if (!(alpha >= 0 && alpha <= 1)) {
            throw new BadInputException("The share of the dense reward (alpha) must lie between 0 and 1, not " + alpha
                    + ": 1 is the dense reward alone, 0 the external one alone.");
        }
        if (external.length != rewards.size()) {
            throw new IllegalArgumentException(
                    external.length + " external rewards for " + rewards.size() + " responses");
        }
        List<float[]> mixed = new ArrayList<>(rewards.size());
        for (int i = 0; i < external.length; i++) {
            float[] both = rewards.get(i).clone();
            for (int t = 0; t < both.length; t++) {
                both[t] = (float) (alpha * both[t]);
            }
            if (both.length > 0) {
                both[both.length - 1] += (float) ((1 - alpha) * external[i]);
            }
            mixed.add(both);
        }
        return mixed;
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float x : values) {
            sum += x;
        }
        return sum;
    }
}
