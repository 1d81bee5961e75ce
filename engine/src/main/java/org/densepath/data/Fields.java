package org.densepath.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.text.Message;

/// Text and messages out of a record's fields, with the reason when they are not what they should be. A field
/// that is null counts as absent.
final class Fields {
    private Fields() {}

    static boolean has(JsonNode record, String field) {
        return record.hasNonNull(field);
    }

    /// The field's text; empty when absent.
    static String text(JsonNode record, String field) throws UnusableRecord {
        return has(record, field) ? text(record.get(field), "the field '" + field + "'", true) : "";
    }

    private static String text(JsonNode value, String what, boolean strict) throws UnusableRecord {
        if (!value.isTextual() && (strict || !value.isArray())) {
            throw new UnusableRecord("has a " + JsonLines.kind(value) + " in " + what + "; expected text");
        }
        String text = value.isArray() ? parts(value, what) : value.asText();
        if (!wellFormed(text)) {
            throw new UnusableRecord("has half a surrogate pair in " + what + "; expected Unicode text");
        }
        return text;
    }

    /// Content as a list of parts, as chat interfaces write it: only text parts can be used.
    private static String parts(JsonNode parts, String what) throws UnusableRecord {
        StringBuilder text = new StringBuilder();
        for (JsonNode part : parts) {
            if (!part.path("text").isTextual()) {
                throw new UnusableRecord("has a part of type '"
                        + part.path("type").asText("unknown") + "' in " + what + "; only text parts can be used");
            }
            text.append(part.get("text").asText());
        }
        return text.toString();
    }

    /// A list of `{role, content}`; `roleKey` and `contentKey` are what this format calls them.
    static List<Message> messages(ArrayNode list, String roleKey, String contentKey) throws UnusableRecord {
        List<Message> messages = new ArrayList<>(list.size());
        for (JsonNode node : list) {
            String what = "message " + (messages.size() + 1);
            if (!has(node, roleKey) || !has(node, contentKey)) {
                throw new UnusableRecord("has no '" + roleKey + "' or no '" + contentKey + "' in " + what);
            }
            String role = role(text(node.get(roleKey), "the role of " + what, true));
            messages.add(new Message(role, text(node.get(contentKey), what, false)));
        }
        return messages;
    }

    /// The four roles under the names that data sets give them.
    private static String role(String name) throws UnusableRecord {
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "user", "human" -> "user";
            case "assistant", "gpt", "chatgpt", "bing", "bard", "model" -> "assistant";
            case "system", "developer" -> "system";
            case "tool", "function", "observation", "ipython" -> "tool";
            default ->
                throw new UnusableRecord("has a message from '" + shortened(name)
                        + "'; expected user, assistant, system, tool, human or gpt");
        };
    }

    /// Instruction, and if the input is not blank, two newlines and the input.
    static Message instruction(JsonNode record, JsonNode instance) throws UnusableRecord {
        String input = text(instance, "input");
        return Message.user(text(record, "instruction") + (input.isBlank() ? "" : "\n\n" + input));
    }

    /// Turns that alternate, the user's first.
    static List<Message> alternating(ArrayNode turns) throws UnusableRecord {
        List<Message> messages = new ArrayList<>(turns.size());
        for (JsonNode turn : turns) {
            String role = messages.size() % 2 == 0 ? "user" : "assistant";
            messages.add(new Message(role, text(turn, "turn " + (messages.size() + 1), true)));
        }
        return messages;
    }

    static String names(JsonNode record) {
        List<String> names = new ArrayList<>();
        record.fieldNames().forEachRemaining(name -> names.add(shortened(name)));
        return names.isEmpty() ? "no fields" : "the fields " + shortened(String.join(", ", names));
    }

    private static String shortened(String text) {
        return text.length() <= 120 ? text : text.substring(0, 120) + "…";
    }

    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
