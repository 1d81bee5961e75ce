package org.densepath.model;

import java.util.Arrays;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.text.TokenSequence;

/// What a model would say at each state: the k likeliest tokens and log π(a|s_t) of theirs, both [response
/// tokens][k].
public record LikeliestTokens(int[][] ids, float[][] logp) {
    /// Of states that were kept while scoring, the likeliest first. `k` is at most the vocabulary.
    public static LikeliestTokens of(ScoredStates states, int k) {
        int n = rows(states);
        LikeliestTokens all = new LikeliestTokens(new int[n][], new float[n][]);
        byChunks(states, (scope, from, to, h) -> {
            Tensor[] top = states.model()
                    .torch()
                    .kernels()
                    .list(
                            scope,
                            "top_k",
                            h,
                            states.model().head(),
                            states.model().logitCap(),
                            k);
            float[] logp = top[0].toFloats();
            int[] ids = top[1].toInts();
            for (int row = from; row < to; row++) {
                all.ids[row] = Arrays.copyOfRange(ids, (row - from) * k, (row - from + 1) * k);
                all.logp[row] = Arrays.copyOfRange(logp, (row - from) * k, (row - from + 1) * k);
            }
        });
        return all;
    }

    /// log π(a|s_t) of given tokens at each state, by log-softmax over the vocabulary. `ids` is [response
    /// tokens][k].
    public static float[][] logpOf(ScoredStates states, int[][] ids) {
        float[][] all = new float[rows(states)][];
        byChunks(states, (scope, from, to, h) -> {
            int k = ids[from].length;
            int[] wanted =
                    Arrays.stream(ids, from, to).flatMapToInt(Arrays::stream).toArray();
            Tensor at = scope.ints(wanted, to - from, k);
            float[] logp = states.model()
                    .torch()
                    .kernels()
                    .one(
                            scope,
                            "log_probs_of",
                            h,
                            states.model().head(),
                            states.model().logitCap(),
                            at)
                    .toFloats();
            for (int row = from; row < to; row++) {
                all[row] = Arrays.copyOfRange(logp, (row - from) * k, (row - from + 1) * k);
            }
        });
        return all;
    }

    private static int rows(ScoredStates states) {
        return states.sequences().stream()
                .mapToInt(TokenSequence::responseLength)
                .sum();
    }

    private interface Chunk {
        void compute(Scope scope, int from, int to, Tensor h);
    }

    /// Logits over the vocabulary stand in memory for a chunk of rows at once.
    private static void byChunks(ScoredStates states, Chunk work) {
        int n = rows(states);
        states.model().torch().withoutGradients(() -> {
            int chunk = states.model().headRows();
            for (int from = 0; from < n; from += chunk) {
                int to = Math.min(n, from + chunk);
                try (Scope scope = states.model().torch().scope()) {
                    Tensor h = states.model().torch().kernels().one(scope, "row_range", states.states(), from, to);
                    work.compute(scope, from, to, h);
                }
            }
            return null;
        });
    }
}
