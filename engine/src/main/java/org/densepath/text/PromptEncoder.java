package org.densepath.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// A conversation to prompt ids: ids = tokens(template(messages)). The rendered text is read as `transformers`
/// reads it: special tokens in it are recognised, because the template's own are written in it. A message that
/// holds a special token's text is reported; what becomes of it, [Injected] says.
public final class PromptEncoder {

    /// What a special token that a *message* spells out becomes.
    public enum Injected {
        /// The special token, as in `transformers`. The message can end its turn and begin another.
        RECOGNISED,
        /// Text like any other. Prompts without such a message are not touched by this choice.
        READ_AS_TEXT
    }

    /// `warnings`: a sentence for each message that holds a special token's text.
    public record EncodedPrompt(String text, int[] ids, List<String> warnings) {}

    private final Tokenizer tokenizer;
    private final Function<List<Message>, String> template;
    private final Injected injected;

    public PromptEncoder(Tokenizer tokenizer, Function<List<Message>, String> template, Injected injected) {
        this.tokenizer = tokenizer;
        this.template = template;
        this.injected = injected;
    }

    public EncodedPrompt encode(List<Message> messages) {
        Set<String> spelled = new LinkedHashSet<>();
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            String content = messages.get(i).content();
            List<String> found = tokenizer.specialTokens().stream()
                    .filter(token -> !token.isEmpty() && content.contains(token))
                    .toList();
            if (!found.isEmpty()) {
                spelled.addAll(found);
                warnings.add("Message " + (i + 1) + " (" + messages.get(i).role() + ") contains "
                        + String.join(", ", found) + ": " + consequence());
            }
        }
        if (spelled.isEmpty() || injected == Injected.RECOGNISED) {
            String text = template.apply(messages);
            return new EncodedPrompt(text, tokenizer.encode(text, true).ids(), List.copyOf(warnings));
        }
        GuardedPrompt guarded = GuardedPrompt.of(messages, template, List.copyOf(spelled));
        return new EncodedPrompt(guarded.text(), guarded.ids(tokenizer), List.copyOf(warnings));
    }

    private String consequence() {
        return switch (injected) {
            case RECOGNISED -> "it is read as a special token, which may end the message early";
            case READ_AS_TEXT -> "it is read as plain text";
        };
    }
}
