package org.densepath.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.text.TokenSequence;
import org.densepath.text.Tokenizer;

/// The model and the rows that the peers work on (`peers/common.py`): every instance of the Self-Instruct seed
/// tasks in file order, as chat text, the answer closed by its end token.
final class PeerWork {
    static final Path SHARED =
            Path.of(System.getProperty("densepath.root", "..")).resolve("../shared");
    static final Path MODEL = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
    static final String END = "<|im_end|>";
    private static final Path TASKS = SHARED.resolve("data/self_instruct_seed_tasks.jsonl");
    private static final int SHORT_PROMPT_CHARACTERS = 400;

    private record Row(String prompt, String answer) {}

    private PeerWork() {}

    static boolean isThere() {
        return Files.exists(MODEL) && Files.exists(TASKS);
    }

    static Tokenizer tokenizer() {
        try (ModelFiles files = ModelFiles.open(MODEL)) {
            return Tokenizer.of(files);
        }
    }

    static String chat(String user) {
        return "<|im_start|>user\n" + user + END + "\n<|im_start|>assistant\n";
    }

    /// Demonstrations of at most `limit` tokens, in file order.
    static List<TokenSequence> demonstrations(Tokenizer tokenizer, int limit) {
        List<TokenSequence> encoded = new ArrayList<>();
        for (Row row : rows()) {
            int[] prompt = tokenizer.encode(row.prompt(), true).ids();
            int[] answer = tokenizer.encode(row.answer(), true).ids();
            if (prompt.length + answer.length <= limit) {
                encoded.add(TokenSequence.of(prompt, answer));
            }
        }
        return encoded;
    }

    /// The first `count` prompts of fewer than 400 characters.
    static List<int[]> prompts(Tokenizer tokenizer, int count) {
        return rows().stream()
                .map(Row::prompt)
                .filter(p -> p.codePointCount(0, p.length()) < SHORT_PROMPT_CHARACTERS)
                .limit(count)
                .map(p -> tokenizer.encode(p, true).ids())
                .toList();
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try {
            for (String line : Files.readAllLines(TASKS)) {
                JsonNode task = json.readTree(line);
                for (JsonNode instance : task.path("instances")) {
                    String input = instance.path("input").asText();
                    String user = task.path("instruction").asText() + (input.isEmpty() ? "" : "\n\n" + input);
                    rows.add(new Row(chat(user), instance.path("output").asText() + END));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }
}
