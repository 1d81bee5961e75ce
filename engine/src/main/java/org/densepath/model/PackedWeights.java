package org.densepath.model;

import java.util.Arrays;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// A model's weights in the order in which products with few rows read them fastest, a second copy of them, for
/// as long as tokens are drawn.
final class PackedWeights implements AutoCloseable {
    private final Scope scope;
    private final Tensor[] slots;

    PackedWeights(LanguageModel model) {
        this.scope = model.torch().scope();
        // the embedding is looked up by rows and stays as it is
        Tensor[] all = model.slots();
        Tensor[] products = Arrays.copyOfRange(all, WeightLayout.HEAD, all.length);
        Tensor[] packed = model.torch().kernels().list(scope, "packed", (Object) products);
        this.slots = all.clone();
        System.arraycopy(packed, 0, slots, WeightLayout.HEAD, packed.length);
    }

    /// Embedding, head, final norm, then eleven a layer.
    Tensor[] slots() {
        return slots;
    }

    @Override
    public void close() {
        scope.close();
    }
}
