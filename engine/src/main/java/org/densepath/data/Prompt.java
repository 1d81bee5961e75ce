package org.densepath.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.densepath.text.Message;

/// A prompt to answer. `messages`: the conversation to answer, or for MT-Bench the user's turns in order, each
/// answered before the next. `references`: known good answers, one a turn, or none. `fields`: the record as it
/// stood, for what only one benchmark has (IFEval's `kwargs`).
public record Prompt(
        String id, List<Message> messages, List<String> references, String category, int line, ObjectNode fields) {
    public Prompt {
        messages = List.copyOf(messages);
        references = List.copyOf(references);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a prompt without a message");
        }
    }

    /// The first turn's reference.
    public Optional<String> reference() {
        return references.stream().findFirst();
    }

    /// The messages as one text: what is compared when prompts are looked for elsewhere.
    public String text() {
        return textOf(messages);
    }

    /// What the user wrote; where no message is the user's, all of it.
    static String textOf(List<Message> messages) {
        boolean asked = messages.stream().anyMatch(m -> m.role().equals("user"));
        return messages.stream()
                .filter(m -> !asked || m.role().equals("user"))
                .map(Message::content)
                .collect(Collectors.joining("\n\n"));
    }
}
