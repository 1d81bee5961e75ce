package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.nio.file.Path;
import org.densepath.checkpoint.SafetensorsFile;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightFile;
import org.densepath.tensor.ComputeDevice;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values of tensors that are not float32 on the CPU go through a copy; here they are in a half type, as on a GPU
/// they would be elsewhere.
class HostValuesTest {
    private static final ComputeDevice HALF = new ComputeDevice("cpu", Precision.BFLOAT16);

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenThroughACopyIsTheTensors() {
        try (Torch torch = Torch.cpu(1);
                Scope scope = torch.scope()) {
            Tensor half = torch.kernels().one(scope, "cast", scope.floats(new float[] {1, 2, 3}, 3), 15);
            assertFalse(half.isInPlace());
            assertArrayEquals(new float[] {1, 2, 3}, HostValues.of(torch, half).array());
            HostValues.change(torch, half, values -> values.put(1, 0.5f));
            assertArrayEquals(
                    new float[] {1, 0.5f, 3}, HostValues.of(torch, half).array());
        }
    }

    @Test
    void float32OnTheCpuIsItsOwnMemory() {
        try (Torch torch = Torch.cpu(1);
                Scope scope = torch.scope()) {
            Tensor plain = scope.floats(new float[] {1, 2}, 2);
            FloatBuffer memory = HostValues.of(torch, plain);
            HostValues.change(torch, plain, values -> values.put(0, 7));
            assertEquals(7, memory.get(0));
            assertArrayEquals(new float[] {7, 2}, plain.toFloats());
        }
    }

    @Test
    void aModelInAHalfTypeIsLoadedWrittenAndReadBack() {
        Path file = folder.resolve("model.safetensors");
        try (Torch torch = Torch.start(HALF, 2);
                LanguageModel model = Golden.model(torch, "llama-untied");
                LanguageModel copy = model.copy()) {
            SafetensorsWriter.write(file, TensorWeights.of(model), StoredType.F32);
            TensorWeights weights = TensorWeights.of(copy);
            String name = "model.layers.1.self_attn.v_proj.weight";
            FloatBuffer written = TensorWeights.of(model).values(name);
            assertTrue(written.get(0) != 0);
            copy.torch().kernels().one(torch.scope(), "zero_all", (Object)
                    copy.weights().toArray(Tensor[]::new));
            assertEquals(0, weights.values(name).get(0));
            try (WeightFile read = SafetensorsFile.open(file)) {
                weights.readFrom(read);
            }
            assertEquals(written, weights.values(name));
        }
    }
}
