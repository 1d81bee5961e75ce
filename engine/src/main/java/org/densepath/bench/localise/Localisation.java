package org.densepath.bench.localise;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.densepath.bench.Score;
import org.densepath.bench.Scores;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.Interval;

/// How well each signal finds the errors: the means over prompts of [PlaceMeasures], in all and by kind of error,
/// with intervals over prompts. A prompt's errors of several kinds count as one prompt, their mean.
public final class Localisation {
    /// All kinds together.
    public static final String ALL = "all";

    private static final int RESAMPLES = 2_000;
    private static final long SEED = 1;

    /// One signal's scores on one kind of error.
    public record Found(Score auroc, Score top1, Score mrr, double tokens, double errorTokens) {}

    private final Map<String, Map<Signal, Found>> byKind = new LinkedHashMap<>();
    private final Map<Signal, Interval> overSurprise = new LinkedHashMap<>();
    private final int prompts;
    private final int pairs;

    /// What each signal finds of one pair's error.
    private record Measured(TokenPair pair, Map<Signal, PlaceMeasures> bySignal) {
        static Measured of(TokenPair pair, long seed) {
            Map<Signal, PlaceMeasures> all = new LinkedHashMap<>();
            pair.suspicions(seed)
                    .forEach((signal, score) -> all.put(signal, PlaceMeasures.of(score, pair.from(), pair.to())));
            return new Measured(pair, all);
        }
    }

    private Localisation(List<Measured> all) {
        pairs = all.size();
        prompts = (int) all.stream().map(m -> m.pair().key()).distinct().count();
        Map<String, List<Measured>> kinds = new TreeMap<>();
        all.forEach(m ->
                kinds.computeIfAbsent(m.pair().kind(), _ -> new ArrayList<>()).add(m));
        byKind.put(ALL, found(all));
        kinds.forEach((kind, of) -> byKind.put(kind, found(of)));
        double[] surprise = byPrompt(all, Signal.SURPRISE, PlaceMeasures::auroc);
        for (Signal signal : byKind.get(ALL).keySet()) {
            if (signal != Signal.SURPRISE) {
                double[] own = byPrompt(all, signal, PlaceMeasures::auroc);
                Arrays.setAll(own, i -> own[i] - surprise[i]);
                overSurprise.put(signal, Bootstrap.bcaMean(own, RESAMPLES, SEED));
            }
        }
    }

    /// `seed`: of the random signal. All pairs have the same signals.
    public static Localisation of(List<TokenPair> pairs, long seed) {
        return new Localisation(
                pairs.stream().map(pair -> Measured.of(pair, seed)).toList());
    }

    private static Map<Signal, Found> found(List<Measured> all) {
        double tokens =
                all.stream().mapToInt(m -> m.pair().ids().length).average().orElseThrow();
        double wrong = all.stream()
                .mapToInt(m -> m.pair().to() - m.pair().from())
                .average()
                .orElseThrow();
        Map<Signal, Found> found = new LinkedHashMap<>();
        for (Signal signal : all.getFirst().bySignal().keySet()) {
            found.put(
                    signal,
                    new Found(
                            Scores.mean("auroc", byPrompt(all, signal, PlaceMeasures::auroc)),
                            Scores.mean("top1", byPrompt(all, signal, PlaceMeasures::top1)),
                            Scores.mean("mrr", byPrompt(all, signal, PlaceMeasures::reciprocalRank)),
                            tokens,
                            wrong));
        }
        return found;
    }

    private static double[] byPrompt(List<Measured> all, Signal signal, ToDoubleFunction<PlaceMeasures> measure) {
        Map<String, List<Double>> of = new LinkedHashMap<>();
        for (Measured m : all) {
            of.computeIfAbsent(m.pair().key(), _ -> new ArrayList<>())
                    .add(measure.applyAsDouble(m.bySignal().get(signal)));
        }
        return of.values().stream()
                .mapToDouble(v ->
                        v.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray();
    }

    /// The kinds of errors with each signal's scores, [#ALL] first.
    public Map<String, Map<Signal, Found>> byKind() {
        return byKind;
    }

    /// Each other signal's AUROC less that of −log π_SFT on the same prompts.
    public Map<Signal, Interval> overSurprise() {
        return overSurprise;
    }

    public int prompts() {
        return prompts;
    }

    public int pairs() {
        return pairs;
    }

    /// `{"prompts", "pairs", "kinds": {kind: {"tokens", "errorTokens", "signals": {signal: {"auroc", "top1",
    /// "mrr"}}}}, "aurocOverSurprise": {signal: …}}`, each score with `value`, `low`, `high`, `n`.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("benchmark", "localise").put("prompts", prompts).put("pairs", pairs);
        ObjectNode kinds = json.putObject("kinds");
        byKind.forEach((kind, found) -> {
            ObjectNode of = kinds.putObject(kind);
            Found any = found.values().iterator().next();
            of.put("tokens", any.tokens()).put("errorTokens", any.errorTokens());
            ObjectNode signals = of.putObject("signals");
            found.forEach((signal, f) -> {
                ObjectNode scores = signals.putObject(signal.key());
                List.of(f.auroc(), f.top1(), f.mrr()).forEach(score -> score.into(scores));
            });
        });
        ObjectNode over = json.putObject("aurocOverSurprise");
        overSurprise.forEach((signal, i) -> new Score(signal.key(), i, prompts).into(over));
        return json;
    }
}
