package org.densepath.experiment;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.BadInputException;

/// Makes an experiment fit into this machine's memory by taking fewer tokens at once, which changes no result but
/// by rounding.
public final class DeviceFit {
    /// The share of the available memory that may be planned with.
    private static final double SHARE = 0.85;

    private static final int LEAST_BUDGET = 64;

    private DeviceFit() {}

    /// The keys to change and their new values; empty where it fits as it is. Throws [BadInputException] where it
    /// does not fit even so, or the model cannot be read.
    public static Map<String, Integer> changes(Experiment experiment, int longestPrompt, long available) {
        Path model = ExperimentRun.modelPath(experiment);
        int sft = experiment.sft().tokenBudget();
        int dpr = experiment.dpr().tokenBudget();
        while (need(experiment, model, longestPrompt, sft, dpr) > SHARE * available) {
            if (Math.max(sft, dpr) <= LEAST_BUDGET) {
                throw new BadInputException("Even with " + LEAST_BUDGET + " tokens at once it needs about "
                        + gigabytes(need(experiment, model, longestPrompt, sft, dpr)) + " of memory, and "
                        + gigabytes(available) + " are available: choose a smaller model.");
            }
            sft = sft >= dpr ? Math.max(LEAST_BUDGET, sft / 2) : sft;
            dpr = dpr > sft ? Math.max(LEAST_BUDGET, dpr / 2) : dpr;
        }
        Map<String, Integer> changes = new LinkedHashMap<>();
        if (sft != experiment.sft().tokenBudget()) {
            changes.put("sft.tokenBudget", sft);
        }
        if (dpr != experiment.dpr().tokenBudget()) {
            changes.put("dpr.tokenBudget", dpr);
        }
        return changes;
    }

    private static long need(Experiment e, Path model, int longestPrompt, int sft, int dpr) {
        ExperimentFile file = ExperimentFile.of(e).set("sft.tokenBudget=" + sft).set("dpr.tokenBudget=" + dpr);
        return MemoryNeed.of(file.read(), model, longestPrompt).total();
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / 1e9);
    }
}
