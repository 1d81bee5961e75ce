package org.densepath.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class PairedTestsTest {
    @Test
    void theSignTestIsTheBinomialsTails() {
        // 8 up, 2 down: 2 · (C(10,0) + C(10,1) + C(10,2)) / 2^10
        double[] differences = {1, 1, 1, 1, 1, 1, 1, 1, -1, -1, 0, 0};
        assertEquals(2 * 56 / 1024.0, PairedTests.sign(differences), 1e-12);
        assertEquals(1, PairedTests.sign(new double[] {0, 0}));
    }

    @Test
    void mcNemarCountsThePromptsThatDiffer() {
        double[] first = {1, 1, 1, 1, 1, 1, 0, 1, 0};
        double[] second = {0, 0, 0, 0, 0, 0, 1, 1, 0};
        assertEquals(2 * 8 / 128.0, PairedTests.mcNemar(first, second), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> PairedTests.mcNemar(first, new double[] {0.5}));
    }

    @Test
    void theBootstrapAgreesWithANormalTestOnManyPrompts() {
        Random random = new Random(3);
        double[] differences = Coverage.draws(400, () -> 0.1 + random.nextGaussian());
        double z = Bootstrap.average(differences) * 20;
        double p = 2 * (1 - new NormalDistribution().cumulativeProbability(z));
        assertEquals(p, PairedTests.bootstrap(differences, 4_000, 1), 0.02);
    }

    @Test
    void theBootstrapRejectsAsOftenAsItsLevelWhereNothingDiffers() {
        int rejected = 0;
        for (int trial = 0; trial < 400; trial++) {
            Random random = new Random(trial);
            double[] differences = Coverage.draws(80, random::nextGaussian);
            rejected += PairedTests.bootstrap(differences, 200, trial) < 0.05 ? 1 : 0;
        }
        assertEquals(0.05, rejected / 400.0, 0.03);
    }

    /// A seed's own luck, the same for all its prompts, is no difference: a test over prompts alone takes it for
    /// one.
    @Test
    void theBootstrapOverSeedsIsNotTakenInByTheSeedsLuck() {
        int byPrompts = 0;
        int bySeeds = 0;
        for (int trial = 0; trial < 200; trial++) {
            Random random = new Random(trial);
            double[][] differences = new double[10][];
            double[] mean = new double[60];
            for (int s = 0; s < differences.length; s++) {
                double luck = random.nextGaussian();
                differences[s] = Coverage.draws(60, () -> luck + random.nextGaussian());
                for (int p = 0; p < mean.length; p++) {
                    mean[p] += differences[s][p] / differences.length;
                }
            }
            byPrompts += PairedTests.bootstrap(mean, 200, trial) < 0.05 ? 1 : 0;
            bySeeds += PairedTests.bootstrap(differences, 200, trial) < 0.05 ? 1 : 0;
        }
        assertEquals(0.05, bySeeds / 200.0, 0.05);
        assertTrue(byPrompts > 100, byPrompts + " of 200");
    }

    @Test
    void ofOneSeedTheBootstrapIsThatOverPrompts() {
        double[] differences = {1, 0, 0, -1, 1, 1, 0, 1};
        assertEquals(
                PairedTests.bootstrap(differences, 500, 4),
                PairedTests.bootstrap(new double[][] {differences}, 500, 4));
    }

    /// R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02.
    @Test
    void holmIsRs() {
        assertArrayEquals(
                new double[] {0.03, 0.06, 0.06, 0.02}, Holm.adjust(new double[] {0.01, 0.04, 0.03, 0.005}), 1e-12);
        assertArrayEquals(new double[] {1, Double.NaN, 1}, Holm.adjust(new double[] {0.8, Double.NaN, 0.9}), 1e-12);
    }

    @Test
    void effectSizesOfKnownSamples() {
        assertEquals(2 / Math.sqrt(2.5), EffectSize.paired(new double[] {0, 1, 2, 3, 4}), 1e-12);
        assertEquals(Math.PI, EffectSize.rates(1, 0), 1e-12);
        assertEquals(5 / 9.0, EffectSize.cliff(new double[] {2, 3, 4}, new double[] {1, 2, 3}), 1e-12);
    }
}
