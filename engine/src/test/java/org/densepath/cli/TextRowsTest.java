package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.model.Golden;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of text, on a small model with a tokenizer and, where it is there, on a real one.
class TextRowsTest {
    private static final Path SMOLLM = Path.of(System.getProperty("densepath.root", ".."))
            .resolve("../shared/models/SmolLM2-135M-Instruct.Q4_1.gguf");

    @TempDir
    static Path folder;

    private static String model;

    @BeforeAll
    static void makeModel() {
        model = SmallModels.reading(folder.resolve("small model"), 1).toString();
    }

    private static JsonNode score(String row) {
        CommandRun run = CommandRun.of(row, "score", "-m", model);
        assertEquals(0, run.code(), run.out());
        return run.rows().getFirst();
    }

    private static String joined(JsonNode tokens) {
        StringBuilder text = new StringBuilder();
        tokens.forEach(token -> text.append(token.asText()));
        return text.toString();
    }

    @Test
    void anAnswerIsItsTokensAndTheEndToken() {
        JsonNode scored = score("{\"prompt\": \"Spell cat.\", \"answer\": \"c a t\"}");
        assertEquals("c a t<|end|>", joined(scored.get("tokens")));
        assertEquals(
                scored.get("ids").size() - scored.get("promptLength").asInt(),
                scored.get("logp").size());
        assertFalse(scored.has("warnings"));
    }

    @Test
    void aTextIsOneUserMessage() {
        JsonNode messages =
                score("{\"prompt\": [{\"role\": \"user\", \"content\": \"Spell cat.\"}], \"answer\": \"c\"}");
        assertEquals(score("{\"prompt\": \"Spell cat.\", \"answer\": \"c\"}"), messages);
    }

    /// A special token beyond the embedding, as those for pictures are, spoils only the row that spells it; any
    /// other token there means that the tokenizer belongs to another model.
    @Test
    void aTokenizerWithMoreTokensThanTheEmbeddingHasRowsIsRefused() throws Exception {
        for (boolean special : new boolean[] {true, false}) {
            Path odd = SmallModels.reading(folder.resolve("more tokens " + special), 1);
            Path file = odd.resolve("tokenizer.json");
            ObjectNode tokenizer = (ObjectNode) CommandRun.json(Files.readString(file));
            int id = CommandRun.json(Files.readString(odd.resolve("config.json")))
                    .path("vocab_size")
                    .asInt();
            tokenizer
                    .withArray("added_tokens")
                    .addObject()
                    .put("id", id)
                    .put("content", "<|more|>")
                    .put("single_word", false)
                    .put("lstrip", false)
                    .put("rstrip", false)
                    .put("normalized", false)
                    .put("special", special);
            Files.writeString(file, tokenizer.toString());
            String rows = "{\"prompt\": \"<|more|>\", \"answer\": \"b\"}\n{\"prompt\": \"a\", \"answer\": \"b\"}\n";
            CommandRun run = CommandRun.of(rows, "score", "-m", odd.toString());
            assertEquals(2, run.code(), run.err());
            if (special) {
                String said = run.rows().getFirst().path("error").asText();
                assertTrue(said.contains("'<|more|>' (" + id + "), which is outside the vocabulary"), said);
                assertTrue(run.rows().getLast().has("logp"), run.out());
            } else {
                assertTrue(run.err().contains("but the embedding has only " + id + " rows"), run.err());
            }
        }
    }

    @Test
    void anEmptyAnswerIsTheEndTokenAlone() {
        JsonNode scored = score("{\"prompt\": \"Hi\", \"answer\": \"\"}");
        assertEquals(1, scored.get("logp").size());
        assertEquals("<|end|>", scored.get("tokens").get(0).asText());
    }

