package org.densepath.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

    @Test
    void normsOfHalfTypesAreComputedInFloat32() {
        float[] expected = {1.001f, -1, 1.5f, 2};
        try (Torch torch = Torch.cpu(1);
                Scope scope = torch.scope()) {
            for (int type : new int[] {5, 15}) {
                Tensor x =
                        torch.kernels().one(scope, "cast", scope.floats(new float[] {300, -300, 300, 300}, 1, 4), type);
                Tensor w = torch.kernels().one(scope, "cast", scope.floats(new float[] {1e-3f, 0, 0.5f, 1}, 4), type);
                Tensor y = torch.kernels().one(scope, "rms_norm", x, w, new double[] {1e-6, 1});
                float[] values = torch.kernels().one(scope, "cast", y, 6).toFloats();
                assertArrayEquals(expected, values, type == 5 ? 1e-3f : 8e-3f);
            }
        }
    }

    @Test
    void aLargeSumOfHalfTypesIsFiniteAndOneBadValueIsNot() {
        try (Torch torch = Torch.cpu(1);
                Scope scope = torch.scope()) {
            Tensor large = scope.floats(new float[] {60_000, 60_000}, 2);
            Tensor bad = scope.floats(new float[] {1, 1e30f}, 2);
            for (int type : new int[] {5, 15}) {
                Tensor[] finite = {torch.kernels().one(scope, "cast", large, type)};
                assertEquals(
                        1,
                        torch.kernels()
                                .one(scope, "all_finite", (Object) finite)
                                .toFloat());
            }
            Tensor[] infinite = {torch.kernels().one(scope, "cast", bad, 5)};
            assertEquals(
                    0,
                    torch.kernels().one(scope, "all_finite", (Object) infinite).toFloat());
        }
    }
}
