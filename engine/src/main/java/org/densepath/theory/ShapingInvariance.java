package org.densepath.theory;

/// Potential-based shaping r'(s,a) = r(s,a) + γΦ(s') − Φ(s) with Φ(terminal) = 0 leaves the soft-optimal policy
/// as it is and moves the values by the potential: V'(s) = V(s) − Φ(s) (Ng, Harada, Russell 1999, in its soft
/// form). Both sides are solved separately; the residuals are rounding.
///
/// `policyDifference` = max |log π' − log π|; `valueResidual` = max |V'(s) − (V(s) − Φ(s))|.
public record ShapingInvariance(double policyDifference, double valueResidual) {
    /// `potential` is Φ, [states].
    public static ShapingInvariance check(TabularMdp mdp, double[] potential) {
        SoftSolution plain = SoftSolution.of(mdp);
        SoftSolution shaped = SoftSolution.of(mdp.withReward(shape(mdp, potential)));
        double residual = 0;
        for (int s = 0; s < mdp.states(); s++) {
            residual = Math.max(residual, Math.abs(shaped.v()[s] - (plain.v()[s] - potential[s])));
        }
        return new ShapingInvariance(SoftSolution.largestDifference(plain.logPolicy(), shaped.logPolicy()), residual);
    }

    /// r + γΦ(s') − Φ(s), [states][vocabulary].
    public static double[][] shape(TabularMdp mdp, double[] potential) {
        double[][] shaped = new double[mdp.states()][mdp.vocabulary()];
        for (int s = 0; s < mdp.states(); s++) {
            for (int a = 0; a < mdp.vocabulary(); a++) {
                double after = mdp.discount() * mdp.valueAfter(potential, s, a);
                shaped[s][a] = mdp.reward()[s][a] + after - potential[s];
            }
        }
        return shaped;
    }
}
