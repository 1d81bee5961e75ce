package org.densepath.theory;

import org.densepath.reward.LogSumExp;

/// Why SFT is inverse reinforcement learning (arXiv 2510.02493): read any logits as Q. Then the inverse soft
/// Bellman reward r_Q(s,a) = Q(s,a) − γV(s') makes the model π = softmax Q its soft-optimal policy; log π(a|s) =
/// r_Q(s,a) + γV(s') − V(s) is the same reward, shaped by the potential V; and for γ = 1 IQ-Learn's objective on
/// a demonstration, Σ_t [Q(s_t,a_t) − V(s_{t+1})] − V(s_0), telescopes to Σ_t log π(a_t|s_t), the SFT
/// log-likelihood.
///
/// `mdp` gives states and discount (its own reward is not looked at); `q` are the logits, [states][vocabulary].
public record SftAsInverseRl(TabularMdp mdp, double[][] q, double[] v, double[][] logPolicy) {
    public static SftAsInverseRl of(TabularMdp mdp, double[][] logits) {
        double[] v = new double[logits.length];
        for (int s = 0; s < v.length; s++) {
            v[s] = LogSumExp.of(logits[s]);
        }
        return new SftAsInverseRl(mdp, logits, v, SoftSolution.logSoftmax(logits));
    }

    /// r_Q(s,a) = Q(s,a) − γV(s'), [states][vocabulary].
    public double[][] endogenousReward() {
        double[][] reward = new double[q.length][mdp.vocabulary()];
        for (int s = 0; s < q.length; s++) {
            for (int a = 0; a < mdp.vocabulary(); a++) {
                reward[s][a] = q[s][a] - mdp.discount() * mdp.valueAfter(v, s, a);
            }
        }
        return reward;
    }

    /// max |log π − (r_Q + γV(s') − V(s))| over states and tokens: rounding.
    public double identityError() {
        double[][] shaped = ShapingInvariance.shape(mdp.withReward(endogenousReward()), v);
        return SoftSolution.largestDifference(shaped, logPolicy);
    }

    /// max |Q* − Q| where Q* solves the process with reward r_Q: rounding, so π is soft-optimal for the reward
    /// read from it.
    public double recoveryError() {
        return SoftSolution.largestDifference(
                SoftSolution.of(mdp.withReward(endogenousReward())).q(), q);
    }

    /// max |log π*_{log π} − log π|: with log π itself as the reward the soft-optimal policy is π again:
    /// rounding.
    public double logLikelihoodRewardError() {
        return SoftSolution.largestDifference(
                SoftSolution.of(mdp.withReward(logPolicy)).logPolicy(), logPolicy);
    }

    /// IQ-Learn's objective on one complete demonstration for γ = 1 and a linear conjugate: the expert's rewards
    /// less what the start is worth, Σ_t [Q(s_t,a_t) − V(s_{t+1})] − V(s_0), with V(terminal) = 0. Throws
    /// [IllegalStateException] for γ < 1, where it does not telescope, and [IllegalArgumentException] where
    /// `tokens` do not lead to the end.
    public double iqLearnObjective(int[] tokens) {
        if (mdp.discount() != 1) {
            throw new IllegalStateException("the objective telescopes for a discount of 1 only");
        }
        double[][] reward = endogenousReward();
        return along(tokens, reward) - v[0];
    }

    /// Σ_t log π(a_t|s_t) of one complete demonstration: what SFT maximises.
    public double logLikelihood(int[] tokens) {
        return along(tokens, logPolicy);
    }

    private double along(int[] tokens, double[][] table) {
        double sum = 0;
        int state = 0;
        for (int token : tokens) {
            if (state == TabularMdp.TERMINAL) {
                throw new IllegalArgumentException("tokens after the end");
            }
            sum += table[state][token];
            state = mdp.next()[state][token];
        }
        if (state != TabularMdp.TERMINAL) {
            throw new IllegalArgumentException("a demonstration that does not end");
        }
        return sum;
    }
}
