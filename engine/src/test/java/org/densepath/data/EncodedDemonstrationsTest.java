package org.densepath.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.function.Function;
import org.densepath.BadInputException;
import org.densepath.text.Message;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.Test;

class EncodedDemonstrationsTest {
    private static final int END = 99;
    private static final Function<String, int[]> CHARACTERS =
            text -> text.strip().chars().toArray();
    private static final Function<List<Message>, int[]> PROMPT =
            messages -> CHARACTERS.apply(messages.getFirst().content());

    @Test
    void ofJoinsPromptAnswerAndEnd() {
        TokenSequence sequence =
                encoded(10, demonstration("ab", "c", 1)).sequences().getFirst();
        assertArrayEquals(new int[] {'a', 'b', 'c', END}, sequence.ids());
        assertEquals(2, sequence.promptLength());
        assertArrayEquals(new int[] {'c', END}, sequence.response());
    }

    @Test
    void ofRefusesWithLineAndReason() {
        var encoded = encoded(
                4,
                demonstration("ab", "cd", 1),
                demonstration("ab", "c", 2),
                demonstration(" ", "c", 3),
                new Demonstration(List.of(Message.user("a")), "\u200B", 4));
        assertEquals(
                List.of(new Refused(1, "has 5 tokens; the limit is 4"), new Refused(3, "has a prompt of no tokens")),
                encoded.refused());
        assertEquals(
                List.of(2, 4),
                encoded.demonstrations().stream().map(Demonstration::line).toList());
    }

    @Test
    void ofRefusesAnAnswerOfNoTokens() {
        var encoded = EncodedDemonstrations.of(
                List.of(demonstration("a", "x", 1), demonstration("a", "b", 2)),
                PROMPT,
                text -> text.equals("x") ? new int[0] : new int[] {1},
                END,
                10);
        assertEquals(List.of(new Refused(1, "has an answer of no tokens: its mask would be empty")), encoded.refused());
    }

    @Test
    void ofThrowsWhenEveryDemonstrationIsTooLong() {
        assertThrows(BadInputException.class, () -> encoded(2, demonstration("ab", "cd", 1)));
    }

    private static EncodedDemonstrations encoded(int limit, Demonstration... demonstrations) {
        return EncodedDemonstrations.of(List.of(demonstrations), PROMPT, CHARACTERS, END, limit);
    }

    private static Demonstration demonstration(String prompt, String answer, int line) {
        return new Demonstration(List.of(Message.user(prompt)), answer, line);
    }
}
