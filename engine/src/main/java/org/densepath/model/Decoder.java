package org.densepath.model;

import org.densepath.BadInputException;
import org.densepath.tensor.Kernels;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// The forward pass of a decoder over a packed batch, layer by layer.
final class Decoder {
    private final LanguageModel model;
    private final Kernels kernels;

    Decoder(LanguageModel model) {
        this.model = model;
        this.kernels = model.torch().kernels();
    }

    /// What is done with a layer's queries, keys and values, [N, H + 2 K, D].
    interface AttentionSink {
        void accept(int layer, Tensor queriesKeysValues);
    }

    /// Hidden states after the final norm for the rows in `rows`, [rows, d].
    Tensor states(Scope scope, PackedBatch batch, int[] rows) {
        return states(scope, batch, rows, (layer, queriesKeysValues) -> {});
    }

    /// The same, showing each layer's queries, keys and values to `sink`. Only one layer's worth of memory is
    /// alive at any time.
    Tensor states(Scope scope, PackedBatch batch, int[] rows, AttentionSink sink) {
        try (Scope inner = scope.open()) {
            LayerPass pass = new LayerPass(model, inner, batch);
            Tensor x = embed(inner, batch);
            for (int i = 0; i < model.settings().layers(); i++) {
                LayerPass.Kept kept = pass.forward(i, x);
                sink.accept(i, kept.queriesKeysValues());
                x = kept.output();
                kept.close();
            }
            Tensor picked = kernels.one(inner, "rows", x, inner.ints(rows, rows.length));
            return finalNorm(scope, picked);
        }
    }

    /// Token embeddings [N, d] of the batch.
    Tensor embed(Scope scope, PackedBatch batch) {
        int[] ids = batch.ids();
        for (int id : ids) {
            if (id < 0 || id >= model.settings().vocabularySize()) {
                throw new BadInputException("The token id " + id + " is outside the model's vocabulary of "
                        + model.settings().vocabularySize() + ": the tokenizer does not belong to this model.");
            }
        }
        return kernels.one(
                scope,
                "embed",
                model.embedding(),
                scope.ints(ids, ids.length),
                model.settings().traits().embeddingScale());
    }

    Tensor finalNorm(Scope scope, Tensor x) {
        return kernels.one(
                scope, "rms_norm", x, model.finalNorm(), model.settings().norm());
    }
}
