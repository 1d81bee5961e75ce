package org.densepath.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.densepath.AllocationBound;
import org.densepath.BadInputException;
import org.densepath.DamagedText;

/// A model folder whose JSON files are damaged at random is opened or refused with a sentence.
class DamagedFolderTest {
    private static final List<String> FILES =
            List.of("config.json", "generation_config.json", "tokenizer_config.json", "model.safetensors.index.json");

    private static Path folder;
    private static List<byte[]> whole;
    private static AllocationBound bound;

    @BeforeContainer
    static void write() throws IOException {
        folder = Files.createTempDirectory("model");
        whole = List.of(
                ("{'model_type':'gemma3','architectures':['Gemma3ForConditionalGeneration'],'text_config':{'model_type':"
                    + "'gemma3_text','hidden_size':32,'vocab_size':99,'rope_scaling':{'factor':8.0}},"
                    + "'vision_config':{'hidden_size':8}}")
                        .replace('\'', '"')
                        .getBytes(UTF_8),
                "{\"eos_token_id\": [1, 2], \"top_p\": 0.9}".getBytes(UTF_8),
                "{\"eos_token\": {\"content\": \"</s>\"}, \"chat_template\": \"{{ messages }}\"}".getBytes(UTF_8),
                "{\"metadata\": {\"total_size\": 264}, \"weight_map\": {\"language_model.model.a\": \"one.safetensors\"}}"
                        .getBytes(UTF_8));
        Files.write(
                folder.resolve("one.safetensors"),
                SafetensorsBytes.of(
                        "{\"language_model.model.a\":{\"dtype\":\"F32\",\"shape\":[32,2],\"data_offsets\":[0,256]}}",
                        new byte[256]));
        for (int i = 0; i < FILES.size(); i++) {
            Files.write(folder.resolve(FILES.get(i)), whole.get(i));
        }
        bound = AllocationBound.fourTimes(DamagedFolderTest::readAll);
    }

    @AfterContainer
    static void delete() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    @Property(tries = 10_000, seed = "2510", shrinking = ShrinkingMode.OFF)
    void openRefusesOrReadsWhateverTheDamage(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        int damaged = random.nextInt(FILES.size());
        for (int i = 0; i < FILES.size(); i++) {
            byte[] text = whole.get(i);
            Files.write(folder.resolve(FILES.get(i)), i == damaged ? DamagedText.changed(text, random) : text);
        }
        try {
            bound.hold(DamagedFolderTest::readAll);
        } catch (BadInputException e) {
            assertFalse(e.getMessage().isBlank());
        }
    }

    private static void readAll() {
        try (HuggingFaceFolder model = HuggingFaceFolder.open(folder)) {
            model.config();
            model.generationConfig();
            model.tokenizerConfig();
            model.notices();
            model.weights().weights();
        }
    }
}
