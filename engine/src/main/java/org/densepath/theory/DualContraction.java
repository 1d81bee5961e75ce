package org.densepath.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A small reward error gives a small policy error: the dual contraction bound of arXiv 2510.02493 in a form of
/// which a tabular process shows both sides exactly. With |r − r'| ≤ ε everywhere, temperature 1 and at most T
/// tokens, let h tokens still follow and H_h = 1 + γ + … + γ^{h−1} = (1 − γ^h)/(1 − γ), or h for γ = 1. Then at
/// every such state
///
/// 1. |Q_r − Q_r'| ≤ ε·H_h, because one backup adds ε and logsumexp is a contraction in the largest difference;
/// 2. |log π_r − log π_r'| ≤ 2ε·H_h, because log π = Q − V and |V_r − V_r'| ≤ max_a |Q_r − Q_r'|;
/// 3. TV(π_r, π_r') ≤ tanh(ε·H_h/2), because the logits differ by at most ±ε·H_h, so no event's odds change by
///    more than a factor e^{2εH_h};
/// 4. 0 ≤ J_r(π_r) − J_r(π_r') ≤ min(2ε·H_T, ½ε² Σ_t γ^t H_{T−t}²), J the soft value from the start: the first
///    because the value of a fixed policy moves by at most ε·H_T, the second because the gap is E_{π_r'} Σ_t γ^t
///    KL(π_r' ‖ π_r) and the KL of two softmaxes whose logits differ by a span δ is at most δ²/8 (Hoeffding's
///    lemma).
///
/// So the value lost is of second order in the reward's error.
public final class DualContraction {
    private DualContraction() {}

    /// One perturbation of size ε = max |r − r'|. Of each pair the first is computed, the largest over all states
    /// and tokens (the gap: at the start), and never above the second, the bound with the longest horizon.
    /// `largestRatio` holds 1 to 3 to the tighter bound of each state: the largest left/right anywhere, at most
    /// 1, and 0 for ε = 0.
    public record Point(
            double epsilon,
            double qError,
            double qBound,
            double logPolicyError,
            double logPolicyBound,
            double totalVariation,
            double totalVariationBound,
            double valueGap,
            double valueGapBound,
            double largestRatio) {}

    /// Both sides for the process's reward and another one, `perturbed`, [states][vocabulary].
    public static Point compare(TabularMdp mdp, double[][] perturbed) {
        double epsilon = SoftSolution.largestDifference(mdp.reward(), perturbed);
        SoftSolution truth = SoftSolution.of(mdp);
        SoftSolution other = SoftSolution.of(mdp.withReward(perturbed));
        int[] remaining = mdp.remaining();
        int horizon = remaining[0];
        double q = 0;
        double logPolicy = 0;
        double variation = 0;
        double ratio = 0;
        for (int s = 0; s < mdp.states(); s++) {
            double qHere = largest(truth.q()[s], other.q()[s]);
            double logPolicyHere = largest(truth.logPolicy()[s], other.logPolicy()[s]);
            double variationHere = totalVariation(truth.logPolicy()[s], other.logPolicy()[s]);
            q = Math.max(q, qHere);
            logPolicy = Math.max(logPolicy, logPolicyHere);
            variation = Math.max(variation, variationHere);
            double bound = epsilon * geometric(mdp.discount(), remaining[s]);
            if (bound > 0) {
                ratio = Math.max(ratio, qHere / bound);
                ratio = Math.max(ratio, logPolicyHere / (2 * bound));
                ratio = Math.max(ratio, variationHere / Math.tanh(bound / 2));
            }
        }
        double bound = epsilon * geometric(mdp.discount(), horizon);
        double gap = truth.v()[0] - SoftSolution.valueOf(mdp, other.logPolicy())[0];
        double gapBound = Math.min(2 * bound, epsilon * epsilon / 2 * squares(mdp.discount(), horizon));
        return new Point(
                epsilon, q, bound, logPolicy, 2 * bound, variation, Math.tanh(bound / 2), gap, gapBound, ratio);
    }

    /// Points for a figure: for each ε, `draws` rewards r + e with every |e(s,a)| = ε and random signs, the
    /// corners of the ball, where the errors are largest.
    public static List<Point> series(TabularMdp mdp, double[] epsilons, int draws, Random random) {
        List<Point> points = new ArrayList<>();
        for (double epsilon : epsilons) {
            for (int draw = 0; draw < draws; draw++) {
                double[][] perturbed = new double[mdp.states()][mdp.vocabulary()];
                for (int s = 0; s < mdp.states(); s++) {
                    for (int a = 0; a < mdp.vocabulary(); a++) {
                        perturbed[s][a] = mdp.reward()[s][a] + (random.nextBoolean() ? epsilon : -epsilon);
                    }
                }
                points.add(compare(mdp, perturbed));
            }
        }
        return points;
    }

    /// The worst case: the error raises whatever follows one first token and lowers whatever follows any other.
    /// Where that token is rare, the bound on the log-policy is all but reached.
    public static Point adversarial(TabularMdp mdp, double epsilon, int token) {
        int[] first = new int[mdp.states()];
        double[][] perturbed = new double[mdp.states()][mdp.vocabulary()];
        for (int s = 0; s < mdp.states(); s++) {
            for (int a = 0; a < mdp.vocabulary(); a++) {
                int root = s == 0 ? a : first[s];
                perturbed[s][a] = mdp.reward()[s][a] + (root == token ? epsilon : -epsilon);
                if (mdp.next()[s][a] != TabularMdp.TERMINAL) {
                    first[mdp.next()[s][a]] = root;
                }
            }
        }
        return compare(mdp, perturbed);
    }

    /// 1 + γ + … + γ^{h−1}
    private static double geometric(double gamma, int h) {
        return gamma == 1 ? h : (1 - Math.pow(gamma, h)) / (1 - gamma);
    }

    /// Σ_{t<T} γ^t H_{T−t}²
    private static double squares(double gamma, int horizon) {
        double sum = 0;
        for (int t = 0; t < horizon; t++) {
            double h = geometric(gamma, horizon - t);
            sum += Math.pow(gamma, t) * h * h;
        }
        return sum;
    }

    private static double largest(double[] x, double[] y) {
        return SoftSolution.largestDifference(new double[][] {x}, new double[][] {y});
    }

    private static double totalVariation(double[] logP, double[] logQ) {
        double sum = 0;
        for (int a = 0; a < logP.length; a++) {
            sum += Math.abs(Math.exp(logP[a]) - Math.exp(logQ[a]));
        }
        return sum / 2;
    }
}
