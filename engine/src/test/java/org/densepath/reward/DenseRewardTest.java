package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DenseRewardTest {
    private static final TokenScores SCORES = TokenScores.of(new float[] {-1, -2}, new float[] {-3, -1});

    @Test
    void scoreIsTheDifferenceOrTheLogLikelihoodOrItsMultiple() {
        assertArrayEquals(new float[] {2, -1}, new DenseReward.BaselineRelative().score(SCORES));
        assertArrayEquals(new float[] {-1, -2}, new DenseReward.LogLikelihood().score(SCORES));
        assertArrayEquals(
                new float[] {1, -0.5f}, new DenseReward.Scaled(0.5, new DenseReward.BaselineRelative()).score(SCORES));
    }

    @Property(tries = 50, seed = "2510")
    void ensembleOfCopiesIsThatReference(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int copies) {
        float[] sft = DivergenceTest.logDistribution(seed, 9, 3);
        float[] ref = DivergenceTest.logDistribution(seed + 1, 9, 3);
        float[][] refs = new float[copies][];
        java.util.Arrays.fill(refs, ref);
        float[] expected = new DenseReward.BaselineRelative().score(TokenScores.of(sft, ref));
        float[] actual = new DenseReward.EnsembleReference().score(TokenScores.of(sft, refs));
        assertArrayEquals(expected, actual, 1e-5f);
    }

    /// The mixture of distributions is one: over a vocabulary row, Σ_a π_SFT(a) e^{−r̂(a)} = Σ_a π_ref(a) = 1.
    @Property(tries = 50, seed = "2510")
    void ensembleReferenceIsADistributionOverAVocabularyRow(@ForAll long seed) {
        float[] sft = DivergenceTest.logDistribution(seed, 9, 3);
        TokenScores row = TokenScores.of(
                sft, DivergenceTest.logDistribution(seed + 1, 9, 3), DivergenceTest.logDistribution(seed + 2, 9, 3));
        float[] reward = new DenseReward.EnsembleReference().score(row);
        double total = 0;
        for (int a = 0; a < sft.length; a++) {
            total += Math.exp(sft[a] - reward[a]);
        }
        assertEquals(1, total, 1e-5);
    }

    @Test
    void scoreRefusesScoresThatLackWhatItNeeds() {
        TokenScores bare = TokenScores.of(new float[2]);
        assertThrows(IllegalArgumentException.class, () -> new DenseReward.BaselineRelative().score(bare));
        assertThrows(IllegalArgumentException.class, () -> new DenseReward.Endogenous().score(bare));
        assertThrows(IllegalArgumentException.class, () -> new DenseReward.EnsembleReference().score(bare));
        assertThrows(IllegalArgumentException.class, () -> TokenScores.of(new float[2], new float[3]));
    }

    @Test
    void needsFollowTheScaledDefinition() {
        assertTrue(new DenseReward.Scaled(2, new DenseReward.Endogenous()).needsLogits());
        assertFalse(new DenseReward.Scaled(2, new DenseReward.Endogenous()).needsReference());
        assertTrue(new DenseReward.EmaReference().needsReference());
    }

    @Test
    void definitionSurvivesJsonUnderItsName() throws Exception {
        ObjectMapper json = new ObjectMapper();
        DenseReward reward = new DenseReward.Scaled(0.5, new DenseReward.EnsembleReference());
        String text = json.writeValueAsString(reward);
        assertTrue(text.contains("\"type\":\"ensemble-reference\""), text);
        assertEquals(reward, json.readValue(text, DenseReward.class));
        assertEquals(
                new DenseReward.BaselineRelative(),
                json.readValue("{\"type\":\"baseline-relative\"}", DenseReward.class));
        assertFalse(text.contains("needs"), text);
    }
}
