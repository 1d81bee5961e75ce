package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void distinctCountsDifferentPairsWithinResponsesOnly() {
        List<int[]> responses = List.of(new int[] {1, 2, 1, 2}, new int[] {2, 1}, new int[] {9});
        assertEquals(2 / 4.0, SequenceStatistics.distinct(responses, 2));
        assertEquals(3 / 7.0, SequenceStatistics.distinct(responses, 1));
        assertTrue(Double.isNaN(SequenceStatistics.distinct(responses, 5)));
    }

    @Test
    void lengthAndCutsAreMeans() {
        assertEquals(2, SequenceStatistics.meanLength(List.of(new int[1], new int[3])));
        assertEquals(0.25, SequenceStatistics.cutShare(new boolean[] {true, false, true, true}));
    }

    @Test
    void pearsonIsOneForALineAndUndefinedForAConstant() {
        double[] x = {1, 2, 3, 5};
        assertEquals(1, SequenceStatistics.pearson(x, new double[] {12, 22, 32, 52}), 1e-12);
        assertEquals(-1, SequenceStatistics.pearson(x, new double[] {-1, -2, -3, -5}), 1e-12);
        assertEquals(0.5, SequenceStatistics.pearson(new double[] {1, 2, 3}, new double[] {1, 3, 2}), 1e-12);
        assertTrue(Double.isNaN(SequenceStatistics.pearson(x, new double[4])));
    }

    @Test
    void aurocComparesSamplesOfTheSamePromptOnly() {
        double[] scores = {2, 1, 0, 10, 20, 3, 3};
        boolean[] right = {true, false, false, false, false, true, false};
        int[] groups = {0, 0, 0, 1, 1, 2, 2};
        assertEquals(2.5 / 3, SequenceStatistics.withinPromptAuroc(scores, right, groups), 1e-12);
        assertTrue(Double.isNaN(SequenceStatistics.withinPromptAuroc(new double[] {1, 2}, new boolean[2], new int[2])));
    }

    @Property(tries = 30, seed = "2510")
    void aurocTurnsAroundWithTheSign(@ForAll long seed) {
        Random random = new Random(seed);
        double[] scores = random.doubles(40).toArray();
        double[] negated = random.doubles(40).toArray();
        boolean[] right = new boolean[40];
        for (int i = 0; i < 40; i++) {
            negated[i] = -scores[i];
            right[i] = i % 4 == 1;
        }
        int[] groups = BaselineTest.groups(10, 4);
        assertEquals(
                1,
                SequenceStatistics.withinPromptAuroc(scores, right, groups)
                        + SequenceStatistics.withinPromptAuroc(negated, right, groups),
                1e-12);
    }

    /// |μ|² = 0.25·50 and S = 50·σ² for Gaussian gradients in 50 dimensions; the mean over many batches of the
    /// estimates approaches both, where the plain |ḡ|² is too large by S/n.
    @Test
    void gradientSignalIsUnbiased() {
        Random random = new Random(12);
        int groups = 4;
        double sigma = 3;
        List<GradientSignal> batches = new ArrayList<>();
        for (int batch = 0; batch < 4000; batch++) {
            double[] mean = new double[50];
            double[] norms = new double[groups];
            for (int i = 0; i < groups; i++) {
                for (int d = 0; d < mean.length; d++) {
                    double g = 0.5 + sigma * random.nextGaussian();
                    norms[i] += g * g;
                    mean[d] += g / groups;
                }
            }
            double ofMean = 0;
            for (double m : mean) {
                ofMean += m * m;
            }
            batches.add(GradientSignal.estimate(norms, ofMean));
        }
        GradientSignal signal = GradientSignal.mean(batches);
        assertEquals(12.5, signal.signal(), 1);
        assertEquals(50 * sigma * sigma / groups, signal.noise(), 1.5);
        assertEquals(12.5 / 112.5, signal.ratio(), 0.01);
    }

    @Test
    void gradientSignalIsWithoutNoiseWhenAllGroupsAgreeAndRefusesOneGroup() {
        GradientSignal same = GradientSignal.estimate(new double[] {4, 4, 4}, 4);
        assertEquals(0, same.noise());
        assertEquals(4, same.signal());
        assertThrows(IllegalArgumentException.class, () -> GradientSignal.estimate(new double[] {4}, 4));
    }
}
