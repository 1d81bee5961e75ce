package org.densepath.run.query;

import java.util.List;

/// A token in its context.
///
/// @param token its place in the response
/// @param from the place of the first of `tokens`
/// @param tokens the texts around it
/// @param rewards theirs
public record CorpusExample(
        TraceFile file,
        int promptIndex,
        int sample,
        String prompt,
        int token,
        int length,
        int from,
        List<String> tokens,
        float[] rewards) {
    public CorpusExample {
        tokens = List.copyOf(tokens);
    }

    public float reward() {
        return rewards[token - from];
    }
}
