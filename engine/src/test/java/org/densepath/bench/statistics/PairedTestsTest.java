package org.densepath.bench.statistics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
