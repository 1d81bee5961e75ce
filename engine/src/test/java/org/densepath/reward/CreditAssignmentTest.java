package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is rewarded where: the arms that share DPR's rollouts and trainer.
class CreditAssignmentTest {
    private static final List<float[]> REWARDS = List.of(new float[] {1, -2, 4}, new float[] {0.5f, 0.25f});
    private static final double[] CHECKS = {1, 0};

    @Test
    void denseCreditIsTheRewardItself() {
        assertSame(REWARDS, CreditAssignment.dense().assign(REWARDS, CHECKS, 0));
    }

    @Test
    void sparseCreditStandsAtTheEndWithTheSameTotal() {
        List<float[]> sparse = new CreditAssignment(Credit.SPARSE, 1, 0).assign(REWARDS, CHECKS, 0);
        assertArrayEquals(new float[] {0, 0, 3}, sparse.get(0));
        assertArrayEquals(new float[] {0, 0.75f}, sparse.get(1));
    }

    @Test
    void theCheckAloneIsGivenAtTheEnd() {
        List<float[]> verifier = new CreditAssignment(Credit.DENSE, 0, 0).assign(REWARDS, CHECKS, 0);
        assertArrayEquals(new float[] {0, 0, 1}, verifier.get(0), 1e-9f);
        assertArrayEquals(new float[] {0, 0}, verifier.get(1), 1e-9f);
    }

    @Test
    void halfOfEachIsMixed() {
        List<float[]> mixed = new CreditAssignment(Credit.DENSE, 0.5, 0).assign(REWARDS, CHECKS, 0);
        assertArrayEquals(new float[] {0.5f, -1, 2.5f}, mixed.get(0));
    }

    @Test
    void aPromptWithoutCheckCannotBeRewardedByOne() {
        CreditAssignment verifier = new CreditAssignment(Credit.DENSE, 0, 0);
        assertThrows(IllegalArgumentException.class, () -> verifier.assign(REWARDS, new double[] {1, Double.NaN}, 0));
    }

    @Test
    void randomSignsFollowFromSeedAndBatchAndKeepMagnitudes() {
        List<float[]> same = List.of(new float[64]);
        Arrays.fill(same.getFirst(), 1.5f);
        CreditAssignment signs = new CreditAssignment(Credit.RANDOM_SIGN, 1, 7);
        float[] once = signs.assign(same, new double[1], 3).getFirst();
        assertArrayEquals(once, signs.assign(same, new double[1], 3).getFirst());
        assertFalse(Arrays.equals(once, signs.assign(same, new double[1], 4).getFirst()));
        CreditAssignment other = new CreditAssignment(Credit.RANDOM_SIGN, 1, 8);
        assertFalse(Arrays.equals(once, other.assign(same, new double[1], 3).getFirst()));
        int up = 0;
        for (float r : once) {
            assertEquals(1.5f, Math.abs(r));
            up += r > 0 ? 1 : 0;
        }
        assertEquals(32, up, 16);
    }
}
