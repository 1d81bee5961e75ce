package org.densepath.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.RunFolder;

/// Success on the held-out prompts by their family (`sort`, `list`, …), with 95 % intervals as in [ArmTable].
///
/// @param seeds that are scored in every row
/// @param families in alphabetical order; empty where the prompts have none, or all have the same
public record FamilyScores(List<Integer> seeds, List<Family> families, List<Row> rows) {
    public static final FamilyScores EMPTY = new FamilyScores(List.of(), List.of(), List.of());

    /// A family and how many prompts are of it.
    public record Family(String name, int prompts) {}

    /// A row's cells by way of answering (`greedy`, `sampled`), one a family.
    public record Row(String arm, Map<String, List<Cell>> ways) {}

    /// @param bySeed the value of each seed
    public record Cell(Interval interval, List<Double> bySeed) {}

    public FamilyScores {
        seeds = List.copyOf(seeds);
        families = List.copyOf(families);
        rows = List.copyOf(rows);
    }

    /// What is scored by now.
    public static FamilyScores of(RunFolder folder, Experiment experiment) {
        return of(new HeldOutChecks(folder), experiment);
    }

    static FamilyScores of(HeldOutChecks checks, Experiment experiment) {
        List<String> names = checks.rows(experiment);
        List<Integer> seeds = checks.seeds(experiment, names);
        if (seeds.isEmpty()) {
            return EMPTY;
        }
        Map<String, Integer> counts = new TreeMap<>();
        checks.of(names.getFirst(), seeds.getFirst(), "sampled")
                .values()
                .forEach(prompt -> counts.merge(prompt.family(), 1, Integer::sum));
        if (counts.size() < 2) {
            return EMPTY;
        }
        List<Family> families = new ArrayList<>();
        counts.forEach((name, prompts) -> families.add(new Family(name, prompts)));
        int resamples = experiment.evaluation().bootstrap();
        List<Row> rows = new ArrayList<>();
        for (String arm : names) {
            Map<String, List<Cell>> ways = new LinkedHashMap<>();
            for (String way : HeldOutChecks.WAYS) {
                if (!checks.of(arm, seeds.getFirst(), way).isEmpty()) {
                    ways.put(
                            way,
                            families.stream()
                                    .map(family -> cell(checks, arm, seeds, way, family.name(), resamples))
                                    .toList());
                }
            }
            rows.add(new Row(arm, ways));
        }
        return new FamilyScores(seeds, families, rows);
    }

    private static Cell cell(
            HeldOutChecks checks, String arm, List<Integer> seeds, String way, String family, int resamples) {
        double[][] values = seeds.stream()
                .map(seed -> checks.of(arm, seed, way).values().stream()
                        .filter(prompt -> prompt.family().equals(family))
                        .mapToDouble(KeptAnswers.Checked::check)
                        .toArray())
                .toArray(double[][]::new);
        List<Double> bySeed = new ArrayList<>();
        for (double[] seed : values) {
            double sum = 0;
            for (double value : seed) {
                sum += value;
            }
            bySeed.add(sum / seed.length);
        }
        return new Cell(PairedArms.interval(values, resamples), bySeed);
    }
}
