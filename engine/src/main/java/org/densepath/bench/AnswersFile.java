package org.densepath.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.BadInputException;
import org.densepath.data.JsonLineReader;

/// Answers as JSON lines: `key` (or `id`, `question_id`) or `prompt` says what is answered, and `response` (or
/// `text`, `answer`, `output`) is the answer. `key` goes first where both are there; `model` and `sample` may be
/// there.
public final class AnswersFile {
    private static final List<String> KEYS = List.of("key", "id", "question_id");
    private static final List<String> TEXTS = List.of("response", "text", "answer", "output");

    private AnswersFile() {}

    /// In the file's order. Throws [BadInputException] for a file that is missing or a line that is no answer.
    public static List<Answer> read(Path file) {
        List<Answer> answers = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            JsonLineReader lines = new JsonLineReader(in);
            for (var line = lines.next(); line.isPresent(); line = lines.next()) {
                String where = file + ", line " + line.get().number() + ",";
                if (line.get().problem() != null) {
                    throw new BadInputException(where + " " + line.get().problem() + ".");
                }
                answers.add(answer(where, line.get().fields(), line.get().number()));
            }
        } catch (NoSuchFileException e) {
            throw new BadInputException("The answers " + file + " do not exist; name a file of JSON lines.", e);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
        if (answers.isEmpty()) {
            throw new BadInputException(file + " is empty; expected one answer a line.");
        }
        return answers;
    }

    private static Answer answer(String where, ObjectNode fields, int line) {
        Optional<String> key = first(fields, KEYS).map(JsonNode::asText);
        JsonNode prompt = fields.path("prompt");
        if (key.isEmpty() && !prompt.isTextual()) {
            throw new BadInputException(where + " does not say what it answers; expected a field 'key' with the"
                    + " prompt's id, or 'prompt' with its text.");
        }
        JsonNode text = first(fields, TEXTS)
                .filter(JsonNode::isTextual)
                .orElseThrow(() -> new BadInputException(
                        where + " has no answer; expected its text in the field 'response' or 'text'."));
        return new Answer(
                key.orElse(""),
                prompt.asText(),
                text.asText(),
                fields.path("model").asText(),
                fields.path("sample").asInt(),
                fields.path("ended").asText().equals("length"),
                line);
    }

    private static Optional<JsonNode> first(ObjectNode fields, List<String> names) {
        return names.stream()
                .map(fields::path)
                .filter(value -> value.isTextual() || value.isNumber())
                .findFirst();
    }
}
