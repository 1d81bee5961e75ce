package org.densepath.paint;

import java.util.List;

/// A tokenised text with one credit per token. The array is not copied; callers do not change it.
///
/// @param heading a line above the text, or empty
/// @param tokens what each token reads as, blanks and line feeds
/// included
/// @param credit one value per token; NaN where a token has none (prompt, masked)
public record CreditedText(String heading, List<String> tokens, float[] credit) {
    public CreditedText {
        tokens = List.copyOf(tokens);
        if (tokens.size() != credit.length) {
            throw new IllegalArgumentException(tokens.size() + " tokens with " + credit.length + " values");
        }
    }
}
