package org.densepath.paint;

/// Sums from the first token on: what a response has earned so far.
public final class RunningSum {
    private RunningSum() {}

    /// `sums[t] = Σ_{k≤t} credit[k]`. What is not finite (NaN is no credit) adds nothing.
    public static double[] of(float[] credit) {
        double[] sums = new double[credit.length];
        double sum = 0;
        for (int i = 0; i < credit.length; i++) {
            sum += Float.isFinite(credit[i]) ? credit[i] : 0;
            sums[i] = sum;
        }
        return sums;
    }
}
