package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardedSafetensorsTest {
    @TempDir
    Path folder;

    private Path index;

    @BeforeEach
    void copyTheShards() throws Exception {
        Path model = Golden.path("models/llama-untied");
        for (int i = 1; i <= 3; i++) {
            String name = "model-0000" + i + "-of-00003.safetensors";
            Files.copy(model.resolve(name), folder.resolve(name));
        }
        index = folder.resolve("model.safetensors.index.json");
        Files.copy(model.resolve("model.safetensors.index.json"), index);
    }

    @Test
    void openNamesAMissingShard() throws Exception {
        Files.delete(folder.resolve("model-00002-of-00003.safetensors"));
        assertSays("names the shard model-00002-of-00003.safetensors, which is missing");
    }

    @Test
    void openNamesAWeightThatIsNotInItsShard() throws Exception {
        String wrong = Files.readString(index).replace("lm_head.weight", "lm_head.bias");
        Files.writeString(index, wrong);
        assertSays("looks for the weight 'lm_head.bias' in model-");
    }

    @Test
    void openRefusesAShardOutsideTheFolder() throws Exception {
        Files.writeString(index, "{\"weight_map\": {\"a\": \"../model.safetensors\"}}");
        assertSays("names the file '../model.safetensors', which is not a file beside it");
    }

    @Test
    void openSaysThatAnIndexHasNoMap() throws Exception {
        Files.writeString(index, "{\"metadata\": {}}");
        assertSays("has no 'weight_map'");
    }

    @Test
    void readNamesAMissingWeight() {
        try (ShardedSafetensors shards = ShardedSafetensors.open(index)) {
            String message = assertThrows(BadInputException.class, () -> shards.read("x", FloatBuffer.allocate(1)))
                    .getMessage();
            assertTrue(message.endsWith("model.safetensors.index.json has no weight 'x'."), message);
        }
    }

    private void assertSays(String part) {
        String message = assertThrows(BadInputException.class, () -> ShardedSafetensors.open(index))
                .getMessage();
        assertTrue(message.contains(part), message);
    }
}
