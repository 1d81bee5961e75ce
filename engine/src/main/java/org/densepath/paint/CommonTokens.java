package org.densepath.paint;

import java.util.Arrays;

/// A longest common subsequence of two sequences of ids in linear memory (Myers, *An O(ND) difference algorithm
/// and its variations*, 1986): the middle of a shortest way from one to the other is found from both ends at
/// once, then both halves are solved alike.
final class CommonTokens {
    /// Differences after which a part is cut where the search has come furthest: two long texts that have little
    /// in common would take quadratic time, and nobody reads them token by token.
    private static final int PATIENCE = 3000;

    private final int[] first;
    private final int[] second;
    private final int[] partner;
    private final int[] forward;
    private final int[] backward;

    private CommonTokens(int[] first, int[] second) {
        this.first = first;
        this.second = second;
        partner = new int[first.length];
        Arrays.fill(partner, -1);
        int diagonals = 2 * Math.min(first.length, second.length) + 2;
        forward = new int[diagonals];
        backward = new int[diagonals];
    }

    /// For each place of `first` the place of `second` that it is matched with, −1 for none; ascending.
    static int[] partners(int[] first, int[] second) {
        CommonTokens common = new CommonTokens(first, second);
        common.match(0, first.length, 0, second.length);
        return common.partner;
    }

    private void match(int fromA, int toA, int fromB, int toB) {
        int a0 = fromA;
        int a1 = toA;
        int b0 = fromB;
        int b1 = toB;
        while (a0 < a1 && b0 < b1 && first[a0] == second[b0]) {
            partner[a0++] = b0++;
        }
        while (a0 < a1 && b0 < b1 && first[a1 - 1] == second[b1 - 1]) {
            partner[--a1] = --b1;
        }
        if (a0 < a1 && b0 < b1) {
            Run run = middle(a0, a1 - a0, b0, b1 - b0);
            match(a0, a0 + run.a(), b0, b0 + run.b());
            for (int i = 0; i < run.length(); i++) {
                partner[a0 + run.a() + i] = b0 + run.b() + i;
            }
            match(a0 + run.a() + run.length(), a1, b0 + run.b() + run.length(), b1);
        }
    }

    /// Equal tokens in the middle of a shortest way; none where the way has only a corner there.
    private record Run(int a, int b, int length) {}

    /// @param n tokens of the first sequence from `a0` on
    /// @param m tokens of the second from `b0` on
    private Run middle(int a0, int n, int b0, int m) {
        int size = 2 * Math.min(n, m) + 2;
        Arrays.fill(forward, 0, size, 0);
        Arrays.fill(backward, 0, size, 0);
        int shift = n - m;
        boolean odd = Math.floorMod(n + m, 2) == 1;
        for (int d = 0; d <= (n + m + 1) / 2; d++) {
            int low = -(d - 2 * Math.max(0, d - m));
            int high = d - 2 * Math.max(0, d - n);
            for (int k = low; k <= high; k += 2) {
                int a = step(forward, k, d, size);
                int start = a;
                while (a < n && a - k < m && first[a0 + a] == second[b0 + a - k]) {
                    a++;
                }
                forward[Math.floorMod(k, size)] = a;
                int opposite = shift - k;
                if (odd && Math.abs(opposite) < d && a + backward[Math.floorMod(opposite, size)] >= n) {
                    return new Run(start, start - k, a - start);
                }
            }
            for (int k = low; k <= high; k += 2) {
                int a = step(backward, k, d, size);
                int start = a;
                while (a < n && a - k < m && first[a0 + n - 1 - a] == second[b0 + m - 1 - a + k]) {
                    a++;
                }
                backward[Math.floorMod(k, size)] = a;
                int opposite = shift - k;
                if (!odd && Math.abs(opposite) <= d && a + forward[Math.floorMod(opposite, size)] >= n) {
                    return new Run(n - a, m - a + k, a - start);
                }
            }
            if (d == PATIENCE) {
                return furthest(low, high, n, m, size);
            }
        }
        throw new IllegalStateException("no way between two sequences");
    }

    private static int step(int[] reached, int k, int d, int size) {
        int below = reached[Math.floorMod(k - 1, size)];
        int above = reached[Math.floorMod(k + 1, size)];
        return k == -d || k != d && below < above ? above : below + 1;
    }

    private Run furthest(int low, int high, int n, int m, int size) {
        Run best = new Run(Math.min(n, 1), 0, 0);
        for (int k = low; k <= high; k += 2) {
            int a = Math.min(forward[Math.floorMod(k, size)], Math.min(n, m + k));
            if (2 * a - k > best.a() + best.b() && a - k >= 0 && a + a - k < n + m) {
                best = new Run(a, a - k, 0);
            }
        }
        return best;
    }
}
