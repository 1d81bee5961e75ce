package org.densepath.app.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.run.Event;

/// What the scores say, in sentences: each arm against SFT on the same prompts, and against the controls that
/// explain a gain away.
final class Verdicts {
    private Verdicts() {}

    /// @param kind how it stands, for its icon
    record Verdict(Kind kind, String sentence) {
        enum Kind {
            AHEAD,
            BEHIND,
            OPEN,
            CAUTION
        }
    }

    static List<Verdict> of(List<Event.ScoreComputed> scores) {
        List<Verdict> verdicts = new ArrayList<>();
        boolean manySeeds =
                scores.stream().map(Event.ScoreComputed::seed).distinct().count() > 1;
        for (Event.ScoreComputed s : scores) {
            if (s.score().endsWith(ScoreBars.DIFFERENCE)) {
                verdicts.add(difference(s, manySeeds));
            }
        }
        for (Event.ScoreComputed s : scores) {
            if (s.arm().equals("dpr") && s.score().equals("success_sampled")) {
                for (Event.ScoreComputed control : scores) {
                    boolean same = control.score().equals(s.score()) && control.seed() == s.seed();
                    boolean controls = control.arm().equals("continued-sft")
                            || control.arm().startsWith("sft-at-");
                    if (same && controls && control.value() >= s.value()) {
                        verdicts.add(explainedAway(s, control, manySeeds));
                    }
                }
            }
        }
        return verdicts;
    }

    private static Verdict difference(Event.ScoreComputed d, boolean manySeeds) {
        Verdict.Kind kind = d.low() > 0 ? Verdict.Kind.AHEAD : d.high() < 0 ? Verdict.Kind.BEHIND : Verdict.Kind.OPEN;
        String verdict =
                switch (kind) {
                    case AHEAD -> "ahead of SFT";
                    case BEHIND -> "behind SFT";
                    default -> "not told apart from SFT";
                };
        String way = d.score().contains("greedy") ? "greedy" : "sampled";
        return new Verdict(
                kind,
                String.format(
                        Locale.ROOT,
                        "%s, %s%s: %s points [%s, %s] on the same %d prompts: %s.",
                        StageMark.stageName(d.arm()),
                        way,
                        seed(d, manySeeds),
                        points(d.value()),
                        points(d.low()),
                        points(d.high()),
                        d.total(),
                        verdict));
    }

    private static Verdict explainedAway(Event.ScoreComputed dpr, Event.ScoreComputed control, boolean manySeeds) {
        String how = control.arm().startsWith("sft-at-")
                ? "sampling SFT at a lower temperature gives as much, nothing trained"
                : "fine-tuning on for as many updates gives as much";
        return new Verdict(
                Verdict.Kind.CAUTION,
                String.format(
                        Locale.ROOT,
                        "%s reaches %.1f %% sampled%s, DPR %.1f %%: %s. DPR has shown something only where it is ahead"
                                + " of every control.",
                        StageMark.stageName(control.arm()),
                        100 * control.value(),
                        seed(dpr, manySeeds),
                        100 * dpr.value(),
                        how));
    }

    private static String seed(Event.ScoreComputed s, boolean manySeeds) {
        return manySeeds ? ", seed " + s.seed() : "";
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%+.1f", 100 * share).replace('-', '−');
    }
}
