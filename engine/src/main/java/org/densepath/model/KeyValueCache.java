package org.densepath.model;

import java.util.ArrayList;
import java.util.List;
import org.densepath.tensor.Kernels;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.text.TokenSequence;

/// One model's keys and values for the rows of a generation batch, [rows, 2 K, slots, D] a layer. A prompt of n
/// tokens lies in slots `width` − n to `width` − 1, so that one step writes one slot for all rows.
final class KeyValueCache implements AutoCloseable {
    private final LanguageModel model;
    private final Kernels kernels;
    private final int width;
    private Scope scope;
    private final Tensor[] weights;
    private Tensor[] layers;

    /// Makes room for `rows` rows of `width` prompt slots and `newTokens` more. `weights`: as [PackedWeights] has
    /// them.
    KeyValueCache(LanguageModel model, Tensor[] weights, int rows, int width, int newTokens) {
        this.model = model;
        this.weights = weights;
        this.kernels = model.torch().kernels();
        this.width = width;
        this.scope = model.torch().scope();
        DecoderSettings s = model.settings();
        this.layers = new Tensor[s.layers()];
        for (int i = 0; i < layers.length; i++) {
            long[] shape = {rows, 2L * s.keyValueHeads(), width + newTokens, s.headDimension()};
            layers[i] = kernels.one(
                    scope,
                    "zeros_beside",
                    model.embedding(),
                    shape,
                    model.precision().torchNumber());
        }
    }

    /// Bytes that a row takes.
    static long bytesPerRow(DecoderSettings s, int slots) {
        return 8L * s.layers() * s.keyValueHeads() * s.headDimension() * slots;
    }

    /// Reads the prompts once, stores their keys and values in every row of theirs (row r continues prompt
    /// `owners[r]`), and returns each row's logits for the first new token, [rows, V].
    Tensor prefill(Scope into, List<int[]> prompts, long[] owners) {
        List<TokenSequence> sequences = new ArrayList<>();
        for (int[] prompt : prompts) {
            sequences.add(new TokenSequence(prompt, prompt.length));
        }
        PackedBatch batch = new PackedBatch(sequences, false);
        long[] lengths = batch.lengths();
        int[] lastRows = new int[owners.length];
        long[] ends = new long[lengths.length];
        long at = 0;
        for (int i = 0; i < lengths.length; i++) {
            at += lengths[i];
            ends[i] = at - 1;
        }
        for (int r = 0; r < owners.length; r++) {
            lastRows[r] = (int) ends[(int) owners[r]];
        }
        try (Scope inner = into.open()) {
            Tensor h = new Decoder(model).states(inner, batch, lastRows, (layer, queriesKeysValues) -> kernels.one(
                            inner, "store_prompts", layers[layer], queriesKeysValues, lengths, owners, width)
                    .close());
            return kernels.one(into, "logits_of", h, model.head(), model.logitCap());
        }
    }

    /// Feeds one token a row (ids and positions [rows]) into slot `slot`; returns the logits of the next, [rows,
    /// V]. `mask` [rows, 1, 1, slots]: 0 for slots that a row may see, else a large negative number.
    Tensor decode(Scope into, Tensor ids, Tensor positions, Tensor mask, int slot) {
        DecoderSettings s = model.settings();
        return kernels.one(
                into,
                "decode",
                ids,
                positions,
                model.ropes(),
                s.turns(),
                mask,
                s.windows(),
                slot,
                weights,
                layers,
                s.headShape(),
                s.norm(),
                s.traits().attentionScale(),
                s.traits().gelu(),
                s.traits().embeddingScale(),
                model.logitCap());
    }

    /// Drops all rows but the given ones.
    void keepRows(int[] rows) {
        Scope smaller = model.torch().scope();
        try (Scope inner = smaller.open()) {
            Tensor index = inner.ints(rows, rows.length);
            layers = kernels.list(smaller, "keep_rows", layers, index);
        }
        scope.close();
        scope = smaller;
    }

    @Override
    public void close() {
        scope.close();
    }
}
