package org.densepath.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.text.Message;

/// How a record holds a prompt, told by its fields. Demonstrations count as prompts whose answer is the
/// reference.
enum PromptFormat {
    MT_BENCH("MT-Bench", "question_id"),
    IFEVAL("IFEval", "key"),
    ARENA_HARD("Arena-Hard", "uid"),
    GSM8K("GSM8K", "id"),
    ALPACA_EVAL("AlpacaEval", "id"),
    LIMA_TEST("LIMA test", "id"),
    DEMONSTRATION("demonstrations", "id"),
    PLAIN("prompts", "id");

    static final String ALL =
            "MT-Bench, Arena-Hard, AlpacaEval, LIMA, IFEval, GSM8K, a demonstration, or a field 'prompt'";

    /// The messages to answer and the references that the record gives.
    record Asked(List<Message> messages, List<String> references) {}

    private final String label;
    private final String idField;

    PromptFormat(String label, String idField) {
        this.label = label;
        this.idField = idField;
    }

    String label(ObjectNode record) {
        return this == DEMONSTRATION
                ? DemonstrationFormat.of(record).orElseThrow().label()
                : label;
    }

    String idField() {
        return idField;
    }

    static Optional<PromptFormat> of(ObjectNode record) {
        if (record.path("turns").isArray()) {
            return Optional.of(MT_BENCH);
        }
        if (Fields.has(record, "prompt") && record.path("instruction_id_list").isArray()) {
            return Optional.of(IFEVAL);
        }
        if (Fields.has(record, "prompt") && Fields.has(record, "uid")) {
            return Optional.of(ARENA_HARD);
        }
        if (Fields.has(record, "question") && Fields.has(record, "answer")) {
            return Optional.of(GSM8K);
        }
        if (Fields.has(record, "instruction") && Fields.has(record, "output") && Fields.has(record, "generator")) {
            return Optional.of(ALPACA_EVAL);
        }
        if (record.path("conversations").isTextual()) {
            return Optional.of(LIMA_TEST);
        }
        if (DemonstrationFormat.of(record).isPresent()) {
            return Optional.of(DEMONSTRATION);
        }
        return Fields.has(record, "prompt") || Fields.has(record, "instruction")
                ? Optional.of(PLAIN)
                : Optional.empty();
    }

    Asked asked(ObjectNode record) throws UnusableRecord {
        return switch (this) {
            case MT_BENCH -> new Asked(turns(record, "turns"), references(record));
            case GSM8K -> one(Message.user(Fields.text(record, "question")), Fields.text(record, "answer"));
            case ALPACA_EVAL -> one(Fields.instruction(record, record), Fields.text(record, "output"));
            case LIMA_TEST -> one(Message.user(Fields.text(record, "conversations")), "");
            case IFEVAL, ARENA_HARD -> one(Message.user(Fields.text(record, "prompt")), "");
            case PLAIN -> plain(record);
            case DEMONSTRATION -> demonstration(record);
        };
    }

    private static Asked one(Message message, String reference) {
        return new Asked(List.of(message), reference.isBlank() ? List.of() : List.of(reference));
    }

    private static Asked plain(ObjectNode record) throws UnusableRecord {
        String reference = Fields.has(record, "reference") ? Fields.text(record, "reference") : "";
        if (!Fields.has(record, "prompt")) {
            return one(Fields.instruction(record, record), reference);
        }
        if (record.get("prompt") instanceof ArrayNode list) {
            List<String> references = reference.isBlank() ? List.of() : List.of(reference);
            return new Asked(Fields.messages(list, "role", "content"), references);
        }
        return one(Message.user(Fields.text(record, "prompt")), reference);
    }

    /// A conversation that ends with an answer gives it as the reference; one that ends with a question is the
    /// prompt.
    private static Asked demonstration(ObjectNode record) throws UnusableRecord {
        List<List<Message>> conversations =
                DemonstrationFormat.of(record).orElseThrow().conversations(record);
        if (conversations.isEmpty()) {
            throw new UnusableRecord("has no instances");
        }
        List<Message> all = conversations.getFirst();
        int last = all.size() - 1;
        boolean answered = last >= 0 && all.get(last).role().equals("assistant");
        String answer = answered ? all.get(last).content() : "";
        return new Asked(answered ? all.subList(0, last) : all, answer.isBlank() ? List.of() : List.of(answer));
    }

    private static List<Message> turns(ObjectNode record, String field) throws UnusableRecord {
        List<Message> turns = new ArrayList<>();
        for (JsonNode turn : record.get(field)) {
            if (!turn.isTextual() || turn.asText().isBlank()) {
                throw new UnusableRecord("has no text in turn " + (turns.size() + 1));
            }
            turns.add(Message.user(turn.asText()));
        }
        return turns;
    }

    private static List<String> references(ObjectNode record) {
        List<String> references = new ArrayList<>();
        JsonNode field = record.path("reference");
        if (field.isTextual()) {
            references.add(field.asText());
        }
        field.forEach(reference -> references.add(reference.asText()));
        return references;
    }
}
