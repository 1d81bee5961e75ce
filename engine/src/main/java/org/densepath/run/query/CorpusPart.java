package org.densepath.run.query;

import java.util.List;

/// Some of the corpus' tokens: what one bar stands for.
public sealed interface CorpusPart {
    /// On the columns `token`, `is_end`, `position` (from 0) and `length` of a token. The table `example_token`
    /// has what [#tokens] finds.
    String condition();

    /// The texts of the tokens, in the tables of the reading: kinds are told once for each text.
    default String tokens() {
        return "SELECT token FROM rare WHERE false";
    }

    /// The values of `?` in the condition.
    default List<Object> parameters() {
        return List.of();
    }

    /// The tokens at relative positions [`bin`/bins, (`bin`+1)/bins).
    record Position(int bin, int bins) implements CorpusPart {
        @Override
        public String condition() {
            return "position * " + bins + " // length = " + bin;
        }
    }

    /// The tokens of a kind.
    record Kind(TokenClass kind) implements CorpusPart {
        @Override
        public String condition() {
            return kind == TokenClass.END ? "is_end" : "NOT is_end AND token IN (SELECT token FROM example_token)";
        }

        @Override
        public String tokens() {
            return kind == TokenClass.RARE
                    ? "SELECT token FROM rare"
                    : "SELECT token FROM (SELECT DISTINCT token, false AS is_end FROM token_sum) WHERE "
                            + TokenClass.sql() + " = '" + kind.name() + "'";
        }
    }

    /// The tokens of one text.
    record Text(String token) implements CorpusPart {
        @Override
        public String condition() {
            return "token = ?";
        }

        @Override
        public List<Object> parameters() {
            return List.of(token);
        }
    }
}
