package org.densepath.bench.localise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.densepath.bench.Score;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;

/// How well the reward finds the errors under each reference, the same wrong answers under all.
///
/// @param all the earliest reference first
public record ReferenceSweep(List<At> all) {
    private static final List<Signal> SHOWN = List.of(Signal.REWARD, Signal.RETURN_DIFFERENCE, Signal.SURPRISE);

    private static final double ASIDE = 0.01;

    public ReferenceSweep {
        all = List.copyOf(all);
    }

    /// A reference, kept when `fraction` of SFT was done, and what was found under it.
    public record At(String name, double fraction, Localisation found) {
        /// r̂ and the return difference, which depend on the reference, and −log π_SFT, which does not; over all
        /// kinds of error.
        public Map<Signal, Localisation.Found> signals() {
            Map<Signal, Localisation.Found> signals = new LinkedHashMap<>();
            SHOWN.forEach(signal ->
                    signals.put(signal, found.byKind().get(Localisation.ALL).get(signal)));
            return signals;
        }
    }

    /// AUROC and top-1 against the fraction of SFT at which the reference was kept.
    public CurveFigure figure() {
        return CurveFigure.of(
                        "Where the answer is wrong, by reference",
                        List.of(
                                panel("AUROC", "over tokens", Localisation.Found::auroc),
                                panel("Top-1", "share whose lowest token is wrong", Localisation.Found::top1)))
                .withCaption("r̂ against each snapshot of SFT, 0 being the base model; means over "
                        + all.getFirst().found().prompts()
                        + " prompts with 95 % bootstrap intervals. −log π_SFT has no reference. Intervals of"
                        + " one reference stand side by side.");
    }

    private Panel panel(String title, String unit, Function<Localisation.Found, Score> score) {
        List<Series> series = new ArrayList<>();
        for (Signal signal : SHOWN) {
            // side by side, or their intervals would cover each other
            double aside = (SHOWN.indexOf(signal) - 1) * ASIDE;
            double[] x = all.stream().mapToDouble(at -> at.fraction() + aside).toArray();
            List<Score> scores = all.stream()
                    .map(at -> score.apply(at.signals().get(signal)))
                    .toList();
            series.add(Series.points(
                    signal.label(),
                    x,
                    scores.stream().mapToDouble(s -> s.interval().value()).toArray(),
                    scores.stream().mapToDouble(s -> s.interval().low()).toArray(),
                    scores.stream().mapToDouble(s -> s.interval().high()).toArray(),
                    signal.ordinal()));
        }
        return Panel.of(title, "fraction of SFT at the reference", unit, series);
    }

    /// `{"benchmark", "prompts", "pairs", "references": [{"reference", "fraction", "signals": {signal: {"auroc",
    /// "top1", "mrr"}}}]}`, each score with `value`, `low`, `high`, `n`.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("benchmark", "localise-sweep");
        json.put("prompts", all.getFirst().found().prompts());
        json.put("pairs", all.getFirst().found().pairs());
        ArrayNode references = json.putArray("references");
        for (At at : all) {
            ObjectNode row = references.addObject().put("reference", at.name()).put("fraction", at.fraction());
            ObjectNode signals = row.putObject("signals");
            at.signals().forEach((signal, found) -> {
                ObjectNode scores = signals.putObject(signal.key());
                List.of(found.auroc(), found.top1(), found.mrr()).forEach(score -> score.into(scores));
            });
        }
        return json;
    }
}
