package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.densepath.BadInputException;
import org.densepath.reward.RewardPostprocessing.Standardise;
import org.junit.jupiter.api.Test;

class RewardControlsTest {
    private static final List<float[]> REWARDS = List.of(new float[] {1, -2, 4}, new float[] {3, 6});

    @Test
    void sparsePutsTheTotalOnTheLastToken() {
        List<float[]> sparse = RewardControls.sparse(REWARDS);
        assertArrayEquals(new float[] {0, 0, 3}, sparse.get(0));
        assertArrayEquals(new float[] {0, 9}, sparse.get(1));
    }

    @Test
    void randomSignKeepsMagnitudesAveragesToNothingAndFollowsItsSeed() {
        List<float[]> ones = List.of(new float[20_000]);
        java.util.Arrays.fill(ones.getFirst(), 2);
        float[] signed = RewardControls.randomSign(ones, new Random(4)).getFirst();
        double mean = 0;
        for (float x : signed) {
            assertEquals(2, Math.abs(x));
            mean += x / signed.length;
        }
        assertEquals(0, mean, 0.06); // four standard errors
        assertArrayEquals(signed, RewardControls.randomSign(ones, new Random(4)).getFirst());
    }

    @Test
    void mixedWeighsBothAndAddsTheExternalRewardAtTheEnd() {
        List<float[]> mixed = RewardControls.mixed(REWARDS, new float[] {1, 0}, 0.5);
        assertArrayEquals(new float[] {0.5f, -1, 2.5f}, mixed.get(0));
        assertArrayEquals(new float[] {1.5f, 3}, mixed.get(1));
        assertArrayEquals(
                new float[] {0, 0, 1},
                RewardControls.mixed(REWARDS, new float[] {1, 0}, 0).getFirst(),
                1e-9f);
        assertThrows(BadInputException.class, () -> RewardControls.mixed(REWARDS, new float[2], 1.5));
    }

    @Test
    void postprocessingDoesNothingUnlessAskedTo() {
        List<float[]> processed = RewardPostprocessing.none().apply(REWARDS, null);
        assertArrayEquals(REWARDS.get(0), processed.get(0));
        assertArrayEquals(REWARDS.get(1), processed.get(1));
    }

    @Test
    void clipLimitsBothSides() {
        List<float[]> clipped = new RewardPostprocessing(null, null, 1.5).apply(REWARDS, null);
        assertArrayEquals(new float[] {1, -1.5f, 1.5f}, clipped.get(0));
        assertThrows(BadInputException.class, () -> new RewardPostprocessing(null, null, 0.0));
    }

    @Test
    void standardiseByBatchGivesMeanZeroAndUnitSpread() {
        List<float[]> standard = new RewardPostprocessing(null, Standardise.BY_BATCH, null).apply(REWARDS, null);
        double mean = Divergence.meanOverTokens(standard);
        double square = standard.stream()
                .mapToDouble(r -> {
                    double sum = 0;
                    for (float x : r) {
                        sum += x * x;
                    }
                    return sum;
                })
                .sum();
        assertEquals(0, mean, 1e-6);
        assertEquals(1, square / 5, 1e-6);
    }

    @Test
    void standardiseByPositionComparesTokensOfOnePositionAndZeroesALonelyOne() {
        List<float[]> standard = new RewardPostprocessing(null, Standardise.BY_POSITION, null).apply(REWARDS, null);
        assertArrayEquals(new float[] {-1, -1, 0}, standard.get(0), 1e-6f);
        assertArrayEquals(new float[] {1, 1}, standard.get(1), 1e-6f);
    }

    @Test
    void maskTakesOutTokensWhereBothModelsAreUncertainAndLeavesThemOutOfTheStandard() {
        TokenScores scores = TokenScores.of(new float[4], new float[4])
                .withEntropies(new float[] {3, 3, 0, 0}, new float[] {3, 0, 3, 0});
        List<float[]> rewards = List.of(new float[] {100, 1, 2, 3});
        float[] masked = new RewardPostprocessing(2.0, null, null)
                .apply(rewards, List.of(scores))
                .getFirst();
        assertArrayEquals(new float[] {0, 1, 2, 3}, masked);
        float[] standard = new RewardPostprocessing(2.0, Standardise.BY_BATCH, null)
                .apply(rewards, List.of(scores))
                .getFirst();
        float unit = (float) (1 / Math.sqrt(2.0 / 3));
        assertArrayEquals(new float[] {0, -unit, 0, unit}, standard, 1e-6f);
    }

    @Test
    void maskRefusesScoresWithoutEntropies() {
        var error = assertThrows(IllegalArgumentException.class, () -> new RewardPostprocessing(2.0, null, null)
                .apply(List.of(new float[1]), List.of(TokenScores.of(new float[1]))));
        assertTrue(error.getMessage().contains("entropies"));
    }
}
