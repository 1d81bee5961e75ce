package org.densepath.reward;

import java.util.ArrayList;
import java.util.List;

/// What may be done to the advantages after the baseline.
public final class Advantages {
    private Advantages() {}

    /// (A − mean) / (population standard deviation + 1e-8), both over all response tokens of the batch. Same
    /// shapes.
    public static List<float[]> normalise(List<float[]> advantages) {
        Moments moments = new Moments();
        for (float[] advantage : advantages) {
            for (float a : advantage) {
                moments.add(a);
            }
        }
        List<float[]> normalised = new ArrayList<>(advantages.size());
        for (float[] advantage : advantages) {
            float[] row = new float[advantage.length];
            for (int t = 0; t < row.length; t++) {
                row[t] = (float) moments.standardise(advantage[t]);
            }
            normalised.add(row);
        }
        return normalised;
    }

    /// A_t − Σ_a π_θ(a|s_t) r̂(s_t, a), with `expected[i][t]` that expectation. It depends on s_t alone, so the
    /// expected gradient is as it was for every γ; for γ = 0 it is the exact baseline.
    public static List<float[]> lessExpected(List<float[]> advantages, List<float[]> expected) {
        List<float[]> less = new ArrayList<>(advantages.size());
        for (int i = 0; i < advantages.size(); i++) {
            float[] row = advantages.get(i).clone();
            if (expected.get(i).length != row.length) {
                throw new IllegalArgumentException(
                        expected.get(i).length + " expected rewards for " + row.length + " response tokens");
            }
            for (int t = 0; t < row.length; t++) {
                row[t] -= expected.get(i)[t];
            }
            less.add(row);
        }
        return less;
    }
}
