package org.densepath.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/// The kernels compile, and arguments and results cross the border unchanged.
class KernelsTest {
    @Test
    void allKernelsCompileAndRun() {
        try (Torch torch = Torch.cpu(1);
                Scope scope = torch.scope()) {
            Tensor x = scope.floats(new float[] {1, 2, 3, 4}, 2, 2);
            Tensor picked = torch.kernels().one(scope, "rows", x, scope.longs(new long[] {1}, 1));
            assertArrayEquals(new float[] {3, 4}, picked.toFloats());
        }
    }
}
