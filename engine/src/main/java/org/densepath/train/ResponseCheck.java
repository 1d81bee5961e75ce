package org.densepath.train;

/// An outside check of a response that takes no part in the reward: 1 right, 0 wrong, or a share between; NaN
/// where the prompt has no check.
public interface ResponseCheck {
    /// Checks a response to prompt `prompt` (its index in the prompts' list).
    double check(int prompt, org.densepath.model.Rollout rollout);

    /// No check at all.
    static ResponseCheck none() {
        return (prompt, rollout) -> Double.NaN;
    }
}
