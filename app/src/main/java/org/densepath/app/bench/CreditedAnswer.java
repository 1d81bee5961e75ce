package org.densepath.app.bench;

import java.util.Arrays;
import java.util.List;
import org.densepath.app.scoring.Scored;
import org.densepath.paint.CreditedText;
import org.densepath.paint.NumberText;

/// An answer with the reward of each of its tokens.
record CreditedAnswer(List<String> tokens, float[] reward) {
    /// An answer that was cut has no end token, which a text is scored with.
    static CreditedAnswer of(Scored scored, boolean cut) {
        int n = Math.max(0, scored.tokens().size() - (cut ? 1 : 0));
        return new CreditedAnswer(scored.tokens().subList(0, n), Arrays.copyOf(scored.reward(), n));
    }

    CreditedText text(String heading) {
        return new CreditedText(heading, tokens, reward);
    }

    /// `“ cat”, token 3 of 9: r̂ +0.12, return from here +0.40`.
    String sentence(int token) {
        double rest = 0;
        for (int t = token; t < reward.length; t++) {
            rest += reward[t];
        }
        return "“" + tokens.get(token).replace("\n", "⏎") + "”, token " + (token + 1) + " of " + tokens.size() + ": r̂ "
                + NumberText.signed(reward[token]) + ", return from here " + NumberText.signed(rest);
    }
}
