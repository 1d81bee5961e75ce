package org.densepath.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.EffectSize;
import org.densepath.bench.statistics.Holm;
import org.densepath.bench.statistics.Interval;
import org.densepath.bench.statistics.PairedTests;
import org.densepath.run.AtomicFiles;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;

/// The score table of an experiment, from the answers and the compute that its run folder keeps: every arm's
/// success on the held-out prompts with its interval, over prompts of one seed and over seeds × prompts of
/// several; what it cost; and every arm against SFT and against continued SFT on the same prompts.
///
/// @param seeds that are scored in every row
/// @param comparisons what Holm's correction counts: each arm, greedy and sampled, against both
public record ArmTable(List<Integer> seeds, List<Row> rows, List<ArmComparison> comparisons) {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// The least p is 1 / (resamples + 1): enough resamples that it can pass the correction of a large table.
    private static final int RESAMPLES = 10_000;

    private static final List<String> WAYS = List.of("greedy", "sampled");
    private static final List<String> AGAINST = List.of("sft", "continued-sft");

    /// A row's scores by name (`success_greedy`, `success_sampled`), and its compute in all seeds together; null
    /// where that was not counted.
    public record Row(String arm, Map<String, Interval> scores, Compute compute) {}

    /// What is scored by now. No rows where the prompts have no checks.
    public static ArmTable of(RunFolder folder, Experiment experiment) {
        List<String> names = names(experiment);
        List<String> arms = Arm.names(experiment);
        List<Integer> seeds = experiment.seeds().stream()
                .filter(seed -> names.stream()
                        .allMatch(name -> !checks(folder, name, seed, "sampled").isEmpty()))
                .toList();
        int resamples = experiment.evaluation().bootstrap();
        List<Row> rows = new ArrayList<>();
        Map<String, Map<String, double[][]>> all = new LinkedHashMap<>();
        for (String name : seeds.isEmpty() ? List.<String>of() : names) {
            Map<String, Interval> scores = new LinkedHashMap<>();
            for (String way : WAYS) {
                double[][] checks = table(folder, name, seeds, way);
                if (checks[0].length > 0) {
                    all.computeIfAbsent(way, _ -> new LinkedHashMap<>()).put(name, checks);
                    scores.put("success_" + way, interval(checks, resamples));
                }
            }
            rows.add(new Row(name, scores, compute(folder, name, seeds)));
        }
        return new ArmTable(seeds, rows, comparisons(all, arms, resamples));
    }

    /// What is scored, in the table's order: three policies that no arm has trained, and the arms.
    static List<String> names(Experiment experiment) {
        List<String> names = new ArrayList<>(
                List.of("base", "sft", "sft-at-" + experiment.evaluation().controlTemperature()));
        names.addAll(Arm.names(experiment));
        return names;
    }

    private static Map<String, Double> checks(RunFolder folder, String arm, int seed, String way) {
        return KeptAnswers.checks(folder, arm, seed, way);
    }

    /// `[seed][prompt]`: held-out prompts and their order are those of the experiment, the same for all.
    private static double[][] table(RunFolder folder, String arm, List<Integer> seeds, String way) {
        return seeds.stream()
                .map(seed -> checks(folder, arm, seed, way).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .toArray(double[][]::new);
    }

    /// Of `values[seed][prompt]`: over the prompts of one seed, over seeds and prompts of several.
    static Interval interval(double[][] values, int resamples) {
        return values.length == 1
                ? Bootstrap.mean(values[0], resamples, 1)
                : Bootstrap.seedsAndPrompts(values, resamples, 1);
    }

    private static List<ArmComparison> comparisons(
            Map<String, Map<String, double[][]>> all, List<String> arms, int resamples) {
        List<ArmComparison> raw = new ArrayList<>();
        all.forEach((way, scores) -> {
            for (String against : AGAINST) {
                for (String arm : arms) {
                    if (!arm.equals(against) && scores.containsKey(arm) && scores.containsKey(against)) {
                        raw.add(comparison(arm, way, against, scores.get(arm), scores.get(against), resamples));
                    }
                }
            }
        });
        double[] holm = Holm.adjust(raw.stream().mapToDouble(ArmComparison::p).toArray());
        List<ArmComparison> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            corrected.add(raw.get(i).corrected(holm[i]));
        }
        return corrected;
    }

    private static ArmComparison comparison(
            String arm, String way, String against, double[][] own, double[][] other, int resamples) {
        double[][] differences = new double[own.length][];
        for (int s = 0; s < own.length; s++) {
            differences[s] = PairedTests.differences(own[s], other[s]);
        }
        double[] byPrompt = meanOverSeeds(differences);
        return new ArmComparison(
                arm,
                "success_" + way,
                against,
                interval(differences, resamples),
                EffectSize.paired(byPrompt),
                EffectSize.rates(mean(own), mean(other)),
                PairedTests.bootstrap(differences, Math.max(RESAMPLES, resamples), 1),
                PairedTests.sign(byPrompt),
                Double.NaN);
    }

    private static double[] meanOverSeeds(double[][] values) {
        double[] mean = new double[values[0].length];
        for (double[] row : values) {
            for (int p = 0; p < mean.length; p++) {
                mean[p] += row[p] / values.length;
            }
        }
        return mean;
    }

    private static double mean(double[][] values) {
        return Bootstrap.mean(meanOverSeeds(values), 0, 0).value();
    }

    private static Compute compute(RunFolder folder, String arm, List<Integer> seeds) {
        return seeds.stream()
                .map(seed -> Compute.read(folder, arm, seed))
                .reduce((a, b) -> a.flatMap(first -> b.map(first::plus)))
                .flatMap(whole -> whole)
                .orElse(null);
    }

    /// Against which row an arm stands how.
    public Optional<ArmComparison> comparison(String arm, String score, String against) {
        return comparisons.stream()
                .filter(c -> c.arm().equals(arm)
                        && c.score().equals(score)
                        && c.against().equals(against))
                .findFirst();
    }

    /// Where a run keeps it as JSON.
    public static Path file(RunFolder folder) {
        return folder.path().resolve("bench").resolve(EvaluationStage.BENCHMARK).resolve("table.json");
    }

    /// Writes the table of a finished run, where it has one.
    static void write(RunFolder folder, Experiment experiment) {
        ArmTable table = of(folder, experiment);
        if (!table.rows().isEmpty()) {
            AtomicFiles.write(file(folder), table.json() + "\n");
        }
    }

    /// One JSON object; what is not a number stands as text.
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The table that a finished run has written; empty where there is none.
    public static Optional<ArmTable> read(RunFolder folder) {
        if (!Files.isRegularFile(file(folder))) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file(folder).toFile(), ArmTable.class));
        } catch (IOException e) {
            throw RunStorageException.reading(file(folder), e);
        }
    }
}
