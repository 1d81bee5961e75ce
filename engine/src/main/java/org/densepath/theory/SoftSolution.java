package org.densepath.theory;

import org.densepath.reward.LogSumExp;

/// The soft-optimal (entropy-regularised, temperature 1) solution: Q(s,a) = r(s,a) + γV(s'), V(s) = logsumexp_a
/// Q(s,a), log π(a|s) = Q(s,a) − V(s). Soft value iteration, which in an acyclic process is exact after one sweep
/// from the end.
///
/// `q` and `logPolicy` are [states][vocabulary], `v` is [states].
public record SoftSolution(double[][] q, double[] v, double[][] logPolicy) {
    public static SoftSolution of(TabularMdp mdp) {
        double[][] q = new double[mdp.states()][mdp.vocabulary()];
        double[] v = new double[mdp.states()];
        for (int s = mdp.states() - 1; s >= 0; s--) {
            for (int a = 0; a < mdp.vocabulary(); a++) {
                q[s][a] = mdp.reward()[s][a] + mdp.discount() * mdp.valueAfter(v, s, a);
            }
            v[s] = LogSumExp.of(q[s]);
        }
        return new SoftSolution(q, v, logSoftmax(q));
    }

    /// The soft value J(π) = E_π[Σ_t γ^t (r_t − log π(a_t|s_t))] of any policy from every state, [states].
    public static double[] valueOf(TabularMdp mdp, double[][] logPolicy) {
        double[] value = new double[mdp.states()];
        for (int s = mdp.states() - 1; s >= 0; s--) {
            for (int a = 0; a < mdp.vocabulary(); a++) {
                double after = mdp.discount() * mdp.valueAfter(value, s, a);
                value[s] += Math.exp(logPolicy[s][a]) * (mdp.reward()[s][a] - logPolicy[s][a] + after);
            }
        }
        return value;
    }

    /// Each row less its logsumexp: the log-policy whose logits these are.
    public static double[][] logSoftmax(double[][] logits) {
        double[][] logPolicy = new double[logits.length][];
        for (int s = 0; s < logits.length; s++) {
            double v = LogSumExp.of(logits[s]);
            logPolicy[s] = new double[logits[s].length];
            for (int a = 0; a < logits[s].length; a++) {
                logPolicy[s][a] = logits[s][a] - v;
            }
        }
        return logPolicy;
    }

    /// max_{s,a} |x(s,a) − y(s,a)|
    public static double largestDifference(double[][] x, double[][] y) {
        double largest = 0;
        for (int s = 0; s < x.length; s++) {
            for (int a = 0; a < x[s].length; a++) {
                largest = Math.max(largest, Math.abs(x[s][a] - y[s][a]));
            }
        }
        return largest;
    }
}
