package org.densepath.benchmark;

import java.util.Arrays;
import java.util.Map;
import org.densepath.tensor.Kernels;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;

/// What the machine can do at best, through the same kernels: a large float32 matrix product, a copy and a sum of
/// 1 GiB.
final class MachineBenchmark {
    private static final int SIDE = 4096;
    private static final int GIBIBYTE_OF_FLOATS = 1 << 28;

    private MachineBenchmark() {}

    public static void main(String[] arguments) {
        try (Torch torch = Torch.cpu(Workload.THREADS)) {
            Kernels kernels = torch.kernels();
            try (Scope scope = torch.scope()) {
                Tensor a = scope.zeros(SIDE, SIDE);
                Tensor b = scope.zeros(SIDE, SIDE);
                double product = best(torch, s -> kernels.one(s, "linear", a, b));
                Tensor from = scope.zeros(GIBIBYTE_OF_FLOATS);
                Tensor to = scope.zeros(GIBIBYTE_OF_FLOATS);
                double copy = best(torch, s -> kernels.one(s, "copy_into", to, from));
                Tensor[] one = {from};
                double sum = best(torch, s -> kernels.one(s, "all_finite", (Object) one));
                Measurement.print(Map.of(
                        "sgemm_gflop_per_s", 2.0 * SIDE * SIDE * SIDE / 1e9 / product,
                        "copy_gb_per_s", 2.0 * 4 * GIBIBYTE_OF_FLOATS / 1e9 / copy,
                        "read_gb_per_s", 4.0 * GIBIBYTE_OF_FLOATS / 1e9 / sum));
            }
        }
    }

    private interface Work {
        Tensor run(Scope scope);
    }

    private static double best(Torch torch, Work work) {
        double[] seconds = new double[5];
        for (int i = 0; i < seconds.length; i++) {
            try (Scope scope = torch.scope()) {
                long start = System.nanoTime();
                work.run(scope);
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        return Arrays.stream(seconds).min().orElseThrow();
    }
}
