package org.densepath.app.scoring;

import java.util.List;

/// What one model says about each response token.
///
/// @param model its name, as it was asked for
/// @param logp in nats
/// @param entropy in nats
/// @param rank 1 for the likeliest
/// @param top at each position the likeliest tokens of this model, the likeliest first; empty when none were asked for
public record ModelScores(String model, float[] logp, float[] entropy, int[] rank, List<List<Alternative>> top) {
    public ModelScores {
        top = List.copyOf(top);
    }
}
