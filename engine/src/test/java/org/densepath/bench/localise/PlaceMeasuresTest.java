package org.densepath.bench.localise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlaceMeasuresTest {
    private static void assertMeasures(double auroc, double top1, double rank, PlaceMeasures m) {
        assertEquals(auroc, m.auroc(), 1e-12);
        assertEquals(top1, m.top1(), 1e-12);
        assertEquals(1 / rank, m.reciprocalRank(), 1e-12);
    }

    @Test
    void theHighestScoreAtTheErrorIsAFullHit() {
        assertMeasures(1, 1, 1, PlaceMeasures.of(new double[] {0.1, 0.9, 0.3, 0.2}, 1, 2));
        assertMeasures(0, 0, 4, PlaceMeasures.of(new double[] {0.4, 0.1, 0.3, 0.2}, 1, 2));
    }

    @Test
    void pairsAreCountedByHand() {
        // wrong: 5 and 2; others: 4, 3, 1. 5 beats all three, 2 beats one: 4 of 6.
        assertMeasures(4 / 6.0, 1, 1, PlaceMeasures.of(new double[] {4, 5, 2, 3, 1}, 1, 3));
        // wrong: 3 and 2; others: 5, 4, 1: two of six, the best wrong one is third
        assertMeasures(2 / 6.0, 0, 3, PlaceMeasures.of(new double[] {5, 3, 2, 4, 1}, 1, 3));
    }

    @Test
    void tiesShareTheirRanks() {
        // all four equal: chance, rank 1 … 4 on average 2.5, one of four top tokens is wrong
        assertMeasures(0.5, 0.25, 2.5, PlaceMeasures.of(new double[] {7, 7, 7, 7}, 2, 3));
        // tied with one other for the top: ranks 1 and 2
        assertMeasures(2.5 / 3, 0.5, 1.5, PlaceMeasures.of(new double[] {7, 1, 7, 0}, 2, 3));
        // two wrong tokens among three at the top: ranks 1 to 3
        assertMeasures(3 / 4.0, 2 / 3.0, 2, PlaceMeasures.of(new double[] {7, 7, 7, 0}, 1, 3));
    }

    @Test
    void anErrorThatIsEverythingOrNothingHasNoMeasure() {
        assertThrows(IllegalArgumentException.class, () -> PlaceMeasures.of(new double[] {1, 2}, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> PlaceMeasures.of(new double[] {1, 2}, 1, 1));
    }
}
