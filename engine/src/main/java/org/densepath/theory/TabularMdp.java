package org.densepath.theory;

import java.util.Random;

/// A deterministic, acyclic decision process with finitely many states, small enough to solve exactly. As in
/// text, an action is the next token and the transition appends it: s' = next(s, a). Every state has the same
/// actions (the vocabulary).
///
/// `next[s][a]` is a later state (> s) or [#TERMINAL]; `reward[s][a]` in nats; state 0 is the start; V(terminal)
/// = 0. The arrays are not copied; callers do not change them.
public record TabularMdp(int[][] next, double[][] reward, double discount) {
    /// What follows the last token.
    public static final int TERMINAL = -1;

    /// The end token in [#tree].
    public static final int END = 0;

    public TabularMdp {
        if (!(discount > 0 && discount <= 1)) {
            throw new IllegalArgumentException("a discount of " + discount);
        }
        if (next.length == 0 || next[0].length == 0) {
            throw new IllegalArgumentException("a process without states or tokens");
        }
        requireShape(next.length, next[0].length, reward);
        for (int s = 0; s < next.length; s++) {
            for (int target : next[s]) {
                if (target != TERMINAL && (target <= s || target >= next.length)) {
                    throw new IllegalArgumentException("state " + s + " leads to " + target);
                }
            }
        }
    }

    /// All texts over `vocabulary` tokens: the states are the prefixes of up to `horizon` − 1 tokens without
    /// [#END], which ends an episode, as the length limit `horizon` does. Rewards are 0.
    public static TabularMdp tree(int vocabulary, int horizon, double discount) {
        int states = 0;
        int level = 1;
        for (int t = 0; t < horizon; t++) {
            states += level;
            level *= vocabulary - 1;
        }
        int[][] next = new int[states][vocabulary];
        int inner = states - level / (vocabulary - 1);
        int child = 1;
        for (int s = 0; s < states; s++) {
            next[s][END] = TERMINAL;
            for (int a = 1; a < vocabulary; a++) {
                next[s][a] = s < inner ? child++ : TERMINAL;
            }
        }
        return new TabularMdp(next, new double[states][vocabulary], discount);
    }

    /// The same states with rewards (or logits, or any table by state and token) that are independent normal
    /// draws.
    public TabularMdp withRandomRewards(double scale, Random random) {
        return withReward(randomTable(scale, random));
    }

    /// The same states with another reward, [states][vocabulary].
    public TabularMdp withReward(double[][] other) {
        return new TabularMdp(next, other, discount);
    }

    /// A table by state and token of independent normal draws, [states][vocabulary].
    public double[][] randomTable(double scale, Random random) {
        double[][] table = new double[states()][vocabulary()];
        for (double[] row : table) {
            for (int a = 0; a < row.length; a++) {
                row[a] = scale * random.nextGaussian();
            }
        }
        return table;
    }

    public int states() {
        return next.length;
    }

    public int vocabulary() {
        return next[0].length;
    }

    /// V(s') from a table of values by state: 0 after the last token.
    public double valueAfter(double[] values, int state, int token) {
        int target = next[state][token];
        return target == TERMINAL ? 0 : values[target];
    }

    /// The largest number of tokens that can still follow from each state, itself 1 or more, [states].
    public int[] remaining() {
        int[] remaining = new int[states()];
        for (int s = states() - 1; s >= 0; s--) {
            remaining[s] = 1;
            for (int target : next[s]) {
                if (target != TERMINAL) {
                    remaining[s] = Math.max(remaining[s], 1 + remaining[target]);
                }
            }
        }
        return remaining;
    }

    private static void requireShape(int states, int vocabulary, double[][] table) {
        if (table.length != states) {
            throw new IllegalArgumentException("rewards of " + table.length + " states for " + states);
        }
        for (double[] row : table) {
            if (row.length != vocabulary) {
                throw new IllegalArgumentException("rewards of " + row.length + " tokens for " + vocabulary);
            }
        }
    }
}
