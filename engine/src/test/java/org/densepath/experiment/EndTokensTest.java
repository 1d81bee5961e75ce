package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.Golden;
import org.densepath.text.ChatTemplate;
import org.densepath.text.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which of several end tokens a demonstration's answer is closed with.
class EndTokensTest {
    private static final String TURNS = "{% for m in messages %}{{ m.role }}\n{{ m.content }}<turn>\n{% endfor %}";
    private static final String TOKENIZER = """
        {"added_tokens": [{"id": 1, "content": "<eos>", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false},
                          {"id": 2, "content": "<turn>", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false}],
         "model": {"type": "BPE", "vocab": {"a": 0, "<eos>": 1, "<turn>": 2}, "merges": []}}
        """;

    @TempDir
    Path folder;

    @Test
    void theTokenThatTheTemplateWritesBehindAnAnswerComesFirst() throws Exception {
        assertArrayEquals(new int[] {2, 1}, ends("[1, 2]", TURNS));
    }

    @Test
    void theTokenizersEndTokenComesFirstWhereTheTemplateWritesNone() throws Exception {
        String bare = "{% for m in messages %}{{ m.content }}\n{% endfor %}";
        assertArrayEquals(new int[] {1, 2}, ends("[2, 1]", bare));
        assertArrayEquals(new int[] {1, 2}, ends("[2, 1]", "{{ raise_exception('no') }}"));
    }

    @Test
    void oneEndTokenIsThatOne() throws Exception {
        assertArrayEquals(new int[] {1}, ends("1", TURNS));
    }

    private int[] ends(String eos, String template) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Path model = Golden.variant(folder, "llama-tied", config -> {});
        Path generation = model.resolve("generation_config.json");
        Files.deleteIfExists(generation);
        Files.writeString(generation, "{\"eos_token_id\": " + eos + "}");
        Files.writeString(model.resolve("tokenizer.json"), TOKENIZER);
        ObjectNode config = json.createObjectNode().put("eos_token", "<eos>").put("chat_template", template);
        json.writeValue(model.resolve("tokenizer_config.json").toFile(), config);
        try (ModelFiles files = ModelFiles.open(model);
                Tokenizer tokenizer = Tokenizer.of(files)) {
            return EndTokens.of(files, Optional.of(tokenizer), ChatTemplate.of(files));
        }
    }
}
