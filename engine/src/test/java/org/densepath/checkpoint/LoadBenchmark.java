package org.densepath.checkpoint;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long reading a whole model takes; prints, asserts nothing.
@Tag("benchmark")
class LoadBenchmark {
    @TempDir
    Path folder;

    @Test
    void smolLm2() {
        try (GgufFile gguf = GgufFile.open(Golden.smolLm2())) {
            time("GGUF Q4_1 + Q8_0", gguf);
            for (StoredType type : StoredType.values()) {
                Path file = folder.resolve(type + ".safetensors");
                long start = System.nanoTime();
                SafetensorsWriter.write(file, WeightSource.of(gguf), type);
                System.out.printf("write %s: %.2f s%n", type, (System.nanoTime() - start) * 1e-9);
                try (SafetensorsFile written = SafetensorsFile.open(file)) {
                    time("safetensors " + type, written);
                }
            }
        }
    }

    private static void time(String what, WeightFile file) {
        long largest = file.weights().values().stream()
                .mapToLong(WeightFile.WeightInfo::size)
                .max()
                .orElseThrow();
        FloatBuffer target = ByteBuffer.allocateDirect((int) largest * 4)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        for (int round = 0; round < 4; round++) {
            long start = System.nanoTime();
            long cpu = cpuTime();
            for (String name : file.weights().keySet()) {
                file.read(name, target.clear());
            }
            System.out.printf(
                    "read %s, round %d: %.2f s, %.2f s of processor time%n",
                    what, round, (System.nanoTime() - start) * 1e-9, (cpuTime() - cpu) * 1e-9);
        }
    }

    /// Says more than the clock on a machine with neighbours.
    private static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
