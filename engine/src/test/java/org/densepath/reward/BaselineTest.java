package org.densepath.reward;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;

class BaselineTest {
    @Property(tries = 100, seed = "2510")
    void leaveOneOutSumsToZeroOverAPromptAtEveryPositionThatAllReach(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 6) int samples) {
        int[] groups = groups(3, samples);
        List<float[]> advantages = Baseline.LEAVE_ONE_OUT.subtract(batch(seed, groups.length, 5, 5), groups);
        for (int prompt = 0; prompt < 3; prompt++) {
            for (int t = 0; t < 5; t++) {
                double sum = 0;
                for (int i = 0; i < samples; i++) {
                    sum += advantages.get(prompt * samples + i)[t];
                }
                assertEquals(0, sum, 1e-4);
            }
        }
    }

    @Property(tries = 100, seed = "2510")
    void leaveOneOutOfAResponseDoesNotChangeWhenItsOwnReturnsDo(@ForAll long seed) {
        int[] groups = groups(2, 3);
        List<float[]> returns = new ArrayList<>(batch(seed, 6, 1, 7));
        for (Baseline baseline : List.of(Baseline.LEAVE_ONE_OUT, Baseline.LEAVE_ONE_OUT_OF_SEQUENCES)) {
            float[] before = baseline.subtract(returns, groups).get(4);
            List<float[]> changed = new ArrayList<>(returns);
            float[] own = returns.get(4).clone();
            for (int t = 0; t < own.length; t++) {
                own[t] += 10;
            }
            changed.set(4, own);
            float[] after = baseline.subtract(changed, groups).get(4);
            for (int t = 0; t < own.length; t++) {
                assertEquals(before[t] + 10, after[t], 1e-4);
            }
        }
    }

    @Property(tries = 100, seed = "2510")
    void meansAreZeroAfterwards(@ForAll long seed) {
        List<float[]> returns = batch(seed, 8, 1, 9);
        int[] groups = groups(4, 2);
        assertEquals(0, Divergence.meanOverTokens(Baseline.BATCH_MEAN.subtract(returns, groups)), 1e-5);
        List<float[]> ofSequences = Baseline.BATCH_MEAN_OF_SEQUENCES.subtract(returns, groups);
        assertEquals(0, ofSequences.stream().mapToDouble(a -> a[0]).average().orElseThrow(), 1e-5);
        List<float[]> byPosition = Baseline.MEAN_BY_POSITION.subtract(returns, groups);
        for (int t = 0; t < 9; t++) {
            int position = t;
            assertEquals(
                    0,
                    byPosition.stream()
                            .filter(a -> a.length > position)
                            .mapToDouble(a -> a[position])
                            .sum(),
                    1e-4);
        }
    }

    @Test
    void leaveOneOutCountsAnEndedSampleAsZero() {
        List<float[]> advantages =
                Baseline.LEAVE_ONE_OUT.subtract(List.of(new float[] {4, 2}, new float[] {1}), new int[] {7, 7});
        assertArrayEquals(new float[] {3, 2}, advantages.get(0));
        assertArrayEquals(new float[] {-3}, advantages.get(1));
    }

    @Test
    void leaveOneOutTellsSamplesApartWhenTheyAreTheSameArray() {
        float[] twice = {4, 2};
        assertArrayEquals(
                new float[] {0, 0},
                Baseline.LEAVE_ONE_OUT
                        .subtract(List.of(twice, twice), new int[] {0, 0})
                        .getFirst());
    }

    @Test
    void leaveOneOutRefusesAPromptWithOneSample() {
        var error = assertThrows(
                BadInputException.class, () -> Baseline.LEAVE_ONE_OUT.subtract(batch(1, 3, 2, 2), new int[] {0, 0, 1}));
        assertTrue(error.getMessage().contains("at least 2 samples"), error.getMessage());
    }

    @Test
    void subtractRefusesABatchWithoutTokens() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Baseline.BATCH_MEAN.subtract(List.of(new float[0]), new int[] {0}));
    }

    @Test
    void subtractLeavesTheReturnsAsTheyWere() {
        float[] returns = {4, 2};
        Baseline.BATCH_MEAN.subtract(List.of(returns), new int[] {0});
        assertArrayEquals(new float[] {4, 2}, returns);
    }

    static int[] groups(int prompts, int samples) {
        int[] groups = new int[prompts * samples];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = i / samples;
        }
        return groups;
    }

    static List<float[]> batch(long seed, int responses, int shortest, int longest) {
        Random random = new Random(seed);
        List<float[]> batch = new ArrayList<>();
        for (int i = 0; i < responses; i++) {
            float[] row = new float[random.nextInt(shortest, longest + 1)];
            for (int t = 0; t < row.length; t++) {
                row[t] = (float) random.nextGaussian();
            }
            batch.add(row);
        }
        return batch;
    }
}
