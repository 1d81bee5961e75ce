package org.densepath.bench.worth;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.densepath.bench.Score;
import org.densepath.bench.Scores;
import org.densepath.bench.statistics.Interval;

/// Whether the reward is worth following, before any RL: how often it prefers a right to a wrong sample of the
/// same prompt, and how success grows when the best of n by it is taken. Intervals are over prompts.
public final class Worth {
    /// The curve of a choice that knows which sample is right.
    public static final String ANY = "any";

    private final List<List<Sampled>> prompts;
    private final Map<Choice, Score> auroc = new EnumMap<>(Choice.class);
    private final Map<String, Map<Integer, Score>> curves = new LinkedHashMap<>();

    private Worth(List<List<Sampled>> prompts) {
        this.prompts = prompts;
        for (Choice choice : Choice.values()) {
            double[] pairs = byPrompt(Worth::pairs);
            double[] wins = byPrompt(samples -> wins(samples, choice));
            auroc.put(choice, Scores.ratio(choice.key(), wins, pairs));
        }
        for (Choice choice : Choice.values()) {
            curve(choice.key(), (samples, n) -> BestOfN.expected(scores(samples, choice), right(samples), n));
        }
        curve(ANY, (samples, n) -> BestOfN.any(right(samples), n));
    }

    private interface OfN {
        double at(List<Sampled> samples, int n);
    }

    private void curve(String name, OfN success) {
        Map<Integer, Score> curve = new TreeMap<>();
        for (int n : sizes()) {
            curve.put(n, Scores.mean(name + "_best_of_" + n, byPrompt(samples -> success.at(samples, n))));
        }
        curves.put(name, curve);
    }

    /// 1, 2, 4, … and all.
    private TreeSet<Integer> sizes() {
        int most = prompts.stream().mapToInt(List::size).min().orElseThrow();
        TreeSet<Integer> sizes = new TreeSet<>(List.of(most));
        for (int n = 1; n < most; n *= 2) {
            sizes.add(n);
        }
        return sizes;
    }

    /// Samples in any order; those of one key belong to one prompt.
    public static Worth of(List<Sampled> samples) {
        Map<String, List<Sampled>> byKey = new LinkedHashMap<>();
        samples.forEach(
                s -> byKey.computeIfAbsent(s.key(), _ -> new ArrayList<>()).add(s));
        return new Worth(List.copyOf(byKey.values()));
    }

    private double[] byPrompt(ToDoubleFunction<List<Sampled>> of) {
        return prompts.stream().mapToDouble(of).toArray();
    }

    private static double pairs(List<Sampled> samples) {
        long right = samples.stream().filter(Sampled::right).count();
        return right * (double) (samples.size() - right);
    }

    private static double wins(List<Sampled> samples, Choice choice) {
        double wins = 0;
        for (Sampled good : samples) {
            for (Sampled bad : samples) {
                if (good.right() && !bad.right()) {
                    int order = Double.compare(choice.score(good), choice.score(bad));
                    wins += order > 0 ? 1 : order == 0 ? 0.5 : 0;
                }
            }
        }
        return wins;
    }

    private static double[] scores(List<Sampled> samples, Choice choice) {
        return samples.stream().mapToDouble(choice::score).toArray();
    }

    private static boolean[] right(List<Sampled> samples) {
        boolean[] right = new boolean[samples.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = samples.get(i).right();
        }
        return right;
    }

    /// The share of (right, wrong) pairs of samples of one prompt in which the right one scores higher, ties one
    /// half; NaN where no prompt has both. `n` counts pairs.
    public Map<Choice, Score> auroc() {
        return auroc;
    }

    /// Success when the best of n is taken, by the choice's key; [#ANY] where a right one is always found.
    public Map<String, Map<Integer, Score>> curves() {
        return curves;
    }

    /// What was measured, as a sentence without its end, where the lower end of the AUROC of Σ r̂ is below
    /// `required`; empty where it is not. A reward that nothing is known of does not pass.
    public Optional<String> shortfall(double required) {
        Interval i = auroc.get(Choice.RETURN).interval();
        if (i.low() >= required) {
            return Optional.empty();
        }
        return Optional.of(
                mixed() == 0
                        ? "None of " + prompts()
                                + " prompts has right and wrong samples, so that nothing is known of Σ r̂,"
                                + " and an AUROC of " + required + " is required"
                        : String.format(
                                Locale.ROOT,
                                "The AUROC of Σ r̂ between right and wrong samples of %d of %d prompts is %.3f, at"
                                        + " least %.3f, and %s is required",
                                mixed(),
                                prompts(),
                                i.value(),
                                i.low(),
                                required));
    }

    /// Prompts with both right and wrong samples.
    public int mixed() {
        return (int) prompts.stream().filter(samples -> pairs(samples) > 0).count();
    }

    public int prompts() {
        return prompts.size();
    }

    /// `{"prompts", "mixed", "auroc": {choice: …}, "bestOf": {choice: {n: …}}}`, each score with `value`, `low`,
    /// `high`, `n`.
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("benchmark", "worth").put("prompts", prompts()).put("mixed", mixed());
        ObjectNode of = json.putObject("auroc");
        if (mixed() > 0) {
            auroc.values().forEach(score -> score.into(of));
        }
        ObjectNode best = json.putObject("bestOf");
        curves.forEach((name, curve) -> {
            ObjectNode sizes = best.putObject(name);
            curve.forEach((n, score) -> new Score(String.valueOf(n), score.interval(), score.n()).into(sizes));
        });
        return json;
    }
}
