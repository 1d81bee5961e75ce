package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWriterTest {
    @TempDir
    Path parent;

    @Test
    void aSnapshotOpensAgainWithTheSameWeightsAndSettings() {
        Path folder = parent.resolve("Schnappschuss 1");
        try (ModelFiles model = ModelFiles.open(Golden.path("models/mistral"))) {
            SnapshotWriter.write(folder, model, WeightSource.of(model.weights()), StoredType.F32);
            try (ModelFiles again = ModelFiles.open(folder)) {
                assertEquals(
                        model.weights().weights().keySet(),
                        again.weights().weights().keySet());
                for (String name : model.weights().weights().keySet()) {
                    assertArrayEquals(Golden.read(model.weights(), name), Golden.read(again.weights(), name), name);
                }
                assertEquals(model.generationConfig(), again.generationConfig());
                ObjectNode expected = model.config().put("torch_dtype", "float32");
                assertEquals(expected, again.config());
            }
        }
        assertEquals(List.of("Schnappschuss 1"), names());
    }

    @Test
    void aGgufModelBecomesAFolder() {
        Path folder = parent.resolve("from-gguf");
        GgufBytes tiny = GgufBytes.llama()
                .text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.chat_template", "{{ messages }}")
                .texts("tokenizer.ggml.tokens", List.of("a", "b", "<|end|>"))
                .ints("tokenizer.ggml.token_type", List.of(1, 1, 3))
                .texts("tokenizer.ggml.merges", List.of())
                .number("tokenizer.ggml.eos_token_id", 2);
        try (ModelFiles model = tiny.model()) {
            SnapshotWriter.write(folder, model, WeightSource.of(model.weights()), StoredType.BF16);
            try (ModelFiles again = ModelFiles.open(folder)) {
                assertEquals("bfloat16", again.config().get("torch_dtype").asText());
                assertEquals("bfloat16", again.config().get("dtype").asText());
                assertEquals(model.tokenizerJson(), again.tokenizerJson());
                assertEquals(
                        model.tokenizerConfig().toString(),
                        again.tokenizerConfig().toString());
                assertEquals(
                        "BF16",
                        again.weights().weights().get("model.norm.weight").storedAs());
            }
        }
    }

    @Test
    void aFolderThatExistsIsNotOverwritten() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("there"));
        try (ModelFiles model = ModelFiles.open(Golden.path("models/mistral"))) {
            WeightSource weights = WeightSource.of(model.weights());
            String message = assertThrows(
                            BadInputException.class, () -> SnapshotWriter.write(folder, model, weights, StoredType.F32))
                    .getMessage();
            assertEquals(folder + " exists already and is not overwritten: choose another name.", message);
        }
    }

    @Test
    void nothingIsLeftWhenAWeightCannotBeWritten() {
        try (ModelFiles model = ModelFiles.open(Golden.path("models/mistral"))) {
            WeightSource huge =
                    WeightSource.of(Map.of("w", new long[] {1}), Map.of("w", new float[] {Float.MAX_VALUE}));
            assertThrows(
                    BadInputException.class,
                    () -> SnapshotWriter.write(parent.resolve("new"), model, huge, StoredType.F16));
        }
        assertEquals(List.of(), names());
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
