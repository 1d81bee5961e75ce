package org.densepath.reward;

import java.util.List;

/// KL(π ‖ π') per token, in nats: exactly from two distributions, or estimated from the log-probabilities of a
/// token that was sampled from π (Schulman 2020, "Approximating KL divergence"). With k1 = log π − log π',
/// E_π[k1] = E_π[k3] = KL.
public final class Divergence {
    private Divergence() {}

    /// k1 = log π(y_t|s_t) − log π'(y_t|s_t), [response tokens]: unbiased, may be negative.
    public static float[] k1(float[] logPolicy, float[] logOther) {
        requireSameLength(logPolicy, logOther);
        float[] k1 = new float[logPolicy.length];
        for (int t = 0; t < k1.length; t++) {
            k1[t] = logPolicy[t] - logOther[t];
        }
        return k1;
    }

    /// k3 = e^−k1 − 1 + k1, [response tokens]: unbiased as a value, never negative, less noise where the policies
    /// are close.
    public static float[] k3(float[] logPolicy, float[] logOther) {
        float[] k3 = k1(logPolicy, logOther);
        for (int t = 0; t < k3.length; t++) {
            double k1 = k3[t];
            k3[t] = (float) (Math.expm1(-k1) + k1);
        }
        return k3;
    }

    /// Σ_a π(a) (log π(a) − log π'(a)) of one position from both rows of log-probabilities, [vocabulary] each.
    /// Tokens that π gives no mass (−∞) count 0; infinite where π' gives none and π does.
    public static double exact(float[] logPolicy, float[] logOther) {
        requireSameLength(logPolicy, logOther);
        double kl = 0;
        for (int a = 0; a < logPolicy.length; a++) {
            if (logPolicy[a] != Float.NEGATIVE_INFINITY) {
                kl += Math.exp(logPolicy[a]) * ((double) logPolicy[a] - logOther[a]);
            }
        }
        return kl;
    }

    /// −Σ_a π(a) log π(a) of one position from its row of log-probabilities, [vocabulary].
    public static double entropy(float[] logPolicy) {
        double entropy = 0;
        for (float logp : logPolicy) {
            if (logp != Float.NEGATIVE_INFINITY) {
                entropy -= Math.exp(logp) * logp;
            }
        }
        return entropy;
    }

    /// The KL as a per-token penalty in the reward: r̂_t − β·k1_t, [response tokens].
    public static float[] penalise(float[] reward, float[] k1, double beta) {
        requireSameLength(reward, k1);
        float[] penalised = new float[reward.length];
        for (int t = 0; t < penalised.length; t++) {
            penalised[t] = (float) (reward[t] - beta * k1[t]);
        }
        return penalised;
    }

    /// The mean over all response tokens of a batch (not per response); NaN for a batch without any.
    public static double meanOverTokens(List<float[]> values) {
        double sum = 0;
        long count = 0;
        for (float[] row : values) {
            for (float x : row) {
                sum += x;
            }
            count += row.length;
        }
        return sum / count;
    }

    private static void requireSameLength(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " values against " + b.length);
        }
    }
}