    @Test
    void aSpecialTokenInAnAnswerIsTextAndInAPromptIsReported() {
        JsonNode scored = score("{\"prompt\": \"a <|end|> b\", \"answer\": \"<|end|>\"}");
        assertTrue(scored.get("tokens").size() > 2, scored.toString());
        assertEquals("<|end|><|end|>", joined(scored.get("tokens")));
        assertEquals(1, scored.get("warnings").size());
        assertTrue(scored.get("warnings").get(0).asText().contains("<|end|>"));
    }

    @Test
    void textOfAnyScriptGoesThroughTheStreams() {
        JsonNode tokens = CommandRun.of("{\"text\": \"žluť 🌞 中\"}", "data", "tokenize", "-m", model)
                .rows()
                .getFirst();
        assertEquals("žluť 🌞 中", tokens.get("text").asText());
        assertTrue(tokens.get("roundTrip").asBoolean());
        JsonNode last = tokens.get("offsets").get(tokens.get("offsets").size() - 1);
        assertEquals(8, last.get(1).asInt(), "offsets count code points");
    }

    @Test
    void specialSaysHowASpecialTokenInTheTextIsRead() {
        CommandRun run = CommandRun.of(
                "{\"text\": \"<|end|>\"}\n{\"text\": \"<|end|>\", \"special\": false}\n{\"text\": 1}\n",
                "data",
                "tokenize",
                "-m",
                model);
        assertEquals(1, run.rows().get(0).get("ids").size());
        assertTrue(run.rows().get(1).get("ids").size() > 1);
        assertEquals(3, run.rows().get(2).get("line").asInt());
        assertEquals(2, run.code());
    }

    @Test
    void generatedTextIsThatOfItsIds() {
        CommandRun run = CommandRun.of(
                "{\"prompt\": \"Spell cat.\"}\n{\"prompt\": []}\n", "generate", "-m", model, "--max-tokens", "12");
        JsonNode row = run.rows().getFirst();
        assertEquals(row.get("ids").size(), row.get("logp").size());
        boolean ended = row.get("ended").asText().equals("end");
        assertTrue(row.get("ids").size() == 12 || ended);
        assertFalse(row.get("text").asText().endsWith("<|end|>"));
        assertEquals(2, run.rows().get(1).get("line").asInt());
        assertEquals(2, run.code());
    }

    @Test
    void wrongRowsSayWhatWasExpected() {
        String rows = """
            {"answer": "a"}
            {"prompt": "a"}
            {"prompt": [{"role": "user"}], "answer": "a"}
            {"prompt": {"role": "user"}, "answer": "a"}
            {"ids": [1, 2]}
            {"ids": [1.5, 2], "promptLength": 1}
            {"ids": "1", "promptLength": 1}
            """;
        CommandRun run = CommandRun.of(rows, "score", "-m", model);
        for (JsonNode row : run.rows()) {
            assertTrue(row.get("error").asText().contains("expected"), row.toString());
        }
        assertEquals(7, run.rows().size());
    }

    @Test
    void textOfARealModelHasTheIdsAndLogProbabilitiesOfTransformers() {
        Assumptions.assumeTrue(Files.exists(SMOLLM), "skipped: no model at " + SMOLLM);
        JsonNode pairs = Golden.json("gguf/logprobs.json").path("pairs");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            JsonNode pair = pairs.get(i);
            rows.append("{\"prompt\": " + pair.get("user") + ", \"answer\": " + pair.get("answer") + "}\n");
        }
        CommandRun run = CommandRun.of(rows.toString(), "score", "-m", SMOLLM.toString());
        assertEquals(0, run.code(), run.err());
        for (int i = 0; i < 3; i++) {
            JsonNode row = run.rows().get(i);
            JsonNode pair = pairs.get(i);
            int prompt = pair.get("prompt_ids").size();
            assertEquals(prompt, row.get("promptLength").asInt());
            for (int t = 0; t < row.get("logp").size(); t++) {
                assertEquals(pair.get("answer_ids").get(t), row.get("ids").get(prompt + t));
                assertEquals(
                        pair.get("logprobs").get(t).asDouble(),
                        row.get("logp").get(t).asDouble(),
                        3e-4);
            }
        }
    }
}
