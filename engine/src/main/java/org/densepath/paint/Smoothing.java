package org.densepath.paint;

/// Smoothing of curves.
public final class Smoothing {
    private Smoothing() {}

    /// Exponential moving average without the pull towards zero at the start: sₖ = w·sₖ₋₁ + (1−w)·yₖ, divided by
    /// 1 − wᵏ (Adam's bias correction). Values that are not finite stay gaps and change nothing.
    ///
    /// @param weight 0 (none) … below 1
    public static double[] debiased(double[] y, double weight) {
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException("a smoothing weight of " + weight + "; it lies in 0 … 1, without 1");
        }
        double[] smooth = new double[y.length];
        double sum = 0;
        double mass = 0;
        for (int i = 0; i < y.length; i++) {
            if (Double.isFinite(y[i])) {
                sum = weight * sum + (1 - weight) * y[i];
                mass = weight * mass + (1 - weight);
                smooth[i] = sum / mass;
            } else {
                smooth[i] = Double.NaN;
            }
        }
        return smooth;
    }
}
