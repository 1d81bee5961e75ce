package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The readers on a real model; skipped where it is not at hand.
class SmolLm2Test {
    @Test
    void weightsAreThoseThatTheReferenceLists() {
        try (GgufFile file = GgufFile.open(Golden.smolLm2())) {
            JsonNode golden = Golden.json("gguf/tensors.json");
            assertEquals(golden.get("tensors").size(), file.weights().size());
            for (JsonNode tensor : golden.get("tensors")) {
                String name = tensor.get("name").asText();
                WeightFile.WeightInfo info = file.weights()
                        .get(file.architecture().huggingFaceName(name).orElseThrow());
                JsonNode ne = tensor.get("ne");
                assertEquals(tensor.get("type").asText(), info.storedAs(), name);
                assertEquals(ne.get(0).asLong(), info.shape()[info.shape().length - 1], name);
                assertEquals(ne.get(ne.size() - 1).asLong(), info.shape()[0], name);
            }
        }
    }

    @Test
    void readGivesTheReferencesValues() {
        try (GgufFile file = GgufFile.open(Golden.smolLm2())) {
            for (JsonNode sample : Golden.json("gguf/tensors.json").get("samples")) {
                String tensor = sample.get("name").asText();
                float[] values = Golden.read(
                        file, file.architecture().huggingFaceName(tensor).orElseThrow());
                assertEquals(sample.get("elements").asInt(), values.length, tensor);
                double sum = 0;
                double squares = 0;
                for (float value : values) {
                    sum += value;
                    squares += (double) value * value;
                }
                // a permutation changes neither sum, and the reference adds in another order
                assertEquals(sample.get("sum").asDouble(), sum, 1e-6 * Math.max(1, Math.abs(sum)), tensor);
                assertEquals(sample.get("sum_of_squares").asDouble(), squares, 1e-9 * squares, tensor);
                // the first 64 values lie in the first row, which no permutation moves
                for (int i = 0; i < 64; i++) {
                    assertEquals((float) sample.get("first_64").get(i).asDouble(), values[i], tensor + " " + i);
                }
                if (!file.architecture().isInterleaved(tensor)) {
                    for (int i = 0; i < 8; i++) {
                        float expected = (float) sample.get("last_8").get(i).asDouble();
                        assertEquals(expected, values[values.length - 8 + i], tensor + " end " + i);
                    }
                }
            }
        }
    }

    @Test
    void configHasHuggingFacesKeys() {
        try (ModelFiles model = ModelFiles.open(Golden.smolLm2())) {
            ObjectNode config = model.config();
            assertEquals("llama", config.get("model_type").asText());
            assertEquals(
                    List.of(576, 1536, 30, 9, 3, 64, 8192, 49152),
                    List.of(
                                    "hidden_size",
                                    "intermediate_size",
                                    "num_hidden_layers",
                                    "num_attention_heads",
                                    "num_key_value_heads",
                                    "head_dim",
                                    "max_position_embeddings",
                                    "vocab_size")
                            .stream()
                            .map(key -> config.get(key).asInt())
                            .toList());
            assertEquals(100_000, config.get("rope_theta").asDouble());
            assertEquals(9.999999747378752e-06, config.get("rms_norm_eps").asDouble());
            assertTrue(config.get("tie_word_embeddings").asBoolean());
            assertFalse(config.has("rope_scaling"));
            assertEquals(1, config.get("bos_token_id").asInt());
            assertEquals(2, model.generationConfig().get("eos_token_id").asInt());
            assertEquals("<|im_end|>", model.tokenizerConfig().get("eos_token").asText());
            assertTrue(model.tokenizerConfig().get("chat_template").asText().contains("<|im_start|>"));
        }
    }

    @Test
    void tokenizerJsonGivesTheReferencesIds(@TempDir Path folder) throws Exception {
        Path json = folder.resolve("tokenizer.json");
        try (ModelFiles model = ModelFiles.open(Golden.smolLm2())) {
            Files.writeString(json, model.tokenizerJson().orElseThrow());
        }
        try (HuggingFaceTokenizer tokenizer = tokenizer(json)) {
            List<String> wrong = new ArrayList<>();
            for (JsonNode row : Golden.json("gguf/tokens.json").get("strings")) {
                String text = row.get("text").asText();
                long[] expected = new ObjectMapper().convertValue(row.get("ids"), long[].class);
                long[] ids = tokenizer.encode(text).getIds();
                if (!Arrays.equals(expected, ids)) {
                    wrong.add(text);
                }
                if (expected.length > 0) {
                    assertEquals(text, tokenizer.decode(ids, false));
                }
            }
            assertEquals(List.of(), wrong);
        }
    }

    @Test
    void rowsOfQueriesAreInHuggingFacesOrder() {
        try (GgufFile file = GgufFile.open(Golden.smolLm2())) {
            float[] values = Golden.read(file, "model.layers.0.self_attn.q_proj.weight");
            JsonNode first = null;
            for (JsonNode sample : Golden.json("gguf/tensors.json").get("samples")) {
                first = sample.get("name").asText().equals("blk.0.attn_q.weight") ? sample : first;
            }
            // the file's last row is its last head's (31, 1), which is Hugging Face's last row too
            float[] lastEight = new float[8];
            for (int i = 0; i < 8; i++) {
                lastEight[i] = (float) first.get("last_8").get(i).asDouble();
            }
            assertArrayEquals(lastEight, Arrays.copyOfRange(values, values.length - 8, values.length));
        }
    }

    private static HuggingFaceTokenizer tokenizer(Path json) throws Exception {
        return HuggingFaceTokenizer.builder()
                .optTokenizerPath(json)
                .optAddSpecialTokens(false)
                .optTruncation(false)
                .optPadding(false)
                .build();
    }
}
