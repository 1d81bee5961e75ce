package org.densepath.theory;

/// What Dense-Path REINFORCE climbs to. The maximum of E_π[Σ r̂_t] − β·KL(π ‖ π_SFT) over whole responses, with
/// r̂ = log π_SFT − log π_ref and γ = 1, is π*(y) ∝ π_SFT(y)^(1+1/β) / π_ref(y)^(1/β). It is the soft-optimal
/// policy of the reward log π_SFT + r̂/β, because β·KL charges β(log π − log π_SFT) at every token.
///
/// `logPolicy` is π*, [states][vocabulary]; `residual` = max over all responses of |log π*(y) − ((1 + 1/β) log
/// π_SFT(y) − (1/β) log π_ref(y) − log Z)|: rounding.
public record DprOptimum(double[][] logPolicy, double residual) {
    /// Of two policies on the process's states, [states][vocabulary] each. Throws [IllegalArgumentException] for
    /// γ < 1 or β ≤ 0.
    public static DprOptimum of(TabularMdp mdp, double[][] logSft, double[][] logRef, double beta) {
        if (mdp.discount() != 1 || !(beta > 0)) {
            throw new IllegalArgumentException("discount " + mdp.discount() + ", beta " + beta);
        }
        double[][] tilt = new double[mdp.states()][mdp.vocabulary()];
        for (int s = 0; s < mdp.states(); s++) {
            for (int a = 0; a < mdp.vocabulary(); a++) {
                tilt[s][a] = logSft[s][a] + (logSft[s][a] - logRef[s][a]) / beta;
            }
        }
        SoftSolution optimum = SoftSolution.of(mdp.withReward(tilt));
        double residual = worstResponse(mdp, optimum.logPolicy(), tilt, optimum.v()[0], 0, 0, 0);
        return new DprOptimum(optimum.logPolicy(), residual);
    }

    /// Follows every response to its end; `logZ` is the log of the sum over responses of e^{Σ tilt}, which V(s_0)
    /// is.
    private static double worstResponse(
            TabularMdp mdp, double[][] logPolicy, double[][] tilt, double logZ, int state, double logp, double tilted) {
        double worst = 0;
        for (int a = 0; a < mdp.vocabulary(); a++) {
            double nextLogp = logp + logPolicy[state][a];
            double nextTilted = tilted + tilt[state][a];
            int next = mdp.next()[state][a];
            double error = next == TabularMdp.TERMINAL
                    ? Math.abs(nextLogp - (nextTilted - logZ))
                    : worstResponse(mdp, logPolicy, tilt, logZ, next, nextLogp, nextTilted);
            worst = Math.max(worst, error);
        }
        return worst;
    }
}
