package org.densepath.sample.model;

import java.util.stream.IntStream;
import org.densepath.text.TokenSequence;

/// How a conversation stands in token ids: `<|user|>` prompt `<|assistant|>` answer `<|end|>`. Every text begins
/// with a blank, so that its first word is the same token as elsewhere.
public final class ChatLayout {
    private final BpeEncoder encoder;

    public ChatLayout(BpeEncoder encoder) {
        this.encoder = encoder;
    }

    /// Prompt and answer, both without their leading blanks; the end token is the answer's last.
    public TokenSequence exchange(String prompt, String answer) {
        int[] asked = IntStream.concat(
                        IntStream.concat(IntStream.of(SpecialToken.USER.id()), words(prompt)),
                        IntStream.of(SpecialToken.ASSISTANT.id()))
                .toArray();
        return TokenSequence.of(asked, ended(answer));
    }

    /// A text that answers nobody: it begins after the end of another.
    public TokenSequence statement(String text) {
        return TokenSequence.of(new int[] {SpecialToken.END.id()}, ended(text));
    }

    private int[] ended(String text) {
        return IntStream.concat(words(text), IntStream.of(SpecialToken.END.id()))
                .toArray();
    }

    private IntStream words(String text) {
        return IntStream.of(encoder.encode(" " + text));
    }
}
