package org.densepath.train;

import org.densepath.model.LanguageModel;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// An exponential moving average of a policy's weights: a ← d·a + (1 − d)·w after each step, from the initial
/// weights on.
public final class WeightAverage implements AutoCloseable {
    private final LanguageModel average;
    private final double decay;

    public WeightAverage(LanguageModel start, double decay) {
        this.average = start.copy();
        this.decay = decay;
    }

    void update(LanguageModel policy) {
        try (Scope scope = policy.torch().scope()) {
            policy.torch()
                    .kernels()
                    .one(
                            scope,
                            "average_into",
                            average.weights().toArray(Tensor[]::new),
                            policy.weights().toArray(Tensor[]::new),
                            decay);
        }
    }

    /// The averaged model; it changes with every step.
    public LanguageModel model() {
        return average;
    }

    @Override
    public void close() {
        average.close();
    }
}
