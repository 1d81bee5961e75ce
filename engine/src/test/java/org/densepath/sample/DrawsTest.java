package org.densepath.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawsTest {
    private static final int MANY = 100_000;

    @Test
    void betweenDrawsBothEndsAndEachAboutAsOften() {
        Draws draws = new Draws(1);
        int[] counts = new int[7];
        for (int i = 0; i < MANY; i++) {
            counts[draws.between(-3, 3) + 3]++;
        }
        for (int count : counts) {
            assertEquals(MANY / 7.0, count, 5 * Math.sqrt(MANY / 7.0));
        }
    }

    @Test
    void gaussianHasMeanZeroAndVarianceOne() {
        Draws draws = new Draws(2);
        double[] deviates = DoubleStream.generate(draws::gaussian).limit(MANY).toArray();
        double mean = DoubleStream.of(deviates).average().orElseThrow();
        double square = DoubleStream.of(deviates).map(x -> x * x).average().orElseThrow();
        assertEquals(0, mean, 5 / Math.sqrt(MANY));
        assertEquals(1, square, 5 * Math.sqrt(2.0 / MANY));
    }

    @Test
    void distinctNeverRepeats() {
        Draws draws = new Draws(3);
        for (int i = 0; i < 1000; i++) {
            List<Integer> numbers = draws.distinctNumbers(10, 20, 11);
            assertEquals(11, new HashSet<>(numbers).size());
        }
        assertThrows(IllegalArgumentException.class, () -> draws.distinctNumbers(1, 2, 3));
    }

    @Test
    void shuffledPutsEveryElementEverywhere() {
        Draws draws = new Draws(4);
        List<Integer> list = IntStream.range(0, 4).boxed().toList();
        HashSet<List<Integer>> orders = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            orders.add(draws.shuffled(list));
        }
        assertEquals(24, orders.size());
    }

    @Test
    void fractionStaysBelowOne() {
        Draws draws = new Draws(5);
        for (int i = 0; i < MANY; i++) {
            double fraction = draws.fraction();
            assertTrue(fraction >= 0 && fraction < 1);
        }
    }

    @Test
    void belowDrawsWhatItDrewBeforeWhenTheReleaseIsAnother() {
        Draws draws = new Draws(42);
        assertEquals(
                List.of(696, 670, 707, 815, 531, 110, 539, 895),
                IntStream.range(0, 8).map(i -> draws.below(1000)).boxed().toList());
    }
}
