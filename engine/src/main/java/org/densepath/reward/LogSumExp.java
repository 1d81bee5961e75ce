package org.densepath.reward;

/// log Σ_i e^{x_i}, with the largest term taken out first so that nothing overflows: the soft maximum V(s) of a
/// row Q(s, ·).
public final class LogSumExp {
    private LogSumExp() {}

    /// The logsumexp of a row; −∞ for a row of −∞.
    public static double of(double[] row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double x : row) {
            largest = Math.max(largest, x);
        }
        if (Double.isInfinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (double x : row) {
            sum += Math.exp(x - largest);
        }
        return largest + Math.log(sum);
    }
}
