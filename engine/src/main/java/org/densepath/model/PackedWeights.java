package org.densepath.model;

import java.util.stream.IntStream;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// A model's weights in the order in which products with few rows read them fastest, a second copy of them, for
/// as long as tokens are drawn.
final class PackedWeights implements AutoCloseable {
    private final Scope scope;
    private final Tensor[] slots;

    PackedWeights(LanguageModel model) {
        this.scope = model.torch().scope();
        // the embedding is looked up by rows and stays as it is, and so do an adapter's small matrices
        int[] products = IntStream.range(WeightLayout.HEAD, model.slots().length)
                .filter(slot -> !WeightLayout.isAdapter(slot))
                .toArray();
        this.slots = model.slots().clone();
        for (int product : products) {
            try (Scope whole = model.torch().scope()) {
                Tensor[] plain = {model.slot(product, whole)};
                slots[product] = model.torch().kernels().list(scope, "packed", (Object) plain)[0];
            }
        }
    }

    /// Embedding, head, final norm, then 27 a layer.
    Tensor[] slots() {
        return slots;
    }

    @Override
    public void close() {
        scope.close();
    }
}
