package org.densepath.model;

import org.densepath.text.TokenSequence;

/// A drawn response: the sampler's own ids (the end token included where it came) and their log-probabilities
/// under the distribution that they were drawn from. `prompt` and `sample` say which of the asked-for responses
/// it is.
public record Rollout(int prompt, int sample, int[] promptIds, int[] ids, float[] logp, Ending ending) {
    /// Why a response ended.
    public enum Ending {
        /// An end-of-sequence token.
        END_TOKEN,
        /// The limit on new tokens or the model's last position.
        LENGTH
    }

    public TokenSequence sequence() {
        return TokenSequence.of(promptIds, ids);
    }

    public boolean cut() {
        return ending == Ending.LENGTH;
    }
}
