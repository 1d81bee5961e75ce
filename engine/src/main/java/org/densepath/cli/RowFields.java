package org.densepath.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.experiment.LoadedModel;
import org.densepath.text.Message;
import org.densepath.text.PromptEncoder.EncodedPrompt;
import org.densepath.text.TokenSequence;

/// What rows hold for a model: text as `{"prompt": …, "answer": …}` or ids as `{"ids": […], "promptLength": n}`.
/// All methods throw [BadInputException] with a sentence that can stand beside the row's line.
record RowFields(LoadedModel model) {
    /// A prompt's ids, and what is to be said about its text.
    record Prompt(int[] ids, List<String> warnings) {}

    /// A prompt with its response.
    record Answered(TokenSequence sequence, List<String> warnings) {}

    /// A row to continue: `{"prompt": …}` or `{"ids": […]}`.
    Prompt prompt(ObjectNode row) {
        Prompt prompt = row.hasNonNull("ids") ? new Prompt(ids(row.get("ids")), List.of()) : encoded(row);
        int positions = model.model().positions();
        if (prompt.ids().length == 0 || prompt.ids().length >= positions) {
            throw new BadInputException("The prompt has " + prompt.ids().length + " tokens; expected 1 to "
                    + (positions - 1) + ", as " + model.name() + " has " + positions + " positions.");
        }
        return prompt;
    }

    /// A row to score: `{"prompt": …, "answer": …}` or `{"ids": […], "promptLength": n}`.
    Answered answered(ObjectNode row) {
        return fitting(row.hasNonNull("ids") ? split(row) : joined(row));
    }

    /// The same row, which another model has encoded, where it is not too long for this one.
    Answered fitting(Answered answered) {
        int length = answered.sequence().length();
        if (length > model.model().positions()) {
            throw new BadInputException("The row has " + length + " tokens; " + model.name() + " has "
                    + model.model().positions() + " positions.");
        }
        return answered;
    }

    private Answered split(ObjectNode row) {
        int[] ids = ids(row.get("ids"));
        JsonNode length = row.path("promptLength");
        if (!length.canConvertToInt() || !length.isIntegralNumber() || length.intValue() < 1) {
            throw new BadInputException("'promptLength' is " + (length.isMissingNode() ? "missing" : length)
                    + "; expected how many of the ids are the prompt's, 1 or more.");
        }
        if (length.intValue() >= ids.length) {
            throw new BadInputException("'promptLength' is " + length + " of " + ids.length
                    + " ids, so that no response token is left to score.");
        }
        return new Answered(new TokenSequence(ids, length.intValue()), List.of());
    }

    private Answered joined(ObjectNode row) {
        JsonNode answer = row.path("answer");
        if (!answer.isTextual()) {
            throw new BadInputException(
                    "'answer' is " + kind(answer) + "; expected text, or 'ids' with 'promptLength'.");
        }
        Prompt prompt = encoded(row);
        int[] ids = model.encodeWholeAnswer(answer.textValue());
        if (ids.length == 0) {
            throw new BadInputException("'answer' is empty, and " + model.name() + " names no end token to score.");
        }
        return new Answered(TokenSequence.of(prompt.ids(), ids), prompt.warnings());
    }

    private Prompt encoded(ObjectNode row) {
        EncodedPrompt prompt = model.prompt(messages(row.path("prompt")));
        if (prompt.ids().length == 0) {
            throw new BadInputException("'prompt' has no tokens.");
        }
        return new Prompt(prompt.ids(), prompt.warnings());
    }

    private static List<Message> messages(JsonNode prompt) {
        if (prompt.isTextual()) {
            return List.of(Message.user(prompt.textValue()));
        }
        if (!(prompt instanceof ArrayNode list) || list.isEmpty()) {
            throw new BadInputException("'prompt' is " + kind(prompt)
                    + "; expected text, or messages as [{\"role\": …, \"content\": …}]; or give 'ids'.");
        }
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : list) {
            if (!message.path("role").isTextual() || !message.path("content").isTextual()) {
                throw new BadInputException("Message " + (messages.size() + 1)
                        + " of 'prompt' lacks 'role' or 'content'; expected both, as text.");
            }
            messages.add(new Message(
                    message.get("role").textValue(), message.get("content").textValue()));
        }
        return messages;
    }

    private int[] ids(JsonNode list) {
        int vocabulary = model.model().settings().vocabularySize();
        if (!list.isArray()) {
            throw new BadInputException("'ids' is " + kind(list) + "; expected a list of token ids.");
        }
        int[] ids = new int[list.size()];
        for (int i = 0; i < ids.length; i++) {
            JsonNode id = list.get(i);
            if (!id.isInt() || id.intValue() < 0 || id.intValue() >= vocabulary) {
                throw new BadInputException("Id " + (i + 1) + " of 'ids' is " + id
                        + "; expected a whole number from 0 to " + (vocabulary - 1) + ".");
            }
            ids[i] = id.intValue();
        }
        return ids;
    }

    /// For a sentence: what is there in place of what was expected.
    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case MISSING -> "missing";
            case ARRAY -> node.isEmpty() ? "an empty list" : "a list";
            case OBJECT -> "an object";
            case STRING -> "text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }

    /// Tokens as text, one by one; a part of a character shows as U+FFFD.
    static void putTokens(ObjectNode into, String field, LoadedModel model, int[] ids) {
        if (model.hasTokenizer()) {
            ArrayNode tokens = into.putArray(field);
            Arrays.stream(ids).forEach(id -> tokens.add(model.tokenizer().text(id)));
        }
    }

    static void put(ObjectNode into, String field, int[] values) {
        ArrayNode list = into.putArray(field);
        Arrays.stream(values).forEach(list::add);
    }

    static void put(ObjectNode into, String field, float[] values) {
        ArrayNode list = into.putArray(field);
        for (float value : values) {
            list.add(value);
        }
    }

    static void putWarnings(ObjectNode into, List<String> warnings) {
        if (!warnings.isEmpty()) {
            warnings.forEach(into.withArray("warnings")::add);
        }
    }
}
