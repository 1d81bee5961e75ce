package org.densepath.bench.worth;

import java.util.function.ToDoubleFunction;

/// By what one sample of a prompt is preferred to another.
public enum Choice {
    RETURN("return", "Σ r̂", Sampled::reward),
    MEAN_REWARD("mean_reward", "mean r̂", s -> s.reward() / s.tokens()),
    LIKELIHOOD("logp", "Σ log π_SFT", Sampled::logp),
    LENGTH("length", "length", Sampled::tokens);

    private final String key;
    private final String label;
    private final ToDoubleFunction<Sampled> score;

    Choice(String key, String label, ToDoubleFunction<Sampled> score) {
        this.key = key;
        this.label = label;
        this.score = score;
    }

    /// As files call it.
    public String key() {
        return key;
    }

    /// As a person reads it.
    public String label() {
        return label;
    }

    double score(Sampled sampled) {
        return score.applyAsDouble(sampled);
    }
}
