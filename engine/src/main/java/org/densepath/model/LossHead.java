package org.densepath.model;

import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// A loss on the hidden states that predict the response tokens, with its gradient in closed form.
interface LossHead {
    /// `h` [n, d]: the policy's states after the final norm; the head's gradient is added to `headGradient`.
    /// Returns values per response token, the last of them dLoss/dh [n, d].
    Tensor[] apply(Scope scope, PackedBatch batch, Tensor h, Tensor headGradient);
}
