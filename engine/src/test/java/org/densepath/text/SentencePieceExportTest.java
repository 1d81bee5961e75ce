package org.densepath.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.checkpoint.GgufEncoding;
import org.densepath.checkpoint.GgufWriter;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.checkpoint.WeightSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// SentencePiece tokenizers, as those of Llama 2, Mistral and Gemma, cut text alike when they are written as
/// GGUF.
class SentencePieceExportTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path MODEL = Path.of("src", "test", "resources", "golden", "models", "mistral");
    private static final List<String> TEXTS = List.of(
            "ab c", " ab", "abc bc", "a  b   c", "   a", "ab\n\nc\n", "aé", "😀", "ab</s>\n", "", " ", "<s>abcab bcb");
    private static final List<String> MERGES = List.of("▁ a", "a b", "b c", "▁a b", "▁ ab", "ab c", "a bc");

    @TempDir
    Path folder;

    @Test
    void withABlankBeforeTheFirstWord() throws Exception {
        assertSame(json("""
            {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "▁"},
              {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]}\
            """, "null", MERGES));
    }

    @Test
    void withoutOne() throws Exception {
        assertSame(json("""
            {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}\
            """, """
            {"type": "Split", "pattern": {"String": " "}, "behavior": "MergedWithPrevious", "invert": false}\
            """, MERGES));
    }

    @Test
    void mergesThatNoScoresTellAreRefused() throws Exception {
        // "abc" may arise early from one pair and late from another
        assertRefused(
                json("null", "null", List.of("a b", "ab c", "b c", "a bc")), "merges in an order that GGUF's scores");
        // a pair that the scores would merge is none
        assertRefused(json("null", "null", List.of("a b", "b c", "ab c")), "merges in an order that GGUF's scores");
    }

    @Test
    void whatElseIsDoneToTheTextIsRefused() throws Exception {
        assertRefused(json("{\"type\": \"NFKC\"}", "null", MERGES), "changes its text by NFKC");
        assertRefused(json("null", "{\"type\": \"Whitespace\"}", MERGES), "cuts its text by Whitespace");
    }

    private void assertSame(ObjectNode tokenizer) throws Exception {
        Path written = folder.resolve("model.gguf");
        try (ModelFiles files = ModelFiles.open(model(tokenizer))) {
            GgufWriter.write(written, files, WeightSource.of(files.weights()), GgufEncoding.F16);
            try (ModelFiles again = ModelFiles.open(written);
                    Tokenizer expected = Tokenizer.of(files);
                    Tokenizer actual = Tokenizer.of(again)) {
                for (String text : TEXTS) {
                    int[] ids = expected.encode(text, true).ids();
                    assertArrayEquals(ids, actual.encode(text, true).ids(), text);
                    assertEquals(expected.decode(ids), actual.decode(ids));
                    for (int id : ids) {
                        assertArrayEquals(expected.bytes(id), actual.bytes(id), "token " + id);
                    }
                }
            }
        }
    }

    private void assertRefused(ObjectNode tokenizer, String part) throws Exception {
        Path written = folder.resolve("model.gguf");
        try (ModelFiles files = ModelFiles.open(model(tokenizer))) {
            String message = assertThrows(
                            BadInputException.class,
                            () -> GgufWriter.write(written, files, WeightSource.of(files.weights()), GgufEncoding.F16))
                    .getMessage();
            assertTrue(message.contains(part), message);
            assertFalse(Files.exists(written));
        }
    }

    private Path model(ObjectNode tokenizer) throws Exception {
        Path model = Files.createDirectories(folder.resolve("model"));
        try (var files = Files.list(MODEL)) {
            for (Path file : files.toList()) {
                Files.copy(file, model.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        JSON.writeValue(model.resolve("tokenizer.json").toFile(), tokenizer);
        return model;
    }

    private static ObjectNode json(String normalizer, String cut, List<String> merges) throws Exception {
        List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        for (int b = 0; b < 256; b++) {
            tokens.add("<0x%02X>".formatted(b));
        }
        tokens.addAll(List.of("▁a", "ab", "bc", "▁ab", "abc", "▁", "a", "b", "c", "\n"));
        ObjectNode root = JSON.createObjectNode();
        ArrayNode added = root.putArray("added_tokens");
        for (int id = 0; id < 3; id++) {
            added.addObject()
                    .put("id", id)
                    .put("content", tokens.get(id))
                    .put("special", true)
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false);
        }
        JsonNode normal = JSON.readTree(normalizer);
        root.set("normalizer", normal);
        root.set("pre_tokenizer", JSON.readTree(cut));
        root.putNull("post_processor");
        boolean strips = normalizer.contains("Prepend");
        root.set("decoder", JSON.readTree("""
            {"type": "Sequence", "decoders": [{"type": "Replace", "pattern": {"String": "▁"}, "content": " "},
              {"type": "ByteFallback"}, {"type": "Fuse"}%s]}\
            """.formatted(
                        strips ? ", {\"type\": \"Strip\", \"content\": \" \", \"start\": 1, \"stop\": 0}" : "")));
        ObjectNode model = root.putObject("model")
                .put("type", "BPE")
                .put("unk_token", "<unk>")
                .put("fuse_unk", true)
                .put("byte_fallback", true);
        ObjectNode vocabulary = model.putObject("vocab");
        tokens.forEach(token -> vocabulary.put(token, vocabulary.size()));
        ArrayNode pairs = model.putArray("merges");
        merges.forEach(pairs::add);
        return root;
    }
}
