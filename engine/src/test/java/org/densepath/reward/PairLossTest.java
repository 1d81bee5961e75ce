package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Slopes of the losses on pairs against finite differences, and what they are where nothing was learned yet.
class PairLossTest {
    private static final double STEP = 1e-5;

    @ParameterizedTest
    @EnumSource(PairLoss.class)
    void slopesAreThoseOfTheLoss(PairLoss loss) {
        for (double r : new double[] {-3.1, -0.4, 0.2, 1.7}) {
            for (double own : new double[] {-2.3, 0, 0.9, 2.6}) {
                PairLoss.Value value = loss.of(r, own, 0.7, 0.3);
                double first = loss.of(r + STEP, own, 0.7, 0.3).loss()
                        - loss.of(r - STEP, own, 0.7, 0.3).loss();
                double second = loss.of(r, own + STEP, 0.7, 0.3).loss()
                        - loss.of(r, own - STEP, 0.7, 0.3).loss();
                assertEquals(first / (2 * STEP), value.slopeDemonstration(), 1e-6);
                assertEquals(second / (2 * STEP), value.slopeOwn(), 1e-6);
            }
        }
    }

    /// At r = r' = 0: the policy cannot tell the two apart, and every loss pulls the demonstration up and the own
    /// answer down by the same.
    @ParameterizedTest
    @EnumSource(PairLoss.class)
    void atTheStartThePullsAreOpposite(PairLoss loss) {
        PairLoss.Value value = loss.of(0, 0, 0.1, 0);
        assertEquals(-value.slopeDemonstration(), value.slopeOwn(), 1e-12);
        assertEquals(true, value.slopeOwn() > 0);
    }
}
