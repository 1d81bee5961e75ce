package org.densepath.reward;

import java.util.List;
import java.util.SplittableRandom;

/// From r̂ to the reward that is trained on: first α·r̂ + (1 − α)·r_ext with the outside check r_ext at the last
/// token, then the total placed as `credit` says.
///
/// `denseShare`: α, between 0 (the check alone) and 1 (r̂ alone). `seed`: of the random signs, which are a
/// function of it and of the batch's number, so that a resumed run draws the same.
public record CreditAssignment(Credit credit, double denseShare, long seed) {
    /// r̂ as it is.
    public static CreditAssignment dense() {
        return new CreditAssignment(Credit.DENSE, 1, 0);
    }

    /// The reward of each response token, in the shapes of `rewards`. `checks[i]`: r_ext of response i, needed
    /// where α is below 1; throws [IllegalArgumentException] where a response then has none (NaN).
    public List<float[]> assign(List<float[]> rewards, double[] checks, long batch) {
        List<float[]> given = denseShare == 1 ? rewards : RewardControls.mixed(rewards, external(checks), denseShare);
        return switch (credit) {
            case DENSE -> given;
            case SPARSE -> RewardControls.sparse(given);
            case RANDOM_SIGN -> RewardControls.randomSign(given, new SplittableRandom(seed * 1_000_003L + batch));
        };
    }

    private static float[] external(double[] checks) {
        float[] external = new float[checks.length];
        for (int i = 0; i < external.length; i++) {
            if (Double.isNaN(checks[i])) {
                throw new IllegalArgumentException("response " + i + " has no check to be rewarded by");
            }
            external[i] = (float) checks[i];
        }
        return external;
    }
}
