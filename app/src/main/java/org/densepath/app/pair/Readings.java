package org.densepath.app.pair;

import java.util.Optional;
import org.densepath.app.scoring.ModelScores;
import org.densepath.app.scoring.Role;
import org.densepath.paint.Alignment;
import org.densepath.paint.NumberText;

/// What is said of a token that is pointed at.
final class Readings {
    private Readings() {}

    /// Of a version whose prompt stands in front.
    static String one(Version version, int place) {
        int token = place - version.scored().promptTokens().size();
        if (place < 0) {
            return "";
        }
        if (token < 0) {
            return quoted(version.scored().promptTokens().get(place)) + "   prompt: no credit";
        }
        StringBuilder text = new StringBuilder("Token " + (token + 1) + " of "
                + version.scored().tokens().size() + "  "
                + quoted(version.scored().tokens().get(token)) + "   r̂ "
                + NumberText.signed(version.scored().reward()[token]) + "   G "
                + NumberText.signed(version.scored().returnToGo()[token]));
        for (Role role : Role.values()) {
            Optional.ofNullable(version.scored().models().get(role))
                    .ifPresent(model -> append(text, role, model, token));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Role role, ModelScores model, int token) {
        text.append("   log ").append(role.symbol()).append(' ').append(NumberText.plain(model.logp()[token]));
        if (model.rank().length > token) {
            text.append(" (rank ").append(model.rank()[token]).append(')');
        }
    }

    /// Of a column of a pair.
    static String column(Version first, Version second, Alignment.Column column, float difference) {
        return "A " + side(first, column.first()) + "   B " + side(second, column.second()) + "   Δr̂ "
                + NumberText.signed(difference);
    }

    private static String side(Version version, int token) {
        return token < 0
                ? "no token"
                : quoted(version.scored().tokens().get(token)) + " r̂ "
                        + NumberText.signed(version.scored().reward()[token]);
    }

    /// Σ r̂ beside the sequence's log-ratio.
    static String check(Version version) {
        double sft = version.logProbability(Role.SFT);
        double reference = version.logProbability(Role.REFERENCE);
        return "log π_SFT(y|x) − log π_ref(y|x) = " + NumberText.plain(sft) + " − (" + NumberText.plain(reference)
                + ") = " + NumberText.signed(sft - reference);
    }

    static String quoted(String token) {
        return "“" + token.replace("\n", "⏎") + "”";
    }
}
