package org.densepath.model;

/// A policy with all that full fine-tuning needs: gradients and AdamW's moments, four times its weights in all.
public final class TrainableModel implements AutoCloseable {
    private final LanguageModel policy;
    private final Gradients gradients;
    private final AdamW optimizer;

    /// Takes over `policy` and closes it with itself.
    public TrainableModel(LanguageModel policy, AdamW.Settings settings) {
        this.policy = policy;
        this.gradients = new Gradients(policy);
        this.optimizer = new AdamW(policy, settings);
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
