package org.densepath.data;

import java.util.List;
import org.densepath.text.Message;

/// A prompt and the answer to learn: the messages before the last answer, and that answer. `line` is where it
/// stood.
public record Demonstration(List<Message> prompt, String answer, int line) {
    public Demonstration {
        prompt = List.copyOf(prompt);
        if (prompt.isEmpty() || answer.isBlank()) {
            throw new IllegalArgumentException("a demonstration without a prompt or an answer");
        }
    }

    /// The prompt's messages as one text: what is compared when prompts are looked for elsewhere.
    public String promptText() {
        return Prompt.textOf(prompt);
    }
}
