package org.densepath.model;

import java.util.Map;
import java.util.TreeMap;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;

/// The projections of a frozen base in 8 bits: a quarter of their float32 size. They are made whole again a layer
/// at a time, for as long as the layer is at work, so all arithmetic is that of a model whose weights were
/// rounded.
///
/// Source: absmax quantisation by rows, LLM.int8(), arXiv 2208.07339, section 2.
final class EightBitBase {
    private final Torch torch;
    /// By place in the kernels' weight list: whole numbers [R, C] and what each row is multiplied by [R, 1].
    private final Map<Integer, Tensor[]> matrices = new TreeMap<>();

    EightBitBase(Torch torch) {
        this.torch = torch;
    }

    /// Takes a matrix over; the caller frees it. What is kept lives as long as `scope`.
    void take(int slot, Tensor matrix, Scope scope) {
        matrices.put(slot, torch.kernels().list(scope, "eight_bit", matrix));
    }

    boolean has(int slot) {
        return matrices.containsKey(slot);
    }

    /// The matrix at that place, for as long as `scope` lives.
    Tensor matrix(int slot, Scope scope) {
        Tensor[] kept = matrices.get(slot);
        int number = torch.device().precision().torchNumber();
        return torch.kernels().one(scope, "from_eight_bit", kept[0], kept[1], number);
    }
}
