package org.densepath.bench.localise;

import java.util.Arrays;
import java.util.Optional;

/// What is held against a token: how suspicious it is by [TokenPair#suspicions].
public enum Signal {
    /// −r̂_t.
    REWARD("reward", "r̂"),
    /// What the pair's returns lose at the token: −(r̂_t − that of the right answer's token in its place). It
    /// knows the right answer.
    RETURN_DIFFERENCE("return_difference", "return difference"),
    /// −log π_SFT(y_t|s_t).
    SURPRISE("surprise", "−log π_SFT"),
    /// H(π_SFT(·|s_t)).
    ENTROPY("entropy", "entropy"),
    /// A seeded draw.
    RANDOM("random", "random");

    private final String key;
    private final String label;

    Signal(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /// As files call it.
    public String key() {
        return key;
    }

    /// As a person reads it.
    public String label() {
        return label;
    }

    static Optional<Signal> named(String key) {
        return Arrays.stream(values()).filter(signal -> signal.key.equals(key)).findFirst();
    }
}
