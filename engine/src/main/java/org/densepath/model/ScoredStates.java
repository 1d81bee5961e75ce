package org.densepath.model;

import java.util.List;
import org.densepath.tensor.Tensor;
import org.densepath.text.TokenSequence;

/// A model's scores of some sequences, and its hidden states [response tokens, d] in the same order.
public record ScoredStates(
        LanguageModel model, List<TokenSequence> sequences, List<SequenceScores> scores, Tensor states) {}
