package org.densepath.model;

/// How a gradient is computed piece by piece, none of which changes it but by rounding.
///
/// @param tokenBudget tokens in memory at once
/// @param recompute keep only each layer's input and compute the layer again on the way back (gradient checkpointing,
///     arXiv 1604.06174)
/// @param dropoutSeed which of an adapter's inputs are dropped; 0: none are
public record MicroBatches(int tokenBudget, boolean recompute, long dropoutSeed) {
    public MicroBatches(int tokenBudget) {
        this(tokenBudget, false, 0);
    }
}
