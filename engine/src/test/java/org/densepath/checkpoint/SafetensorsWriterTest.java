package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetensorsWriterTest {
    /// Longer than one chunk of the writer and of the reader, and no multiple of either.
    private static final int LONG = 300_007;

    @TempDir
    Path folder;

    @Test
    void fullPrecisionComesBackBitByBit() {
        float[] values = random(LONG);
        values[0] = Float.NaN;
        values[1] = Float.NEGATIVE_INFINITY;
        values[2] = -0f;
        values[3] = Float.MIN_VALUE;
        assertArrayEquals(values, writtenAndRead(values, StoredType.F32));
    }

    @Test
    void halfPrecisionComesBackRoundedToTheNearest() {
        float[] values = random(LONG);
        float[] back = writtenAndRead(values, StoredType.F16);
        for (int i = 0; i < LONG; i++) {
            assertEquals(Float.float16ToFloat(Float.floatToFloat16(values[i])), back[i]);
        }
    }

    @Test
    void brainPrecisionComesBackRoundedToTheNearest() {
        float[] values = random(LONG);
        float[] back = writtenAndRead(values, StoredType.BF16);
        for (int i = 0; i < LONG; i++) {
            // 8 bits of significand: half a unit in the last place is 2^-9 of the value's power of two
            assertEquals(values[i], back[i], Math.ulp(values[i]) * 0x1p15f);
            assertEquals(0, Float.floatToRawIntBits(back[i]) & 0xFFFF);
        }
    }

    @Test
    void brainPrecisionRoundsTiesToEven() {
        float[] values = {1 + 0x1p-8f, 1 + 0x1.8p-7f, 1 + 0x1p-8f + 0x1p-20f};
        assertArrayEquals(new float[] {1, 1 + 0x1p-6f, 1 + 0x1p-7f}, writtenAndRead(values, StoredType.BF16));
    }

    @Test
    void notANumberStaysSoInEveryType() {
        float[] values = {Float.intBitsToFloat(0x7F800001), Float.intBitsToFloat(0xFFFFFFFF)};
        for (StoredType type : StoredType.values()) {
            for (float value : writtenAndRead(values, type)) {
                assertTrue(Float.isNaN(value), type.toString());
            }
        }
    }

    @Test
    void aValueThatIsTooLargeIsRefusedAndTheOldFileStays() throws Exception {
        Path file = folder.resolve("weights.safetensors");
        Files.writeString(file, "old");
        WeightSource source = source(new float[] {1, 70_000});
        String message = assertThrows(
                        BadInputException.class, () -> SafetensorsWriter.write(file, source, StoredType.F16))
                .getMessage();
        assertEquals("The weight 'w' holds 70000.0, which is too large for F16: write the model as F32.", message);
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("weights.safetensors"), names());
    }

    @Test
    void dataBeginsAtAMultipleOfEight() throws Exception {
        Path file = folder.resolve("weights.safetensors");
        SafetensorsWriter.write(file, source(new float[1]), StoredType.F32, Map.of("step", "7"));
        assertEquals(0, (Files.size(file) - 4) % 8);
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            assertEquals(Map.of("format", "pt", "step", "7"), opened.metadata());
        }
    }

    @Test
    void aWeightWithTheWrongNumberOfValuesIsRefused() {
        WeightSource source = WeightSource.of(Map.of("w", new long[] {2, 2}), Map.of("w", new float[3]));
        assertThrows(
                IllegalStateException.class,
                () -> SafetensorsWriter.write(folder.resolve("w.safetensors"), source, StoredType.F32));
    }

    @Test
    void shardsHoldEveryWeightOnceAndTheIndexFindsThem() {
        try (ModelFiles model = ModelFiles.open(Golden.path("models/llama-tied"))) {
            SafetensorsWriter.writeModel(folder, WeightSource.of(model.weights()), StoredType.F32, 200_000);
            assertEquals(
                    List.of(
                            "model-00001-of-00004.safetensors",
                            "model-00002-of-00004.safetensors",
                            "model-00003-of-00004.safetensors",
                            "model-00004-of-00004.safetensors",
                            "model.safetensors.index.json"),
                    names());
            try (ShardedSafetensors shards = ShardedSafetensors.open(folder.resolve("model.safetensors.index.json"))) {
                assertEquals(
                        model.weights().weights().keySet(), shards.weights().keySet());
                for (String name : shards.weights().keySet()) {
                    assertArrayEquals(Golden.read(model.weights(), name), Golden.read(shards, name), name);
                }
            }
        }
    }

    @Test
    void writingAGoldenModelAgainGivesItsValues() {
        for (String name : List.of("llama-bf16", "llama-untied")) {
            try (ModelFiles model = ModelFiles.open(Golden.path("models/" + name))) {
                StoredType type = name.endsWith("bf16") ? StoredType.BF16 : StoredType.F32;
                Path file = folder.resolve(name + ".safetensors");
                SafetensorsWriter.write(file, WeightSource.of(model.weights()), type);
                try (SafetensorsFile again = SafetensorsFile.open(file)) {
                    for (String weight : again.weights().keySet()) {
                        assertArrayEquals(Golden.read(model.weights(), weight), Golden.read(again, weight), weight);
                    }
                }
            }
        }
    }

    private float[] writtenAndRead(float[] values, StoredType type) {
        Path file = folder.resolve(type + ".safetensors");
        SafetensorsWriter.write(file, source(values), type);
        try (SafetensorsFile opened = SafetensorsFile.open(file)) {
            assertEquals(type.name(), opened.weights().get("w").storedAs());
            return Golden.read(opened, "w");
        }
    }

    private static WeightSource source(float[] values) {
        Map<String, long[]> shapes = new LinkedHashMap<>();
        shapes.put("w", new long[] {values.length});
        return WeightSource.of(shapes, Map.of("w", values));
    }

    private static float[] random(int n) {
        Random random = new Random(1);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
