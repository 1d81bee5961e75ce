package org.densepath.bench.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.bench.Answer;
import org.densepath.bench.Answered;
import org.densepath.data.JsonRecords;
import org.densepath.data.Prompt;

/// One model's answers to a benchmark's prompts, one text a turn. Read as this program writes them, as FastChat
/// and Arena-Hard do (`choices[].turns`, `messages`), and as AlpacaEval does (an array of `instruction`,
/// `output`, `generator`).
public record TurnAnswers(String model, Map<String, List<String>> byKey) {

    /// Throws [BadInputException] when the file is no file of answers, is not to these prompts (all of them, each
    /// once), or holds several models' answers, or another model's than `expected` (empty: any).
    public static TurnAnswers read(Path file, List<Prompt> prompts, String expected) {
        JsonRecords records = JsonRecords.read(file);
        if (!records.refused().isEmpty()) {
            throw new BadInputException(file + ", " + records.refused().getFirst() + ".");
        }
        List<Answer> answers = new ArrayList<>();
        for (JsonRecords.JsonRecord record : records.records()) {
            answers.addAll(answers(file + ", line " + record.line() + ",", record.fields(), record.line()));
        }
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        Answered.match(prompts, Prompt::id, Prompt::text, answers, file).forEach((prompt, turns) -> {
            int wanted = turns(prompt);
            if (turns.size() != wanted) {
                throw new BadInputException(file + ", line " + turns.getFirst().line() + ", answers " + turns.size()
                        + " turns of '" + prompt.id() + "', which has " + wanted + "; answer each turn.");
            }
            byKey.put(prompt.id(), turns.stream().map(Answer::text).toList());
        });
        String model = answers.getFirst().model();
        if (!expected.isEmpty() && !expected.equals(model)) {
            throw new BadInputException(
                    file + " holds answers of '" + model + "'; expected those of '" + expected + "'.");
        }
        return new TurnAnswers(model.isEmpty() ? file.getFileName().toString() : model, byKey);
    }

    /// MT-Bench has a prompt's turns answered one after the other.
    private static int turns(Prompt prompt) {
        return prompt.fields().path("turns").isArray() ? prompt.messages().size() : 1;
    }

    /// The answer to a prompt's first turn.
    public String first(Prompt prompt) {
        return byKey.get(prompt.id()).getFirst();
    }

    private static List<Answer> answers(String where, ObjectNode row, int line) {
        String key = first(row, "key", "question_id", "uid", "id");
        String prompt = key.isEmpty() ? prompt(row) : "";
        if (key.isEmpty() && prompt.isEmpty()) {
            throw new BadInputException(where + " does not say what it answers; expected a field 'key' (or question_id,"
                    + " uid) or 'prompt' (or instruction).");
        }
        List<String> turns = turns(row);
        if (turns.isEmpty()) {
            throw new BadInputException(where + " has no answer; expected its text in 'response', 'output', 'turns',"
                    + " 'choices' or 'messages'.");
        }
        String model = first(row, "model", "model_id", "generator");
        List<Answer> answers = new ArrayList<>();
        for (String turn : turns) {
            answers.add(new Answer(key, prompt, turn, model, answers.size(), false, line));
        }
        return answers;
    }

    private static String prompt(ObjectNode row) {
        String input = row.path("input").asText();
        return first(row, "prompt", "instruction") + (input.isBlank() ? "" : "\n\n" + input);
    }

    private static List<String> turns(ObjectNode row) {
        List<String> turns = new ArrayList<>();
        JsonNode list = row.path("turns").isArray() ? row.path("turns") : row.at("/choices/0/turns");
        list.forEach(turn -> turns.add(text(turn)));
        if (turns.isEmpty()) {
            row.path("messages").forEach(message -> {
                if (message.path("role").asText().equals("assistant")) {
                    turns.add(text(message));
                }
            });
        }
        if (turns.isEmpty()) {
            Stream.of("response", "text", "answer", "output")
                    .map(row::path)
                    .filter(JsonNode::isTextual)
                    .findFirst()
                    .ifPresent(text -> turns.add(text.asText()));
        }
        return turns;
    }

    /// A text, `{"content": text}` or `{"content": {"answer": text}}`.
    private static String text(JsonNode turn) {
        JsonNode content = turn.path("content");
        return turn.isTextual()
                ? turn.asText()
                : content.isTextual()
                        ? content.asText()
                        : content.path("answer").asText();
    }

    private static String first(ObjectNode row, String... names) {
        return Stream.of(names)
                .map(row::path)
                .filter(value -> value.isTextual() || value.isNumber())
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }
}
