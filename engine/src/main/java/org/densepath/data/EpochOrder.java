package org.densepath.data;

import java.util.Random;

/// The order in which training sees its samples: every epoch all of them once, shuffled by (seed, epoch). A pure
/// function of the seed and the number of samples seen, so a run goes on where it stopped without keeping any
/// state.
public record EpochOrder(int size, long seed) {
    public EpochOrder {
        if (size < 1) {
            throw new IllegalArgumentException("an order of " + size + " samples");
        }
    }

    /// The samples (0 to size − 1) at positions `position` to `position + count − 1`, over the ends of epochs.
    public int[] take(long position, int count) {
        if (position < 0 || count < 0) {
            throw new IllegalArgumentException(count + " samples from position " + position);
        }
        int[] samples = new int[count];
        int[] order = null;
        for (int i = 0; i < count; i++) {
            int within = (int) ((position + i) % size);
            if (order == null || within == 0) {
                order = epoch((position + i) / size);
            }
            samples[i] = order[within];
        }
        return samples;
    }

    /// All samples once, in the order of that epoch (counted from 0).
    public int[] epoch(long epoch) {
        return shuffled(size, mixed(seed, epoch));
    }

    /// Fisher-Yates with `java.util.Random`, whose numbers its specification fixes for every Java version.
    static int[] shuffled(int size, long seed) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = i;
        }
        Random random = new Random(seed);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /// SplitMix64's mixing (Steele, Lea, Flood 2014): neighbouring seeds and epochs give unrelated orders.
    private static long mixed(long seed, long epoch) {
        long z = seed + (epoch + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
