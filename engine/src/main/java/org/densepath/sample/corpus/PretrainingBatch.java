package org.densepath.sample.corpus;

import java.util.Arrays;
import java.util.List;
import org.densepath.text.TokenSequence;

/// Documents for one step. The step's loss is Σ w·(−log π) / Σ w over all tokens but the first of each document,
/// w being `promptWeight` for the rest of the prompt and 1 after it.
public record PretrainingBatch(List<TokenSequence> documents, float promptWeight) {
    public PretrainingBatch {
        documents = List.copyOf(documents);
    }

    /// The weights of a document's tokens as targets: entry i is for the token i+1, so there is one less than
    /// tokens.
    public float[] lossWeights(int document) {
        TokenSequence tokens = documents.get(document);
        float[] weights = new float[tokens.length() - 1];
        Arrays.fill(weights, 1);
        Arrays.fill(weights, 0, tokens.promptLength() - 1, promptWeight);
        return weights;
    }
}
