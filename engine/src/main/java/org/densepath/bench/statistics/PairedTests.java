package org.densepath.bench.statistics;

import java.util.Arrays;
import java.util.Random;
import org.hipparchus.stat.inference.AlternativeHypothesis;
import org.hipparchus.stat.inference.BinomialTest;

/// Whether two arms differ on the same prompts, from `first[i] − second[i]`. Each gives a two-sided p value; 1
/// where nothing differs.
public final class PairedTests {
    private PairedTests() {}

    /// Scores of the same prompts taken from each other.
    public static double[] differences(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " scores against " + second.length);
        }
        double[] differences = new double[first.length];
        Arrays.setAll(differences, i -> first[i] - second[i]);
        return differences;
    }

    /// The exact sign test: of the prompts that differ, as many should favour either arm. On right and wrong
    /// answers this is McNemar's exact test.
    public static double sign(double[] differences) {
        int up = (int) Arrays.stream(differences).filter(d -> d > 0).count();
        int down = (int) Arrays.stream(differences).filter(d -> d < 0).count();
        return up + down == 0
                ? 1
                : new BinomialTest().binomialTest(up + down, up, 0.5, AlternativeHypothesis.TWO_SIDED);
    }

    /// McNemar's exact test on right (1) and wrong (0) answers. Throws [IllegalArgumentException] for other
    /// scores.
    public static double mcNemar(double[] first, double[] second) {
        for (double[] scores : new double[][] {first, second}) {
            if (Arrays.stream(scores).anyMatch(s -> s != 0 && s != 1)) {
                throw new IllegalArgumentException("McNemar's test is for right and wrong answers");
            }
        }
        return sign(differences(first, second));
    }

    /// The paired bootstrap: how often the mean of resampled differences, moved to have mean 0, is as far from 0
    /// as the one seen; never 0, (k + 1) / (n + 1).
    public static double bootstrap(double[] differences, int resamples, long seed) {
        double mean = Bootstrap.average(differences);
        if (Arrays.stream(differences).allMatch(d -> d == 0)) {
            return 1;
        }
        Random random = new Random(seed);
        int farther = 0;
        for (int b = 0; b < resamples; b++) {
            double sum = 0;
            for (int i = 0; i < differences.length; i++) {
                sum += differences[random.nextInt(differences.length)];
            }
            double moved = sum / differences.length - mean;
            // rounding must not part equal values
            farther += Math.abs(moved) >= Math.abs(mean) - 1e-12 ? 1 : 0;
        }
        return (farther + 1.0) / (resamples + 1.0);
    }

    /// The same where seeds are a sample too, `differences[seed][prompt]`: each resample draws seeds and, for all
    /// of them the same, prompts. With one seed it is the test above. With few seeds p comes out somewhat too
    /// small, as the interval of [Bootstrap#seedsAndPrompts] somewhat too narrow.
    public static double bootstrap(double[][] differences, int resamples, long seed) {
        if (differences.length == 1) {
            return bootstrap(differences[0], resamples, seed);
        }
        double mean = Arrays.stream(differences)
                .mapToDouble(Bootstrap::average)
                .average()
                .orElse(Double.NaN);
        if (Arrays.stream(differences).flatMapToDouble(Arrays::stream).allMatch(d -> d == 0)) {
            return 1;
        }
        int seeds = differences.length;
        int prompts = differences[0].length;
        Random random = new Random(seed);
        int farther = 0;
        for (int b = 0; b < resamples; b++) {
            int[] times = new int[seeds];
            for (int s = 0; s < seeds; s++) {
                times[random.nextInt(seeds)]++;
            }
            double sum = 0;
            for (int i = 0; i < prompts; i++) {
                int prompt = random.nextInt(prompts);
                for (int s = 0; s < seeds; s++) {
                    sum += times[s] * differences[s][prompt];
                }
            }
            double moved = sum / (seeds * (double) prompts) - mean;
            farther += Math.abs(moved) >= Math.abs(mean) - 1e-12 ? 1 : 0;
        }
        return (farther + 1.0) / (resamples + 1.0);
    }
}
