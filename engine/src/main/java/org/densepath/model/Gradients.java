package org.densepath.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.densepath.tensor.Kernels;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// The accumulated gradient of a trainable model: a tensor for each parameter that is trained, which the backward
/// pass adds to. What is frozen has an empty one.
public final class Gradients implements AutoCloseable {
    private final LanguageModel model;
    private final Scope scope;
    private final Tensor[] slots;

    /// All zero.
    public Gradients(LanguageModel model) {
        this.model = model;
        this.scope = model.torch().scope();
        this.slots = new Tensor[model.layout().slots()];
        for (int i = 0; i < model.layout().parameters().size(); i++) {
            slots[model.layout().slot(i)] = scope.zeros(model.weight(i).shape());
        }
        Tensor none = scope.zeros(0);
        Arrays.setAll(slots, i -> slots[i] == null ? none : slots[i]);
        if (model.layout().tied()) {
            slots[WeightLayout.HEAD] = slots[WeightLayout.EMBEDDING];
        }
    }

    Tensor embedding() {
        return slots[WeightLayout.EMBEDDING];
    }

    Tensor head() {
        return slots[WeightLayout.HEAD];
    }

    Tensor finalNorm() {
        return slots[WeightLayout.FINAL_NORM];
    }

    Tensor[] layer(int i) {
        int from = WeightLayout.layerSlot(i);
        return Arrays.copyOfRange(slots, from, from + WeightLayout.perLayer());
    }

    /// One tensor a parameter, in the layout's order: the accumulators themselves.
    public List<Tensor> all() {
        return IntStream.range(0, model.layout().parameters().size())
                .mapToObj(i -> slots[model.layout().slot(i)])
                .toList();
    }

    /// The L2 norm over all parameters.
    public double norm() {
        try (Scope s = model.torch().scope()) {
            return Math.sqrt(
                    kernels().one(s, "sum_of_squares", (Object) array()).toDouble());
        }
    }

    /// Multiplies the gradient by `factor`.
    public void scale(double factor) {
        try (Scope s = model.torch().scope()) {
            kernels().one(s, "scale_all", array(), factor);
        }
    }

    /// Scales the gradient to `limit` where its norm is above it, and returns the norm before.
    public double clip(double limit) {
        double norm = norm();
        double factor = limit / (norm + 1e-6);
        if (limit > 0 && factor < 1) {
            scale(factor);
        }
        return norm;
    }

    /// Sets everything to zero, keeping the memory.
    public void zero() {
        try (Scope s = model.torch().scope()) {
            kernels().one(s, "zero_all", (Object) array());
        }
    }

    private Tensor[] array() {
        return all().toArray(Tensor[]::new);
    }

    private Kernels kernels() {
        return model.torch().kernels();
    }

    @Override
    public void close() {
        scope.close();
    }
}
