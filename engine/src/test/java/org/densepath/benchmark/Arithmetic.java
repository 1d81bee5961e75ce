package org.densepath.benchmark;

import org.densepath.model.LanguageModel;

/// The matrix products that a model's work consists of at the least: 2 operations a weight and token forward and
/// 4 backward, the head for predicted tokens only. Attention is left out (2 % at 256 tokens).
record Arithmetic(double layerWeights, double headWeights) {
    static Arithmetic of(LanguageModel model) {
        double head =
                (double) model.settings().vocabularySize() * model.settings().hiddenSize();
        double all = model.layout().size();
        return new Arithmetic(all - (model.layout().tied() ? 1 : 2) * head, head);
    }

    /// GFLOP of one training pass over `fed` tokens, `predicted` of them through the head.
    double training(double fed, double predicted) {
        return (6 * layerWeights * fed + 6 * headWeights * predicted) / 1e9;
    }

    /// Bytes of float32 weights that one token step of generation reads at the least.
    double bytesRead() {
        return 4 * (layerWeights + headWeights);
    }
}
