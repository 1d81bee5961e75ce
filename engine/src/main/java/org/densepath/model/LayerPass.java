package org.densepath.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.tensor.Kernels;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// The layers of a decoder on one packed batch, forward and back, with what all layers share: rotary angles and
/// masks. The backward pass is in closed form: what is cheap (norms, the gate, attention itself) is computed
/// again, so a token keeps 2 d + (H + 2 K) D + 2 f floats a layer.
final class LayerPass {
    private final LanguageModel model;
    private final Kernels kernels;
    private final Scope scope;
    private final PackedBatch batch;
    private final Tensor[] angles;
    private final long[] turns;
    private final Map<Integer, Tensor[]> masks = new HashMap<>();
    private final long[] dropoutKeys;

    /// Throws [BadInputException] where a sequence is longer than the model's positions.
    LayerPass(LanguageModel model, Scope scope, PackedBatch batch) {
        this(model, scope, batch, 0);
    }

    /// The same; with a seed other than 0 an adapter's dropout is at work.
    LayerPass(LanguageModel model, Scope scope, PackedBatch batch, long dropoutSeed) {
        this.model = model;
        this.kernels = model.torch().kernels();
        this.scope = scope;
        this.batch = batch;
        if (batch.longest() > model.positions()) {
            throw new BadInputException("A sequence of " + batch.longest() + " tokens is longer than the "
                    + model.positions() + " positions of " + model.name() + "; shorten it or lower the limit.");
        }
        int[] positions = batch.positions();
        Tensor at = scope.ints(positions, positions.length);
        this.angles = Arrays.stream(model.ropes())
                .map(table -> kernels.one(scope, "rotary", table, at))
                .toArray(Tensor[]::new);
        this.turns = model.settings().turns();
        boolean drops =
                dropoutSeed != 0 && model.adapter().filter(a -> a.dropout() > 0).isPresent();
        this.dropoutKeys = drops ? batch.prefixHashes(dropoutSeed) : null;
    }

    /// A layer's input and output [N, d], and what its backward pass needs besides: queries, keys and values [N,
    /// H + 2 K, D], the state after attention [N, d], gate and up [N, 2 f].
    record Kept(Tensor input, Tensor output, Tensor queriesKeysValues, Tensor afterAttention, Tensor gateUp)
            implements AutoCloseable {
        /// Frees all but the output.
        @Override
        public void close() {
            input.close();
            closeInner();
        }

        /// Frees all but the input and the output.
        void closeInner() {
            queriesKeysValues.close();
            afterAttention.close();
            gateUp.close();
        }
    }

    /// Runs layer `i` on x [N, d].
    Kept forward(int i, Tensor x) {
        DecoderSettings s = model.settings();
        try (Scope once = model.torch().scope()) {
            Tensor[] out = kernels.list(
                    scope,
                    "layer",
                    x,
                    cos(i),
                    sin(i),
                    batch.lengths(),
                    batch.prefixes(),
                    masks(i),
                    weights(i, once),
                    s.headShape(),
                    s.norm(),
                    s.traits().attentionScale(),
                    s.traits().gelu());
            return new Kept(x, out[0], out[1], out[2], out[3]);
        }
    }

    /// What layer `i` kept of x, computed again: all but its output, which is null.
    Kept again(int i, Tensor x) {
        DecoderSettings s = model.settings();
        try (Scope once = model.torch().scope()) {
            Tensor[] out = kernels.list(
                    scope,
                    "layer_inner",
                    x,
                    cos(i),
                    sin(i),
                    batch.lengths(),
                    batch.prefixes(),
                    masks(i),
                    weights(i, once),
                    s.headShape(),
                    s.norm(),
                    s.traits().attentionScale());
            return new Kept(x, null, out[0], out[1], out[2]);
        }
    }

    /// The gradient of layer `i`'s input for that of its output, both [N, d]; the weights' own is added to
    /// `gradients`. `kept` is spoilt.
    Tensor backward(int i, Tensor outputGradient, Kept kept, Tensor[] gradients) {
        DecoderSettings s = model.settings();
        try (Scope once = model.torch().scope()) {
            // attention alone is left to autograd
            return model.torch()
                    .withGradients(() -> kernels.one(
                            scope,
                            "layer_backward",
                            outputGradient,
                            kept.input(),
                            kept.queriesKeysValues(),
                            kept.afterAttention(),
                            kept.gateUp(),
                            cos(i),
                            sin(i),
                            batch.lengths(),
                            batch.prefixes(),
                            masks(i),
                            weights(i, once),
                            gradients,
                            s.headShape(),
                            s.norm(),
                            s.traits().attentionScale(),
                            s.traits().gelu()));
        }
    }

    /// The layer's weights for as long as `once` lives, with what its adapter's dropout goes by.
    private Tensor[] weights(int layer, Scope once) {
        Tensor[] weights = model.layer(layer, once);
        if (dropoutKeys != null) {
            long[] keys = new long[dropoutKeys.length];
            // an odd number apart, so that no two layers drop alike
            Arrays.setAll(keys, row -> dropoutKeys[row] + (long) layer * 0x632BE59BD9B4E019L);
            weights[AdapterLayout.DROPOUT_KEYS] = scope.longs(keys, keys.length);
        }
        return weights;
    }

    private Tensor cos(int layer) {
        return angles[2 * (int) turns[layer]];
    }

    private Tensor sin(int layer) {
        return angles[2 * (int) turns[layer] + 1];
    }

    private Tensor[] masks(int layer) {
        return masks.computeIfAbsent(model.settings().reaches().get(layer).window(), this::masksFor);
    }

    private Tensor[] masksFor(int window) {
        Tensor none = scope.booleans(new boolean[0], 0);
        Tensor[] masks = new Tensor[batch.segments()];
        Arrays.setAll(masks, i -> {
            boolean[] mask = batch.mask(i, window);
            return mask == null ? none : scope.booleans(mask, batch.length(i), batch.keys(i));
        });
        return masks;
    }
}
