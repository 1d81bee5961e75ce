package org.densepath.model;

/// What a model says about a sequence's response tokens, one value each: log π(y_t|s_t), the entropy of π(·|s_t)
/// in nats, the chosen token's logit Q, the logsumexp V(s_t), and its rank (1: the likeliest). `valueAfterLast`
/// is the logsumexp after the last token, NaN where it was not asked for.
public record SequenceScores(
        float[] logp, float[] entropy, float[] logit, float[] value, int[] rank, float valueAfterLast) {
    /// V(s_{t+1}) for each response token; after the last one 0 where the episode has ended.
    public float[] nextValue(boolean ended) {
        float[] next = new float[value.length];
        System.arraycopy(value, 1, next, 0, value.length - 1);
        next[next.length - 1] = ended ? 0 : valueAfterLast;
        return next;
    }

    public double sum() {
        double sum = 0;
        for (float l : logp) {
            sum += l;
        }
        return sum;
    }
}
