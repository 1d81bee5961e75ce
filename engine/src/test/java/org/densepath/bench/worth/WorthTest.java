package org.densepath.bench.worth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WorthTest {
    private static Sampled sampled(String key, int sample, boolean right, double reward, int tokens) {
        return new Sampled(key, sample, "", false, right, reward, -tokens, tokens);
    }

    @Test
    void theBestOfAllIsTheOneOfHighestScore() {
        double[] score = {1, 3, 2};
        boolean[] right = {false, true, false};
        assertEquals(1 / 3.0, BestOfN.expected(score, right, 1), 1e-12);
        // subsets {1,3} {1,2} {3,2}: two of them have the right one, which is then the best
        assertEquals(2 / 3.0, BestOfN.expected(score, right, 2), 1e-12);
        assertEquals(1, BestOfN.expected(score, right, 3), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> BestOfN.expected(score, right, 4));
    }

    @Test
    void amongTiesEachIsAsLikely() {
        assertEquals(0.5, BestOfN.expected(new double[] {5, 5, 1}, new boolean[] {true, false, false}, 3), 1e-12);
        // {5,5} ½, {5r,1} 1, {5,1} 0
        assertEquals(0.5, BestOfN.expected(new double[] {5, 5, 1}, new boolean[] {true, false, false}, 2), 1e-12);
    }

    @Test
    void anySubsetIsCountedAsByTryingAll() {
        Random random = new Random(4);
        for (int trial = 0; trial < 50; trial++) {
            double[] score = new double[7];
            boolean[] right = new boolean[7];
            for (int i = 0; i < 7; i++) {
                score[i] = random.nextInt(4);
                right[i] = random.nextBoolean();
            }
            for (int n = 1; n <= 7; n++) {
                double best = 0;
                double any = 0;
                int subsets = 0;
                for (int mask = 0; mask < 1 << 7; mask++) {
                    if (Integer.bitCount(mask) == n) {
                        best += bestIn(mask, score, right);
                        any += anyIn(mask, right) ? 1 : 0;
                        subsets++;
                    }
                }
                assertEquals(best / subsets, BestOfN.expected(score, right, n), 1e-12);
                assertEquals(any / subsets, BestOfN.any(right, n), 1e-12);
            }
        }
    }

    private static double bestIn(int mask, double[] score, boolean[] right) {
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 7; i++) {
            top = (mask >> i & 1) == 1 ? Math.max(top, score[i]) : top;
        }
        int tied = 0;
        int rightAmong = 0;
        for (int i = 0; i < 7; i++) {
            if ((mask >> i & 1) == 1 && score[i] == top) {
                tied++;
                rightAmong += right[i] ? 1 : 0;
            }
        }
        return (double) rightAmong / tied;
    }

    private static boolean anyIn(int mask, boolean[] right) {
        for (int i = 0; i < 7; i++) {
            if ((mask >> i & 1) == 1 && right[i]) {
                return true;
            }
        }
        return false;
    }

    @Test
    void onlySamplesOfOnePromptAreHeldAgainstEachOther() {
        List<Sampled> samples = new ArrayList<>();
        // a: the right one beats one wrong one and ties with the other: 1.5 of 2; b: 0 of 1; c has no wrong one
        samples.add(sampled("a", 0, true, 2, 5));
        samples.add(sampled("a", 1, false, 1, 5));
        samples.add(sampled("a", 2, false, 2, 6));
        samples.add(sampled("b", 0, true, 100, 1));
        samples.add(sampled("b", 1, false, 101, 9));
        samples.add(sampled("b", 2, true, 102, 9));
        samples.add(sampled("c", 0, true, -5, 1));
        samples.add(sampled("c", 1, true, -6, 1));
        samples.add(sampled("c", 2, true, -7, 1));
        Worth worth = Worth.of(samples);
        assertEquals(2, worth.mixed());
        // b: 100 loses, 102 wins
        assertEquals(2.5 / 4, worth.auroc().get(Choice.RETURN).interval().value(), 1e-12);
        assertEquals(4, worth.auroc().get(Choice.RETURN).n());
        // a: tie ½ and loss; b: loss and tie ½
        assertEquals(1.0 / 4, worth.auroc().get(Choice.LENGTH).interval().value(), 1e-12);
        double one = worth.curves().get("return").get(1).interval().value();
        assertEquals((1 / 3.0 + 2 / 3.0 + 1) / 3, one, 1e-12);
        assertEquals(1, worth.curves().get(Worth.ANY).get(3).interval().value(), 1e-12);
        assertEquals(List.of(1, 2, 3), List.copyOf(worth.curves().get("return").keySet()));
    }

    @Test
    void withoutRightAndWrongSamplesThereIsNoAuroc() {
        Worth worth = Worth.of(List.of(sampled("a", 0, true, 1, 1), sampled("a", 1, true, 2, 1)));
        assertTrue(worth.json().path("auroc").isEmpty());
        assertEquals(0, worth.mixed());
    }
}
