package org.densepath.run.query;

/// The responses to one prompt, which lie together in a [RolloutOrder].
///
/// @param from their first's place in the order
/// @param meanReturn of the finite returns, as `lowest` and `highest`; NaN where there is none
/// @param passed how many of the `checked` have passed the outside check
public record PromptGroup(
        int prompt,
        String text,
        int from,
        int count,
        double meanReturn,
        double lowest,
        double highest,
        int passed,
        int checked,
        long firstStep,
        long lastStep) {}
