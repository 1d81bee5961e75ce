package org.densepath.model;

/// A policy with all that training needs: gradients and AdamW's moments, with the weights four times what is
/// trained.
public final class TrainableModel implements AutoCloseable {
    private final LanguageModel policy;
    private final Gradients gradients;
    private final AdamW optimizer;
    private final boolean recompute;

    /// Takes over `policy` and closes it with itself.
    public TrainableModel(LanguageModel policy, AdamW.Settings settings) {
        this(policy, settings, false, false);
    }

    /// `recompute`: as [MicroBatches] has it. `momentsOnHost`: as [AdamW] has it; on the CPU they are there
    /// anyway.
    public TrainableModel(LanguageModel policy, AdamW.Settings settings, boolean recompute, boolean momentsOnHost) {
        this.policy = policy;
        this.recompute = recompute;
        this.gradients = new Gradients(policy);
        this.optimizer = new AdamW(
                policy, settings, momentsOnHost && !policy.torch().device().isCpu());
    }

    /// Whether layers are computed again on the way back, to save memory.
    public boolean recompute() {
        return recompute;
    }

    public LanguageModel policy() {
        return policy;
    }

    public Gradients gradients() {
        return gradients;
    }

    public AdamW optimizer() {
        return optimizer;
    }

    @Override
    public void close() {
        optimizer.close();
        gradients.close();
        policy.close();
    }
}
