package org.densepath.sample.model;

import java.util.Arrays;
import java.util.List;

/// The four tokens that mark a conversation; they come first in the vocabulary, so the ordinal is the id.
public enum SpecialToken {
    PAD("<|pad|>"),
    USER("<|user|>"),
    ASSISTANT("<|assistant|>"),
    END("<|end|>");

    private final String text;

    SpecialToken(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    public int id() {
        return ordinal();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(SpecialToken::text).toList();
    }
}
