package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DivergenceTest {
    @Property(tries = 100, seed = "2510")
    void exactIsTheExpectationOfBothEstimators(@ForAll long seed) {
        float[] policy = logDistribution(seed, 12, 2);
        float[] other = logDistribution(seed + 1, 12, 2);
        double exact = Divergence.exact(policy, other);
        assertEquals(exact, expectation(policy, Divergence.k1(policy, other)), 1e-5);
        assertEquals(exact, expectation(policy, Divergence.k3(policy, other)), 1e-5);
        assertTrue(exact >= 0);
    }

    @Property(tries = 100, seed = "2510")
    void k3IsNeverNegative(@ForAll long seed) {
        for (float k3 : Divergence.k3(logDistribution(seed, 12, 3), logDistribution(seed + 1, 12, 3))) {
            assertTrue(k3 >= 0);
        }
    }

    @Test
    void k3KeepsItsDigitsWhenThePoliciesAreClose() {
        float[] k3 = Divergence.k3(new float[] {-1e-6f}, new float[] {0});
        assertEquals(0.5e-12, k3[0], 1e-17);
    }

    @Test
    void entropyIsLogOfTheVocabularyWhenUniformAndZeroWhenCertain() {
        float[] uniform = new float[50];
        java.util.Arrays.fill(uniform, (float) -Math.log(50));
        assertEquals(Math.log(50), Divergence.entropy(uniform), 1e-5);
        float[] certain = {0, Float.NEGATIVE_INFINITY};
        assertEquals(0, Divergence.entropy(certain));
    }

    @Test
    void exactCountsNothingWhereThePolicyGivesNoMassAndIsInfiniteWhereOnlyTheOtherDoesNot() {
        float[] certain = {0, Float.NEGATIVE_INFINITY};
        float[] even = {(float) Math.log(0.5), (float) Math.log(0.5)};
        assertEquals(Math.log(2), Divergence.exact(certain, even), 1e-6);
        assertEquals(Double.POSITIVE_INFINITY, Divergence.exact(even, certain));
    }

    @Test
    void penaliseTakesBetaTimesK1OffTheReward() {
        float[] penalised = Divergence.penalise(new float[] {1, 2}, new float[] {0.5f, -1}, 0.1);
        assertEquals(0.95, penalised[0], 1e-6);
        assertEquals(2.1, penalised[1], 1e-6);
    }

    /// d KL(softmax(z) ‖ π') / dz_a = π_a (log π_a − log π'_a − KL), by central differences: the exact KL is the
    /// function whose gradient the loss floor descends.
    @Test
    void exactHasTheGradientOfTheKullbackLeiblerDivergence() {
        float[] policy = logDistribution(5, 6, 1);
        float[] other = logDistribution(6, 6, 1);
        double kl = Divergence.exact(policy, other);
        double h = 1e-2;
        for (int a = 0; a < policy.length; a++) {
            double claimed = Math.exp(policy[a]) * (policy[a] - other[a] - kl);
            double measured =
                    (Divergence.exact(shifted(policy, a, h), other) - Divergence.exact(shifted(policy, a, -h), other))
                            / (2 * h);
            assertEquals(claimed, measured, 1e-4);
        }
    }

    @Test
    void extrapolationMovesAsFarBeyondSftAsSftIsFromTheReferenceWhenBetaIsOne() {
        float[] sft = logDistribution(1, 8, 1);
        float[] ref = logDistribution(2, 8, 1);
        float[] tilted = Extrapolation.tilted(sft, ref, 1);
        assertEquals(1, Math.exp(LogSumExp.of(doubles(tilted))), 1e-5);
        for (int a = 1; a < 8; a++) {
            double step = (sft[a] - ref[a]) - (sft[0] - ref[0]);
            assertEquals(step, (tilted[a] - sft[a]) - (tilted[0] - sft[0]), 1e-5);
        }
        assertEquals(20, Extrapolation.factor(0.05), 1e-12);
    }

    static float[] logDistribution(long seed, int vocabulary, double scale) {
        Random random = new Random(seed);
        double[] logits =
                random.doubles(vocabulary).map(x -> scale * (2 * x - 1)).toArray();
        double v = LogSumExp.of(logits);
        float[] logp = new float[vocabulary];
        for (int a = 0; a < vocabulary; a++) {
            logp[a] = (float) (logits[a] - v);
        }
        return logp;
    }

    private static float[] shifted(float[] logits, int token, double by) {
        double[] moved = doubles(logits);
        moved[token] += by;
        double v = LogSumExp.of(moved);
        float[] logp = new float[moved.length];
        for (int a = 0; a < logp.length; a++) {
            logp[a] = (float) (moved[a] - v);
        }
        return logp;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double expectation(float[] logPolicy, float[] values) {
        double sum = 0;
        for (int a = 0; a < values.length; a++) {
            sum += Math.exp(logPolicy[a]) * values[a];
        }
        return sum;
    }
}
