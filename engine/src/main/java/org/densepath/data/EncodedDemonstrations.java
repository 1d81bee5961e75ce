package org.densepath.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.densepath.BadInputException;
import org.densepath.text.Message;
import org.densepath.text.TokenSequence;

/// Demonstrations as ids: prompt ids ++ answer ids ++ end id. The two sides are encoded apart and joined, so that
/// the boundary between them never shifts and the mask is a length, not a search. `sequences` and
/// `demonstrations` go together by index; `refused` tells which were left out and why.
public record EncodedDemonstrations(
        List<TokenSequence> sequences, List<Demonstration> demonstrations, List<Refused> refused) {
    public EncodedDemonstrations {
        sequences = List.copyOf(sequences);
        demonstrations = List.copyOf(demonstrations);
        refused = List.copyOf(refused);
        if (sequences.size() != demonstrations.size()) {
            throw new IllegalArgumentException(
                    sequences.size() + " sequences of " + demonstrations.size() + " demonstrations");
        }
    }

    /// `prompt`: messages to ids, template and generation prompt included. `answer`: text to ids, special tokens
    /// read as text, no end. `limit`: most tokens a sequence may have, the end included. Throws
    /// [BadInputException] when nothing is left.
    public static EncodedDemonstrations of(
            List<Demonstration> all,
            Function<List<Message>, int[]> prompt,
            Function<String, int[]> answer,
            int endId,
            int limit) {
        List<TokenSequence> sequences = new ArrayList<>(all.size());
        List<Demonstration> kept = new ArrayList<>(all.size());
        List<Refused> refused = new ArrayList<>();
        for (Demonstration demonstration : all) {
            int[] asked = prompt.apply(demonstration.prompt());
            int[] answered = answer.apply(demonstration.answer());
            int length = asked.length + answered.length + 1;
            if (asked.length == 0) {
                refused.add(new Refused(demonstration.line(), "has a prompt of no tokens"));
            } else if (answered.length == 0) {
                refused.add(new Refused(demonstration.line(), "has an answer of no tokens: its mask would be empty"));
            } else if (length > limit) {
                refused.add(new Refused(demonstration.line(), "has " + length + " tokens; the limit is " + limit));
            } else {
                int[] response = Arrays.copyOf(answered, answered.length + 1);
                response[answered.length] = endId;
                sequences.add(TokenSequence.of(asked, response));
                kept.add(demonstration);
            }
        }
        if (sequences.isEmpty()) {
            throw new BadInputException("None of the " + all.size() + " demonstrations can be used"
                    + (refused.isEmpty() ? "" : " (" + refused.getFirst() + ")")
                    + "; raise the length limit or give other demonstrations.");
        }
        return new EncodedDemonstrations(sequences, kept, refused);
    }
}
