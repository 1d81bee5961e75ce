package org.densepath.sample.model;

import java.util.List;

/// A byte-level byte-pair vocabulary: tokens by id (special ones, then the bytes, then what merges made; spelled
/// in [ByteAlphabet]) and the merges in the order they were learned.
public record BpeVocabulary(List<String> tokens, List<Merge> merges) {
    /// Before tokens are looked for, text is cut so: single digits, words and runs of other signs, each with at
    /// most one blank before it, and runs of white space.
    public static final String PIECES = " ?\\p{N}| ?\\p{L}+| ?[^\\s\\p{L}\\p{N}]+|\\s+";

    public BpeVocabulary {
        tokens = List.copyOf(tokens);
        merges = List.copyOf(merges);
    }

    public int size() {
        return tokens.size();
    }

    /// Two neighbours that become one token.
    public record Merge(String left, String right) {
        public String joined() {
            return left + right;
        }
    }
}
