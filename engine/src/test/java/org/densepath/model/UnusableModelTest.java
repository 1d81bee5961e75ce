package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SafetensorsFile;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightFile;
import org.densepath.checkpoint.WeightSource;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of models that cannot be used: one sentence that names the key, the weight or the value.
class UnusableModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Torch torch;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    @Test
    void anUnknownFamilyIsNamedWithThoseKnown() throws Exception {
        refused(
                config -> config.put("model_type", "mamba"),
                Map.of(),
                "'mamba'",
                "llama, mistral, qwen2, qwen3, gemma3_text");
    }

    @Test
    void aMissingKeyIsNamed() throws Exception {
        refused(config -> config.remove("num_hidden_layers"), Map.of(), "'num_hidden_layers' is missing");
    }

    @Test
    void anImpossibleNumberIsNamed() throws Exception {
        refused(config -> config.put("hidden_size", -4), Map.of(), "'hidden_size' is -4", "positive integer");
        refused(config -> config.put("num_key_value_heads", 3), Map.of(), "num_key_value_heads must divide");
    }

    @Test
    void anUnknownRopeScalingIsNamed() throws Exception {
        refused(config -> config.putObject("rope_scaling").put("rope_type", "yarn"), Map.of(), "'yarn'");
    }

    @Test
    void aMissingWeightIsNamed() throws Exception {
        refused(
                config -> config.put("num_hidden_layers", 5),
                Map.of(),
                "'model.layers.4.input_layernorm.weight' is missing");
    }

    @Test
    void aWrongShapeIsToldWithTheExpectedOne() throws Exception {
        refused(
                config -> config.put("vocab_size", 321),
                Map.of(),
                "'model.embed_tokens.weight'",
                "[320, 64]",
                "[321, 64]");
    }

    @Test
    void notANumberInTheWeightsIsRefused() throws Exception {
        refused(config -> {}, Map.of("model.norm.weight", Float.NaN), "model.norm.weight", "NaN");
        refused(
                config -> {},
                Map.of("model.layers.0.self_attn.k_proj.weight", Float.POSITIVE_INFINITY),
                "the weights model.layers.0.self_attn.q_proj.weight, model.layers.0.self_attn.k_proj.weight,");
    }

    @Test
    void aTokenOutsideTheVocabularyIsNamed() {
        try (LanguageModel model = Golden.model(torch, "llama-tied")) {
            String said = assertThrows(BadInputException.class, () -> new TokenScorer(model, 100)
                            .score(List.of(new TokenSequence(new int[] {1, 400, 2}, 1))))
                    .getMessage();
            assertTrue(said.contains("400") && said.contains("320"), said);
        }
    }

    @Test
    void aSequenceLongerThanTheModelsPositionsIsRefused() {
        try (LanguageModel model = Golden.model(torch, "llama-tied")) {
            int[] ids = new int[model.positions() + 2];
            String said = assertThrows(BadInputException.class, () -> new TokenScorer(model, 100)
                            .score(List.of(new TokenSequence(ids, 1))))
                    .getMessage();
            assertTrue(said.contains("positions"), said);
        }
    }

    private void refused(Consumer<ObjectNode> change, Map<String, Float> spoiled, String... expected) throws Exception {
        Path model = Files.createTempDirectory(folder, "modèl mit blank ");
        Path original = Golden.path("models/llama-tied");
        ObjectNode config =
                (ObjectNode) JSON.readTree(original.resolve("config.json").toFile());
        change.accept(config);
        JSON.writeValue(model.resolve("config.json").toFile(), config);
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        try (WeightFile weights = SafetensorsFile.open(original.resolve("model.safetensors"))) {
            weights.weights().forEach((name, info) -> {
                FloatBuffer buffer = FloatBuffer.allocate((int) info.size());
                weights.read(name, buffer);
                shapes.put(name, info.shape());
                values.put(name, buffer.array());
            });
        }
        spoiled.forEach((name, value) -> values.get(name)[0] = value);
        SafetensorsWriter.write(model.resolve("model.safetensors"), WeightSource.of(shapes, values), StoredType.F32);
        try (ModelFiles files = ModelFiles.open(model)) {
            String said = assertThrows(BadInputException.class, () -> LanguageModel.load(torch, files))
                    .getMessage();
            for (String part : expected) {
                assertTrue(said.contains(part), said);
            }
        }
    }
}
