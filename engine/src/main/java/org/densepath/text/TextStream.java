package org.densepath.text;

import java.util.Arrays;

/// Text as its tokens arrive: each token gives the characters that it completes, and together they are the
/// decoded text. Works by decoding the tail, because a token may end within a character and some decoders look at
/// its neighbours.
public final class TextStream {
    private static final char INCOMPLETE = '\uFFFD';

    private final Tokenizer tokenizer;
    /// The tokens of the last piece given out, then those not given out yet.
    private int[] tail = new int[0];
    /// How many tokens of the tail are given out: context, for decoders that strip a text's first blank.
    private int context;

    public TextStream(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /// The text that this token completes: often a word, sometimes nothing.
    public String add(int id) {
        tail = Arrays.copyOf(tail, tail.length + 1);
        tail[tail.length - 1] = id;
        String fresh = fresh();
        if (fresh.isEmpty() || fresh.charAt(fresh.length() - 1) == INCOMPLETE) {
            return "";
        }
        tail = Arrays.copyOfRange(tail, context, tail.length);
        context = tail.length;
        return fresh;
    }

    /// What is left when no more tokens come: an incomplete character as U+FFFD.
    public String finish() {
        String rest = fresh();
        tail = new int[0];
        context = 0;
        return rest;
    }

    private String fresh() {
        int given = tokenizer.decode(Arrays.copyOf(tail, context)).length();
        String text = tokenizer.decode(tail);
        return text.length() > given ? text.substring(given) : "";
    }
}
