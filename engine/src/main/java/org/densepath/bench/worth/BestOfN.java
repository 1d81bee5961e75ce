package org.densepath.bench.worth;

/// The chance that the best of n is right, exactly: the mean over all subsets of n of a prompt's N samples, in
/// each of which the sample of highest score is taken; of several highest each is as likely.
public final class BestOfN {
    private BestOfN() {}

    /// `score[i]` and `right[i]` of one prompt's samples. Samples of equal score form a group; with a samples
    /// above it and g in it, its share is (C(N−a, n) − C(N−a−g, n)) / C(N, n). Throws [IllegalArgumentException]
    /// unless 1 ≤ n ≤ N.
    public static double expected(double[] score, boolean[] right, int n) {
        int all = score.length;
        if (n < 1 || n > all) {
            throw new IllegalArgumentException("the best of " + n + " of " + all);
        }
        double expected = 0;
        for (int i = 0; i < all; i++) {
            if (right[i]) {
                int above = 0;
                int equal = 0;
                for (double other : score) {
                    above += other > score[i] ? 1 : 0;
                    equal += other == score[i] ? 1 : 0;
                }
                expected += (without(all, above, n) - without(all, above + equal, n)) / equal;
            }
        }
        return expected;
    }

    /// The chance that one of n is right at all: 1 − C(wrong, n) / C(N, n).
    public static double any(boolean[] right, int n) {
        int count = 0;
        for (boolean r : right) {
            count += r ? 1 : 0;
        }
        return 1 - without(right.length, count, n);
    }

    /// C(N − k, n) / C(N, n): the chance that none of k given samples is among n.
    private static double without(int all, int k, int n) {
        double chance = 1;
        for (int i = 0; i < n; i++) {
            chance *= Math.max(0, all - k - i) / (double) (all - i);
        }
        return chance;
    }
}
