package org.densepath.app.tokens;

import org.densepath.paint.NumberText;
import org.densepath.run.TraceRow;

/// A token and its numbers in one line, to be read and to be spoken.
public final class TokenSentence {
    private TokenSentence() {}

    /// `Token 17 of 42 “ 85” id 421 r̂ +1.42 G +1.10 …`; empty where there is no such token.
    public static String of(TraceRow row, int token) {
        if (token < 0 || token >= row.responseLength()) {
            return "";
        }
        StringBuilder text = new StringBuilder("Token " + (token + 1) + " of " + row.responseLength() + "  "
                + quoted(row.tokens().get(token)) + "  id " + row.ids()[row.promptLength() + token]);
        append(text, "r̂", row.values().reward(), token, true);
        append(text, "G", row.values().returnToGo(), token, true);
        append(text, "A", row.values().advantage(), token, true);
        append(text, "log π_θ", row.values().logpPolicy(), token, false);
        append(text, "log π_SFT", row.values().logpSft(), token, false);
        append(text, "log π_ref", row.values().logpRef(), token, false);
        return text.toString();
    }

    /// A token's text within quotation marks, on one line, not longer than is read at a glance.
    static String quoted(String token) {
        String line = token.replace("\n", "⏎").replace("\t", "⇥");
        if (token.isEmpty()) {
            return "(part of the character before)";
        }
        return "“" + (line.length() <= 40 ? line : line.substring(0, 39) + "…") + "”";
    }

    private static void append(StringBuilder text, String name, float[] values, int token, boolean signed) {
        if (values.length > 0) {
            String value = signed ? NumberText.signed(values[token]) : NumberText.plain(values[token]);
            text.append("   ").append(name).append(' ').append(value);
        }
    }
}
