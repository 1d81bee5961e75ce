package org.densepath.bench.localise;

import java.util.List;
import org.densepath.text.Encoding;
import org.densepath.text.Message;

/// A prompt's right answer and the same with one error. `kind`: a [CorruptionKind]'s label, or what the user's
/// file says.
public record Corrupted(String key, String kind, List<Message> messages, String right, Change change) {
    public Corrupted {
        messages = List.copyOf(messages);
    }

    /// What it is called among others: a prompt has at most one error of a kind.
    public String id() {
        return key + "|" + kind;
    }

    /// The wrong answer.
    public String wrong() {
        return change.text();
    }

    /// The tokens that hold a part of the error, `[first, last + 1)` in the wrong answer's encoding. Blanks in
    /// front of an error belong to it, as they do to the token.
    public int[] tokens(Encoding encoding) {
        int start = wrong().codePointCount(0, change.start());
        int end = wrong().codePointCount(0, change.end());
        int first = -1;
        int last = -1;
        for (int t = 0; t < encoding.length(); t++) {
            if (encoding.ends()[t] > start && encoding.starts()[t] < end) {
                first = first < 0 ? t : first;
                last = t;
            }
        }
        return first < 0 ? new int[0] : new int[] {first, last + 1};
    }
}
