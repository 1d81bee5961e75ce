package org.densepath.app.bench;

import java.util.List;

/// One answer.
///
/// @param sample which of several to its prompt, from 0
/// @param turns its text, one for each turn
/// @param cut whether the limit on its length ended it
/// @param totalReturn Σ r̂, NaN where it was not computed
/// @param check what the checker gave it, 0 to 1; NaN where there is none
record KeptAnswer(int sample, List<String> turns, boolean cut, double totalReturn, double check) {
    KeptAnswer {
        turns = List.copyOf(turns);
    }

    boolean checked() {
        return !Double.isNaN(check);
    }

    boolean right() {
        return check >= 0.5;
    }

    /// All turns, as they are read.
    String text() {
        return String.join("\n\n", turns);
    }

    KeptAnswer withCheck(boolean right) {
        return new KeptAnswer(sample, turns, cut, totalReturn, right ? 1 : 0);
    }
}
