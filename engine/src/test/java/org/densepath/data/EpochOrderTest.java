package org.densepath.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EpochOrderTest {

    @Property(seed = "2510")
    void takeGivesEverySampleOnceAnEpoch(@ForAll @IntRange(min = 1, max = 50) int size, @ForAll long seed) {
        int[] samples = new EpochOrder(size, seed).take(0, 3 * size);
        int[] all = IntStream.range(0, size).toArray();
        for (int epoch = 0; epoch < 3; epoch++) {
            int[] one = Arrays.copyOfRange(samples, epoch * size, (epoch + 1) * size);
            assertArrayEquals(all, Arrays.stream(one).sorted().toArray());
        }
    }

    @Property(seed = "2510")
    void takeGoesOnWhereverItStopped(
            @ForAll @IntRange(min = 1, max = 20) int size,
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int position,
            @ForAll @IntRange(max = 60) int count) {
        EpochOrder order = new EpochOrder(size, seed);
        int[] continuous = order.take(0, position + count);
        assertArrayEquals(
                Arrays.copyOfRange(continuous, position, position + count),
                new EpochOrder(size, seed).take(position, count));
    }

    @Test
    void ordersDifferBetweenEpochsAndSeeds() {
        Set<String> orders = new HashSet<>();
        for (int seed = 0; seed < 10; seed++) {
            for (int epoch = 0; epoch < 10; epoch++) {
                orders.add(Arrays.toString(new EpochOrder(20, seed).epoch(epoch)));
            }
        }
        assertEquals(100, orders.size());
        assertFalse(orders.contains(Arrays.toString(IntStream.range(0, 20).toArray())));
    }

    /// A run begun with one version goes on with another: the order is a promise.
    @Test
    void orderOfASeedStaysWhatItIs() {
        assertArrayEquals(new int[] {4, 1, 7, 5, 3, 6, 2, 0, 2, 1}, new EpochOrder(8, 42).take(0, 10));
    }

    @Test
    void takeReachesFarBeyondTheIntegersWithoutWork() {
        assertEquals(5, new EpochOrder(3, 1).take(30_000_000_000L, 5).length);
    }
}
