package org.densepath.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.text.ChatTemplate;
import org.densepath.text.Message;
import org.densepath.text.Tokenizer;

/// The tokens that end an answer, the one that a demonstration's answer is closed with first: `eos_token_id` of
/// `generation_config.json`, else of `config.json`, else the tokenizer's `eos_token`.
///
/// Of several the first is the one that the chat template writes behind an answer (Gemma's `<end_of_turn>`, where
/// `eos_token` is `<eos>`), else the tokenizer's `eos_token`.
final class EndTokens {
    private static final String ANSWER = "An answer.";

    private EndTokens() {}

    /// Empty when the model names none. `tokenizer` is empty for a model that reads no text.
    static int[] of(ModelFiles files, Optional<Tokenizer> tokenizer, ChatTemplate template) {
        for (JsonNode config : List.of(files.generationConfig(), files.config())) {
            JsonNode eos = config.path("eos_token_id");
            if (eos.isInt()) {
                return new int[] {eos.intValue()};
            }
            if (eos.isArray() && !eos.isEmpty()) {
                int[] ids = new int[eos.size()];
                Arrays.setAll(ids, i -> eos.get(i).asInt());
                putFirst(ids, named(files, tokenizer));
                putFirst(ids, written(tokenizer, template));
                return ids;
            }
        }
        return named(files, tokenizer).stream().toArray();
    }

    private static OptionalInt named(ModelFiles files, Optional<Tokenizer> tokenizer) {
        JsonNode eos = files.tokenizerConfig().path("eos_token");
        String text = eos.isObject() ? eos.path("content").asText() : eos.asText();
        return tokenizer.isPresent() && !text.isEmpty() ? tokenizer.get().idOf(text) : OptionalInt.empty();
    }

    /// The first token behind an answer in a rendered conversation.
    private static OptionalInt written(Optional<Tokenizer> tokenizer, ChatTemplate template) {
        if (tokenizer.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            String text =
                    template.render(List.of(Message.user("A question."), new Message("assistant", ANSWER)), false);
            int at = text.lastIndexOf(ANSWER);
            String rest = at < 0 ? "" : text.substring(at + ANSWER.length());
            int[] behind = tokenizer.get().encode(rest, true).ids();
            return behind.length == 0 ? OptionalInt.empty() : OptionalInt.of(behind[0]);
        } catch (BadInputException e) {
            // a template that refuses this conversation is told of when it is used
            return OptionalInt.empty();
        }
    }

    private static void putFirst(int[] ids, OptionalInt first) {
        for (int i = 1; i < ids.length; i++) {
            if (first.isPresent() && ids[i] == first.getAsInt()) {
                ids[i] = ids[0];
                ids[0] = first.getAsInt();
            }
        }
    }
}
