package org.densepath.model;

import java.nio.FloatBuffer;
import java.util.function.Consumer;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;

/// A tensor's values in the host's memory, row-major, up to 2 GiB: its own memory where that is float32 on the
/// CPU, else (on a GPU, in a half type) a copy in float32.
final class HostValues {
    private HostValues() {}

    /// The values as they are now.
    static FloatBuffer of(Torch torch, Tensor tensor) {
        if (tensor.isInPlace()) {
            return tensor.memory();
        }
        try (Scope scope = torch.scope()) {
            int float32 = Precision.FLOAT32.torchNumber();
            return FloatBuffer.wrap(
                    torch.kernels().one(scope, "cast", tensor, float32).toFloats());
        }
    }

    /// Lets `writer` change the values; the tensor then has them, rounded to its precision.
    static void change(Torch torch, Tensor tensor, Consumer<FloatBuffer> writer) {
        FloatBuffer values = of(torch, tensor);
        writer.accept(values.duplicate());
        if (!tensor.isInPlace()) {
            try (Scope scope = torch.scope()) {
                torch.kernels().one(scope, "copy_into", tensor, scope.floats(values.array(), tensor.shape()));
            }
        }
    }
}
