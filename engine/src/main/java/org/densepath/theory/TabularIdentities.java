package org.densepath.theory;

import java.util.List;
import java.util.Random;

/// The paper's identities and bounds (arXiv 2510.02493) on random tabular processes, where both sides are exact.
public final class TabularIdentities {
    private static final int VOCABULARY = 4;
    private static final int HORIZON = 5;
    private static final int PROCESSES = 8;
    private static final double ROUNDING = 1e-10;
    private static final double[] EPSILONS = {0.001, 0.01, 0.1, 1};

    private double shapedPolicy;
    private double shapedValue;
    private double identity;
    private double recovery;
    private double telescoped;
    private double contraction;
    private double valueGap;
    private double optimum;
    private int demonstrations;
    private int perturbations;

    private TabularIdentities() {}

    /// The same seed gives the same processes.
    public static List<IdentityCheck> measure(long seed) {
        TabularIdentities all = new TabularIdentities();
        Random random = new Random(seed);
        for (int i = 0; i < PROCESSES; i++) {
            TabularMdp mdp = TabularMdp.tree(VOCABULARY, HORIZON, 1).withRandomRewards(1, random);
            all.shaping(mdp, random);
            all.inverse(mdp, random);
            all.contraction(mdp, random);
            double[][] sft = SoftSolution.logSoftmax(mdp.randomTable(1, random));
            double[][] reference = SoftSolution.logSoftmax(mdp.randomTable(1, random));
            all.optimum = Math.max(
                    all.optimum, DprOptimum.of(mdp, sft, reference, 0.5).residual());
        }
        return all.checks();
    }

    private void shaping(TabularMdp mdp, Random random) {
        double[] potential = random.doubles(mdp.states(), -2, 2).toArray();
        ShapingInvariance shaped = ShapingInvariance.check(mdp, potential);
        shapedPolicy = Math.max(shapedPolicy, shaped.policyDifference());
        shapedValue = Math.max(shapedValue, shaped.valueResidual());
    }

    private void inverse(TabularMdp mdp, Random random) {
        SftAsInverseRl inverse = SftAsInverseRl.of(mdp, mdp.randomTable(2, random));
        identity = Math.max(identity, inverse.identityError());
        recovery = Math.max(recovery, Math.max(inverse.recoveryError(), inverse.logLikelihoodRewardError()));
        for (int length = 1; length <= HORIZON; length++) {
            int[] tokens = random.ints(length, 1, VOCABULARY).toArray();
            tokens[length - 1] = TabularMdp.END;
            telescoped =
                    Math.max(telescoped, Math.abs(inverse.iqLearnObjective(tokens) - inverse.logLikelihood(tokens)));
            demonstrations++;
        }
    }

    private void contraction(TabularMdp mdp, Random random) {
        for (DualContraction.Point point : DualContraction.series(mdp, EPSILONS, 2, random)) {
            contraction = Math.max(contraction, point.largestRatio());
            valueGap = Math.max(valueGap, point.valueGap() / point.valueGapBound());
            perturbations++;
        }
    }

    private List<IdentityCheck> checks() {
        return List.of(
                new IdentityCheck(
                        "shaping: policy",
                        "r + Φ(s') − Φ(s) has the soft-optimal policy of r",
                        PROCESSES,
                        shapedPolicy,
                        ROUNDING),
                new IdentityCheck("shaping: value", "and V'(s) = V(s) − Φ(s)", PROCESSES, shapedValue, ROUNDING),
                new IdentityCheck(
                        "log π as shaped reward",
                        "log π(a|s) = r_Q(s,a) + V(s') − V(s)",
                        PROCESSES,
                        identity,
                        ROUNDING),
                new IdentityCheck(
                        "recovered policy", "π is soft-optimal for r_Q and for log π", PROCESSES, recovery, ROUNDING),
                new IdentityCheck(
                        "IQ-Learn telescopes",
                        "Σ_t [Q − V(s')] − V(s_0) = Σ_t log π(a_t|s_t)",
                        demonstrations,
                        telescoped,
                        ROUNDING),
                new IdentityCheck(
                        "dual contraction",
                        "|Q − Q'|, |log π − log π'| and TV stay below their bounds in ε (largest ratio)",
                        perturbations,
                        contraction,
                        1 + ROUNDING),
                new IdentityCheck(
                        "value lost",
                        "J(π_r) − J(π_r') stays below its bound in ε² (largest ratio)",
                        perturbations,
                        valueGap,
                        1 + ROUNDING),
                new IdentityCheck(
                        "optimum of DPR",
                        "π*(y) ∝ π_SFT(y)^(1+1/β) π_ref(y)^(−1/β) over whole responses",
                        PROCESSES,
                        optimum,
                        ROUNDING));
    }
}
