package org.densepath.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densepath.run.RunFolder;

/// The checked answers to the held-out prompts in a run's folder; each file is read once.
final class HeldOutChecks {
    static final List<String> WAYS = List.of("greedy", "sampled");

    private final RunFolder folder;
    private final Map<String, Map<String, KeptAnswers.Checked>> read = new HashMap<>();

    HeldOutChecks(RunFolder folder) {
        this.folder = folder;
    }

    /// Each prompt's family and mean check, by the prompt's text; empty where nothing was checked.
    Map<String, KeptAnswers.Checked> of(String arm, int seed, String way) {
        return read.computeIfAbsent(arm + "/" + seed + "/" + way, _ -> KeptAnswers.checked(folder, arm, seed, way));
    }

    /// `[seed][prompt]`: held-out prompts and their order are those of the experiment, the same for all.
    double[][] table(String arm, List<Integer> seeds, String way) {
        return seeds.stream()
                .map(seed -> of(arm, seed, way).values().stream()
                        .mapToDouble(KeptAnswers.Checked::check)
                        .toArray())
                .toArray(double[][]::new);
    }

    /// The rows that are scored by now in the first seed that has any, in the experiment's order: the base model,
    /// SFT, its control, the arms.
    List<String> rows(Experiment experiment) {
        List<String> names = names(experiment);
        for (int seed : experiment.seeds()) {
            List<String> scored = names.stream()
                    .filter(name -> !of(name, seed, "sampled").isEmpty())
                    .toList();
            if (!scored.isEmpty()) {
                return scored;
            }
        }
        return List.of();
    }

    /// What is scored, in the experiment's order: three policies that no arm has trained, and the arms.
    static List<String> names(Experiment experiment) {
        List<String> names = new ArrayList<>(
                List.of("base", "sft", "sft-at-" + experiment.evaluation().controlTemperature()));
        names.addAll(Arm.names(experiment));
        return names;
    }

    /// The seeds in which all `rows` are scored.
    List<Integer> seeds(Experiment experiment, List<String> rows) {
        return rows.isEmpty()
                ? List.of()
                : experiment.seeds().stream()
                        .filter(seed -> rows.stream()
                                .allMatch(name -> !of(name, seed, "sampled").isEmpty()))
                        .toList();
    }

    RunFolder folder() {
        return folder;
    }
}
