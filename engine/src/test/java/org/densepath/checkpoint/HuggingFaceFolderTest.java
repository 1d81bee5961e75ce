package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuggingFaceFolderTest {
    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void copyAModel() throws Exception {
        folder = Files.createDirectory(temporary.resolve("Modell für Łódź 模型"));
        for (String name : new String[] {"config.json", "generation_config.json", "model.safetensors"}) {
            Files.copy(Golden.path("models/llama-tied").resolve(name), folder.resolve(name));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "llama-tied, 320, 64, F32",
        "llama-untied, 320, 64, F32",
        "llama-bf16, 320, 64, BF16",
        "mistral, 320, 64, F32"
    })
    void openReadsEveryWeightOfTheGoldenModels(String name, int rows, int columns, String type) {
        try (ModelFiles model = ModelFiles.open(Golden.path("models/" + name))) {
            assertEquals(name, model.name());
            assertEquals(rows, model.config().get("vocab_size").asInt());
            WeightFile.WeightInfo info = model.weights().weights().get("model.embed_tokens.weight");
            assertEquals(rows + "x" + columns, info.shape()[0] + "x" + info.shape()[1]);
            assertEquals(type, info.storedAs());
            for (String weight : model.weights().weights().keySet()) {
                for (float value : Golden.read(model.weights(), weight)) {
                    assertTrue(Float.isFinite(value), weight);
                }
            }
        }
    }

    @Test
    void openTakesAPathWithBlanksAndOtherLetters() {
        try (ModelFiles model = ModelFiles.open(folder)) {
            assertEquals("Modell für Łódź 模型", model.name());
            assertTrue(model.tokenizerJson().isEmpty());
            assertTrue(model.tokenizerConfig().isEmpty());
        }
    }

    @Test
    void chatTemplateFileWinsOverTheOneInTheConfig() throws Exception {
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"chat_template\": \"old\"}");
        Files.writeString(folder.resolve("chat_template.jinja"), "new {{ messages }}\n");
        try (ModelFiles model = ModelFiles.open(folder)) {
            assertEquals(
                    "new {{ messages }}\n",
                    model.tokenizerConfig().get("chat_template").asText());
        }
    }

    @Test
    void namedChatTemplatesBecomeAList() throws Exception {
        Path more = Files.createDirectory(folder.resolve("additional_chat_templates"));
        Files.writeString(folder.resolve("chat_template.jinja"), "a");
        Files.writeString(more.resolve("tool_use.jinja"), "b");
        try (ModelFiles model = ModelFiles.open(folder)) {
            JsonNode list = model.tokenizerConfig().get("chat_template");
            assertEquals(
                    "[{\"name\":\"default\",\"template\":\"a\"},{\"name\":\"tool_use\",\"template\":\"b\"}]",
                    list.toString());
        }
    }

    @Test
    void specialTokensMapFillsWhatTheConfigLacks() throws Exception {
        Files.writeString(folder.resolve("tokenizer_config.json"), "{\"bos_token\": \"<s>\"}");
        Files.writeString(
                folder.resolve("special_tokens_map.json"), "{\"bos_token\": \"<x>\", \"eos_token\": \"</s>\"}");
        try (ModelFiles model = ModelFiles.open(folder)) {
            assertEquals("<s>", model.tokenizerConfig().get("bos_token").asText());
            assertEquals("</s>", model.tokenizerConfig().get("eos_token").asText());
        }
    }

    @Test
    void openSaysWhatItLookedForWhenThereIsNoConfig() throws Exception {
        Files.delete(folder.resolve("config.json"));
        assertSays("is a folder without config.json: name a Hugging Face model folder");
    }

    @Test
    void openSaysWhatItLookedForWhenThereAreNoWeights() throws Exception {
        Files.delete(folder.resolve("model.safetensors"));
        assertSays("has neither model.safetensors nor model.safetensors.index.json: add the weights.");
    }

    @Test
    void openSaysThatPickledWeightsAreNotRead() throws Exception {
        Files.move(folder.resolve("model.safetensors"), folder.resolve("pytorch_model.bin"));
        assertSays("its pytorch_model.bin is not read: save it from transformers with safetensors.");
    }

    @Test
    void openNamesFileAndLineWhenAConfigIsNoJson() throws Exception {
        Files.writeString(folder.resolve("config.json"), "{\n\"a\": 1,\n}");
        assertSays("config.json is not valid JSON at line 3");
    }

    @Test
    void openNamesTheFileWhenAConfigIsNoObject() throws Exception {
        Files.writeString(folder.resolve("generation_config.json"), "[]");
        assertSays("generation_config.json should hold a JSON object");
    }

    @Test
    void openSaysWhatItLookedForWhenAFileIsNoModel() {
        folder = folder.resolve("config.json");
        assertSays("is a file that does not begin with 'GGUF': name a Hugging Face model folder");
    }

    @Test
    void openSaysThatAPathDoesNotExist() {
        folder = folder.resolve("nowhere");
        assertSays("nowhere does not exist: name a Hugging Face model folder or a GGUF file.");
    }

    private void assertSays(String part) {
        String message = assertThrows(BadInputException.class, () -> ModelFiles.open(folder))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.startsWith(folder.toString()), message);
    }
}
