package org.densepath.app.pair;

import java.util.ArrayList;
import java.util.List;

/// Characters of the editor that are tinted alike.
///
/// @param credit r̂ of the token that they belong to, NaN where it is not known
/// @param state whether that still holds
record TintRun(int length, float credit, State state) {
    enum State {
        /// As it was scored.
        SCORED,
        /// The token stands there as it was scored, but after another beginning.
        AFTER_A_CHANGE,
        /// Not scored.
        NEW
    }

    /// The runs of `text`, which was `scored` before it was edited: what stands before the change keeps its
    /// credit, what stands after it keeps it for the time being.
    ///
    /// @param tokens of the scored answer; what they say more than it (the end token) is left out
    static List<TintRun> of(String text, String scored, List<String> tokens, float[] credit) {
        int same = 0;
        int least = Math.min(text.length(), scored.length());
        while (same < least && text.charAt(same) == scored.charAt(same)) {
            same++;
        }
        int after = 0;
        while (after < least - same
                && text.charAt(text.length() - 1 - after) == scored.charAt(scored.length() - 1 - after)) {
            after++;
        }
        List<TintRun> runs = new ArrayList<>();
        int from = 0;
        int changedTo = scored.length() - after;
        int inserted = text.length() - same - after;
        boolean untouched = text.equals(scored);
        boolean placed = untouched;
        for (int i = 0; i < tokens.size() && scored.startsWith(tokens.get(i), from); i++) {
            int to = from + tokens.get(i).length();
            int before = Math.max(0, Math.min(to, same) - from);
            boolean whole = untouched || to <= same;
            add(runs, before, credit[i], whole ? State.SCORED : State.AFTER_A_CHANGE);
            if (!placed && to >= same) {
                add(runs, inserted, Float.NaN, State.NEW);
                placed = true;
            }
            add(runs, to - Math.max(from, Math.max(same, changedTo)), credit[i], State.AFTER_A_CHANGE);
            from = to;
        }
        int covered = runs.stream().mapToInt(TintRun::length).sum();
        add(runs, text.length() - covered, Float.NaN, State.NEW);
        return runs;
    }

    private static void add(List<TintRun> runs, int length, float credit, State state) {
        if (length > 0) {
            runs.add(new TintRun(length, credit, state));
        }
    }
}
