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
}
