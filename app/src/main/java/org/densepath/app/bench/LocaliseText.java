package org.densepath.app.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.densepath.app.rollouts.RolloutText;
import org.densepath.bench.localise.Localisation;
import org.densepath.bench.localise.Signal;
import org.densepath.bench.statistics.Interval;
import org.densepath.paint.NumberText;

/// What a localisation says, in words.
final class LocaliseText {
    private LocaliseText() {}

    /// How many pairs, and how the reward does against the likelihood alone.
    static String summary(Localised localised) {
        Localisation found = localised.found();
        String counts = RolloutText.count(found.pairs(), "wrong answer") + " to "
                + RolloutText.count(found.prompts(), "prompt") + ". ";
        Map<Signal, Localisation.Found> all = found.byKind().get(Localisation.ALL);
        Interval over = found.overSurprise().get(Signal.REWARD);
        if (!all.containsKey(Signal.REWARD) || over == null) {
            return counts + "There is no reference model, and so no reward.";
        }
        String numbers = "Over all kinds r̂ finds the error with AUROC "
                + all.get(Signal.REWARD).auroc().text() + ", −log π_SFT alone with "
                + all.get(Signal.SURPRISE).auroc().text() + ": ";
        String difference = "a difference of " + signed(over.value()) + " [" + signed(over.low()) + ", "
                + signed(over.high()) + "]";
        String verdict = over.low() > 0
                ? ", so the reward finds more."
                : over.high() < 0 ? ", so the likelihood finds more." : ", which may be chance.";
        return counts + numbers + difference + verdict;
    }

    private static String signed(double value) {
        String text = NumberText.decimals(value, 3);
        return value > 0 ? "+" + text : text;
    }

    /// What a figure's file says of where it comes from.
    static Map<String, String> provenance(Localised localised, String run) {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("run", run);
        localised
                .settings()
                .forEach((name, value) -> known.put(
                        name, value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf('\\')) + 1)));
        known.put("pairs", String.format(Locale.ROOT, "%d", localised.found().pairs()));
        return known;
    }
}
