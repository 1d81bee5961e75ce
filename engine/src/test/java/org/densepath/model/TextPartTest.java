package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.SafetensorsWriter;
import org.densepath.checkpoint.SnapshotWriter;
import org.densepath.checkpoint.StoredType;
import org.densepath.checkpoint.WeightSource;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders of a Gemma 3 that also sees pictures: the golden text model under the names it has there, beside two
/// weights of a vision part.
class TextPartTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static Torch torch;

    @TempDir
    Path parent;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"language_model.model.", "model.language_model."})
    void theTextPartScoresAsTheTextModelAndIsSaidToBeAPart(String prefix) throws Exception {
        Path folder = multimodal("gemma-3-tiny-it", name -> name.replaceFirst("^model\\.", prefix));
        try (ModelFiles files = ModelFiles.open(folder);
                LanguageModel model = LanguageModel.load(torch, files);
                LanguageModel text = Golden.model(torch, "gemma3")) {
            assertArrayEquals(Golden.scores(text, "gemma3"), Golden.scores(model, "gemma3"));
            assertEquals(
                    List.of("gemma-3-tiny-it also sees pictures: its text part is loaded,"
                            + " and the 2 weights of its vision part are left out."),
                    files.notices());
        }
    }

    @Test
    void aSnapshotOfTheTextPartIsATextModel() throws Exception {
        Path folder = multimodal("pictures", name -> "language_model." + name);
        Path snapshot = parent.resolve("snapshot");
        try (ModelFiles files = ModelFiles.open(folder);
                LanguageModel model = LanguageModel.load(torch, files)) {
            SnapshotWriter.write(snapshot, files, TensorWeights.of(model), StoredType.F32);
            try (ModelFiles again = ModelFiles.open(snapshot);
                    LanguageModel loaded = LanguageModel.load(torch, again)) {
                assertEquals(List.of(), again.notices());
                assertEquals(
                        "Gemma3ForCausalLM",
                        again.config().get("architectures").get(0).asText());
                assertEquals(
                        "[2,3]",
                        again.config().get("eos_token_id").toString(),
                        "the whole model's, where the text part names none");
                assertArrayEquals(Golden.scores(model, "gemma3"), Golden.scores(loaded, "gemma3"));
            }
        }
    }

    @Test
    void aFolderWithoutALanguageModelIsRefused() throws Exception {
        Path folder = multimodal("pictures alone", name -> "vision_tower." + name);
        String said = assertThrows(BadInputException.class, () -> ModelFiles.open(folder))
                .getMessage();
        assertTrue(said.contains("language_model.model."), said);
    }

    private Path multimodal(String name, UnaryOperator<String> names) throws IOException {
        Path folder = Files.createDirectory(parent.resolve(name));
        ObjectNode text = (ObjectNode) Golden.json("models/gemma3/config.json");
        text.remove(List.of("architectures", "eos_token_id"));
        ObjectNode config = JSON.createObjectNode().put("model_type", "gemma3");
        config.putArray("architectures").add("Gemma3ForConditionalGeneration");
        config.putArray("eos_token_id").add(2).add(3);
        config.set("text_config", text);
        config.putObject("vision_config").put("model_type", "siglip_vision_model");
        JSON.writeValue(folder.resolve("config.json").toFile(), config);
        Map<String, long[]> shapes = new LinkedHashMap<>();
        Map<String, float[]> values = new LinkedHashMap<>();
        try (ModelFiles files = ModelFiles.open(Golden.path("models/gemma3"))) {
            files.weights().weights().forEach((weight, info) -> {
                shapes.put(names.apply(weight), info.shape());
                values.put(names.apply(weight), Golden.tensor("models/gemma3/model.safetensors", weight));
            });
        }
        for (String vision : List.of(
                "vision_tower.vision_model.embeddings.patch_embedding.bias",
                "multi_modal_projector.mm_soft_emb_norm.weight")) {
            shapes.put(vision, new long[] {2});
            values.put(vision, new float[] {1, Float.NaN});
        }
        SafetensorsWriter.write(folder.resolve("model.safetensors"), WeightSource.of(shapes, values), StoredType.F32);
        return folder;
    }
}
