package org.densepath.app.scoring;

import java.util.Map;

/// A token that could stand at a position, with its log-probability in nats under every model of the question.
public record Alternative(int id, String text, Map<Role, Float> logp) {
    public Alternative {
        logp = Map.copyOf(logp);
    }

    /// r̂ that it would earn, NaN unless both models were asked.
    public float reward() {
        return logp.containsKey(Role.SFT) && logp.containsKey(Role.REFERENCE)
                ? logp.get(Role.SFT) - logp.get(Role.REFERENCE)
                : Float.NaN;
    }
}
