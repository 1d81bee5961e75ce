package org.densepath.reward;

import java.util.Objects;

/// What the models say about one response, one entry per response token (the end token included).
///
/// `logpSft[t]` = log π_SFT(y_t | s_t) and `logpRefs[i][t]` = log π_ref,i(y_t | s_t), in nats. All else is null
/// where it was not measured: the raw logits `q[t]` = Q(s_t, y_t), `v[t]` = logsumexp_a Q(s_t, a) and `vNext[t]`
/// = V(s_{t+1}), which is 0 after an end token and the logsumexp of the logits there after a cut; the entropies
/// of π_SFT and π_ref at s_t in nats.
///
/// The arithmetic is entry by entry, so a row over the vocabulary (one entry per token id at one position) can
/// stand in place of a response: that is how the reward of what was not said is scored. The arrays are not
/// copied; callers do not change them.
public record TokenScores(
        float[] logpSft,
        float[][] logpRefs,
        float[] q,
        float[] v,
        float[] vNext,
        float[] entropySft,
        float[] entropyRef) {
    public TokenScores {
        Objects.requireNonNull(logpSft, "logpSft");
        for (float[] logpRef : logpRefs) {
            requireLength(logpRef, logpSft.length, "logpRefs");
        }
        requireLengthIfThere(q, logpSft.length, "q");
        requireLengthIfThere(v, logpSft.length, "v");
        requireLengthIfThere(vNext, logpSft.length, "vNext");
        requireLengthIfThere(entropySft, logpSft.length, "entropySft");
        requireLengthIfThere(entropyRef, logpSft.length, "entropyRef");
    }

    /// Log-probabilities under π_SFT and under none, one or several references, each [response tokens].
    public static TokenScores of(float[] logpSft, float[]... logpRefs) {
        return new TokenScores(logpSft, logpRefs, null, null, null, null, null);
    }

    /// The same with π_SFT's raw logits, for the endogenous reward.
    public TokenScores withLogits(float[] q, float[] v, float[] vNext) {
        return new TokenScores(logpSft, logpRefs, q, v, vNext, entropySft, entropyRef);
    }

    /// The same with the entropies of π_SFT and π_ref at each position, for the uncertainty mask.
    public TokenScores withEntropies(float[] entropySft, float[] entropyRef) {
        return new TokenScores(logpSft, logpRefs, q, v, vNext, entropySft, entropyRef);
    }

    /// The number of response tokens.
    public int length() {
        return logpSft.length;
    }

    private static void requireLengthIfThere(float[] values, int length, String name) {
        if (values != null) {
            requireLength(values, length, name);
        }
    }

    private static void requireLength(float[] values, int length, String name) {
        if (values.length != length) {
            throw new IllegalArgumentException(
                    name + " has " + values.length + " values for " + length + " response tokens");
        }
    }
}
