package org.densepath.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;

/// Reads the answers of one model, those of a run's evaluation and those of `bench run`.
final class AnswerFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AnswerFile() {}

    /// A prompt and one model's answers to it.
    record Asked(String prompt, String family, List<KeptAnswer> answers) {}

    /// By the prompt's key, or its text where there is none, in the file's order. A last line without its line
    /// end is not there yet. Throws [BadInputException] for a line that is no answer.
    static Map<String, Asked> read(Path file) {
        Map<String, Asked> asked = new LinkedHashMap<>();
        int number = 0;
        for (String line : whole(file).split("\n")) {
            number++;
            if (!line.isBlank()) {
                JsonNode row = row(file, number, line);
                String prompt = row.path("prompt").asText();
                String key = row.path("key").asText(prompt);
                asked.computeIfAbsent(
                                key, _ -> new Asked(prompt, row.path("family").asText(), new ArrayList<>()))
                        .answers()
                        .add(answer(file, number, row));
            }
        }
        return asked;
    }

    private static String whole(Path file) {
        try {
            String text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    private static JsonNode row(Path file, int number, String line) {
        try {
            JsonNode row = JSON.readTree(line);
            if (row.path("prompt").isTextual() || row.has("key")) {
                return row;
            }
        } catch (JsonProcessingException e) {
            throw new BadInputException(file + ", line " + number + ", is damaged; remove it, or make it again.", e);
        }
        throw new BadInputException(
                file + ", line " + number + ", does not say what it answers; expected the field prompt.");
    }

    private static KeptAnswer answer(Path file, int number, JsonNode row) {
        List<String> turns = new ArrayList<>();
        row.path("turns").forEach(turn -> turns.add(turn.asText()));
        if (turns.isEmpty()) {
            JsonNode text = row.has("answer") ? row.path("answer") : row.path("response");
            if (!text.isTextual()) {
                throw new BadInputException(
                        file + ", line " + number + ", has no answer; expected the field answer, response or turns.");
            }
            turns.add(text.asText());
        }
        JsonNode ended = row.path("ended").isArray() ? row.path("ended").path(turns.size() - 1) : row.path("ended");
        return new KeptAnswer(
                row.path("sample").asInt(),
                turns,
                ended.asText().equals("length"),
                number(row.path("return")),
                number(row.path("check")));
    }

    private static double number(JsonNode value) {
        return value.isNumber() ? value.asDouble() : Double.NaN;
    }
}
