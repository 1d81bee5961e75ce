package org.densepath.bench.judge.ask;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a judge replied. `logp`: log-probabilities of what its first token could have been, as far as they were
/// told; empty where they were not. `model`: what the endpoint calls itself.
public record JudgeReply(String text, Map<String, Double> logp, int promptTokens, int completionTokens, String model) {
    public JudgeReply {
        logp = Collections.unmodifiableMap(new TreeMap<>(logp));
    }
}
