package org.densepath.text;

import java.util.Arrays;

/// A prompt's token ids followed by a response's: what is scored and trained on. Never padded, never truncated.
/// The response's end token is one of its tokens. The array is not copied; callers do not change it.
public record TokenSequence(int[] ids, int promptLength) {
    public TokenSequence {
        if (promptLength < 1 || promptLength > ids.length) {
            throw new IllegalArgumentException(
                    "a prompt of " + promptLength + " tokens in a sequence of " + ids.length);
        }
    }

    public static TokenSequence of(int[] prompt, int[] response) {
        int[] ids = Arrays.copyOf(prompt, prompt.length + response.length);
        System.arraycopy(response, 0, ids, prompt.length, response.length);
        return new TokenSequence(ids, prompt.length);
    }

    public int length() {
        return ids.length;
    }

    public int responseLength() {
        return ids.length - promptLength;
    }

    public int[] prompt() {
        return Arrays.copyOf(ids, promptLength);
    }

    public int[] response() {
        return Arrays.copyOfRange(ids, promptLength, ids.length);
    }
}
