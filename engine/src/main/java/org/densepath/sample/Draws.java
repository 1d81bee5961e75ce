package org.densepath.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Seeded draws that are the same on every machine and JDK: only `nextLong()` of the named algorithm
/// L64X128MixRandom (specified in `java.util.random`) is used; ranges, fractions, shuffles and normal deviates
/// are computed here.
public final class Draws {
    private static final String ALGORITHM = "L64X128MixRandom";

    private final RandomGenerator bits;

    public Draws(long seed) {
        bits = RandomGeneratorFactory.of(ALGORITHM).create(seed);
    }

    /// A whole number in `[0, bound)`: the high half of bits × bound, so its bias is below bound / 2^64.
    public int below(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("a draw below " + bound);
        }
        return (int) Math.unsignedMultiplyHigh(bits.nextLong(), bound);
    }

    /// A whole number in `[low, high]`, both ends included.
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /// A number in `[0, 1)` with 53 random bits.
    public double fraction() {
        return (bits.nextLong() >>> 11) * 0x1p-53;
    }

    public boolean chance(double probability) {
        return fraction() < probability;
    }

    /// A standard normal deviate (Box and Muller 1958), by `StrictMath`, so that it is the same on every
    /// platform.
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * Math.PI * fraction());
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    public String oneOf(String... choices) {
        return oneOf(Arrays.asList(choices));
    }

    /// `count` different elements in random order.
    public <T> List<T> distinct(List<T> choices, int count) {
        if (count > choices.size()) {
            throw new IllegalArgumentException(count + " different ones of " + choices.size());
        }
        return shuffled(choices).subList(0, count);
    }

    /// `count` different whole numbers of `[low, high]` in random order.
    public List<Integer> distinctNumbers(int low, int high, int count) {
        List<Integer> all = new ArrayList<>();
        for (int number = low; number <= high; number++) {
            all.add(number);
        }
        return distinct(all, count);
    }

    /// A new list with the same elements in random order (Fisher and Yates).
    public <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            int other = below(last + 1);
            T element = shuffled.get(last);
            shuffled.set(last, shuffled.get(other));
            shuffled.set(other, element);
        }
        return shuffled;
    }
}
