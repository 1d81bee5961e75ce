package org.densepath.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.DecoderSettings;
import org.densepath.model.ModelFamily;

/// Makes an experiment fit into a memory, with as little change as will do: fewer tokens at once, then layers
/// computed again, neither of which changes a result but by rounding; then an adapter in place of all weights, on
/// a GPU over weights of 16 bits, which does.
///
/// @param changes the keys to change and their new values, in order; empty where it fits as it is
/// @param need what it then needs
/// @param why a sentence for each kind of change
public record DeviceFit(Map<String, String> changes, MemoryNeed need, List<String> why) {
    /// The share of the available memory that may be planned with.
    private static final double SHARE = 0.85;

    private static final int LEAST_BUDGET = 64;
    /// Below it a step is much slower, so that computing layers again comes first.
    private static final int FAIR_BUDGET = 256;

    private static final int RANK = 16;

    /// For the experiment's own model. Throws [BadInputException] where it does not fit even so, or the model
    /// cannot be read.
    public static DeviceFit of(Experiment experiment, int longestPrompt, long available) {
        Path model = ExperimentRun.modelPath(experiment);
        try (ModelFiles files = ModelFiles.open(model)) {
            return of(experiment, ModelFamily.settings(files.config()), longestPrompt, available);
        }
    }

    static DeviceFit of(Experiment experiment, DecoderSettings model, int longestPrompt, long available) {
        MemoryNeed before = MemoryNeed.of(experiment, model, longestPrompt);
        MemoryNeed least = before;
        for (Map<String, String> changes : candidates(experiment)) {
            ExperimentFile file = ExperimentFile.of(experiment);
            changes.forEach((key, value) -> file.set(key + "=" + value));
            MemoryNeed need = MemoryNeed.of(file.read(), model, longestPrompt);
            least = need.total() < least.total() ? need : least;
            if (need.total() <= SHARE * available) {
                return new DeviceFit(changes, need, why(changes, before, available));
            }
        }
        throw new BadInputException("Even with an adapter and " + LEAST_BUDGET + " tokens at once it needs about "
                + gigabytes(least.total()) + " of memory, and " + gigabytes(available)
                + " are available: choose a smaller model.");
    }

    /// From the smallest change to the largest.
    private static List<Map<String, String>> candidates(Experiment experiment) {
        List<Map<String, String>> all = new ArrayList<>();
        List<Map<String, String>> models = new ArrayList<>(List.of(Map.of()));
        if (!experiment.adapter().isOn()) {
            models.add(Map.of("adapter.rank", String.valueOf(RANK)));
        }
        if (experiment.device().startsWith("cuda")) {
            Map<String, String> halved = new LinkedHashMap<>(models.getLast());
            halved.put("model.precision", "bfloat16");
            models.add(halved);
        }
        for (Map<String, String> model : models) {
            for (int least : new int[] {FAIR_BUDGET, LEAST_BUDGET}) {
                for (boolean recompute : new boolean[] {false, true}) {
                    addBudgets(all, experiment, model, recompute, least);
                }
            }
        }
        return all;
    }

    private static void addBudgets(
            List<Map<String, String>> all,
            Experiment experiment,
            Map<String, String> model,
            boolean recompute,
            int least) {
        int sft = experiment.sft().tokenBudget();
        int dpr = experiment.dpr().tokenBudget();
        while (true) {
            Map<String, String> changes = new LinkedHashMap<>(model);
            if (recompute && !experiment.memory().recompute()) {
                changes.put("memory.recompute", "true");
            }
            if (sft != experiment.sft().tokenBudget()) {
                changes.put("sft.tokenBudget", String.valueOf(sft));
            }
            if (dpr != experiment.dpr().tokenBudget()) {
                changes.put("dpr.tokenBudget", String.valueOf(dpr));
            }
            all.add(changes);
            if (Math.max(sft, dpr) <= least) {
                return;
            }
            int larger = Math.max(sft, dpr);
            sft = sft == larger ? Math.max(least, sft / 2) : sft;
            dpr = dpr == larger ? Math.max(least, dpr / 2) : dpr;
        }
    }

    private static List<String> why(Map<String, String> changes, MemoryNeed before, long available) {
        if (changes.isEmpty()) {
            return List.of(
                    "It fits as it is: about " + gigabytes(before.total()) + " of " + gigabytes(available) + ".");
        }
        List<String> why = new ArrayList<>();
        MemoryNeed.Phase peak = before.peak();
        String largest = peak.parts().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(3)
                .map(part -> part.getKey() + " " + gigabytes(part.getValue()))
                .collect(Collectors.joining(", "));
        why.add("As it stands it needs about " + gigabytes(peak.bytes()) + " during " + peak.name() + " (" + largest
                + "), and " + gigabytes(available) + " are available.");
        if (changes.containsKey("adapter.rank")) {
            why.add("An adapter of rank " + RANK + " needs no gradients and moments of all weights, and one base serves"
                    + " policy, SFT model and reference; it trains fewer parameters, so results differ.");
        }
        if (changes.containsKey("model.precision")) {
            why.add("Weights of 16 bits are half as large; the base is frozen, adapters and moments stay in 32.");
        }
        if (changes.containsKey("memory.recompute")) {
            why.add("Layers are computed again on the way back, so that only their inputs are kept; it takes about a"
                    + " fifth more time and changes no result.");
        }
        if (changes.containsKey("sft.tokenBudget") || changes.containsKey("dpr.tokenBudget")) {
            why.add("Fewer tokens at once mean fewer activations; results change by rounding only.");
        }
        return why;
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / 1e9);
    }
}
