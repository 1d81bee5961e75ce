package org.densepath.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.text.Message;

/// How a record holds a demonstration, told by its fields. Names are those of the data sets that made them known.
enum DemonstrationFormat {
    MESSAGES("messages"),
    PROMPT_COMPLETION("prompt/completion"),
    SELF_INSTRUCT("Self-Instruct"),
    ALPACA("Alpaca"),
    SHARE_GPT("ShareGPT"),
    LIMA("LIMA");

    static final String ALL = "messages, prompt/completion, Alpaca, ShareGPT, Self-Instruct or LIMA";

    private final String label;

    DemonstrationFormat(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    static Optional<DemonstrationFormat> of(ObjectNode record) {
        if (record.path("messages").isArray()) {
            return Optional.of(MESSAGES);
        }
        if (record.path("conversations") instanceof ArrayNode turns && !turns.isEmpty()) {
            JsonNode first = turns.get(0);
            return first.isTextual()
                    ? Optional.of(LIMA)
                    : first.has("from") ? Optional.of(SHARE_GPT) : Optional.of(MESSAGES);
        }
        if (Fields.has(record, "prompt") && Fields.has(record, "completion")) {
            return Optional.of(PROMPT_COMPLETION);
        }
        if (Fields.has(record, "instruction")) {
            return record.path("instances").isArray()
                    ? Optional.of(SELF_INSTRUCT)
                    : Fields.has(record, "output") ? Optional.of(ALPACA) : Optional.empty();
        }
        return Optional.empty();
    }

    /// The record's conversations, answers included: one, or for Self-Instruct one an instance.
    List<List<Message>> conversations(ObjectNode record) throws UnusableRecord {
        return switch (this) {
            case MESSAGES -> {
                JsonNode list =
                        record.path("messages").isArray() ? record.get("messages") : record.get("conversations");
                yield List.of(Fields.messages((ArrayNode) list, "role", "content"));
            }
            case PROMPT_COMPLETION -> {
                List<Message> all = new ArrayList<>(side(record, "prompt", "user"));
                all.addAll(side(record, "completion", "assistant"));
                yield List.of(all);
            }
            case SELF_INSTRUCT -> {
                List<List<Message>> all = new ArrayList<>();
                for (JsonNode instance : record.get("instances")) {
                    all.add(instruction(record, instance));
                }
                yield all;
            }
            case ALPACA -> List.of(instruction(record, record));
            case SHARE_GPT -> {
                List<Message> all = new ArrayList<>();
                if (!Fields.text(record, "system").isBlank()) {
                    all.add(new Message("system", Fields.text(record, "system")));
                }
                all.addAll(Fields.messages((ArrayNode) record.get("conversations"), "from", "value"));
                yield List.of(all);
            }
            case LIMA -> List.of(Fields.alternating((ArrayNode) record.get("conversations")));
        };
    }

    private static List<Message> instruction(ObjectNode record, JsonNode instance) throws UnusableRecord {
        return List.of(Fields.instruction(record, instance), new Message("assistant", Fields.text(instance, "output")));
    }

    private static List<Message> side(ObjectNode record, String field, String role) throws UnusableRecord {
        return record.get(field) instanceof ArrayNode list
                ? Fields.messages(list, "role", "content")
                : List.of(new Message(role, Fields.text(record, field)));
    }
}
