package org.densepath.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.densepath.bench.KeptScore;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;

/// Arms against SFT and continued SFT on the prompts of benchmarks that need no judge, by the paired bootstrap
/// over the single checks that `bench run` keeps beside the scores; corrected by Holm over all of them. The score
/// of a comparison is the benchmark's name.
public record BenchTests(List<ArmComparison> comparisons, List<ArmLead> leads) {
    public static final BenchTests NONE = new BenchTests(List.of(), List.of());

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "checks.jsonl";

    public BenchTests {
        comparisons = List.copyOf(comparisons);
        leads = List.copyOf(leads);
    }

    /// Of the arms with checks, over the seeds that all of them have and the prompts that all have answered.
    ///
    /// @param scores of the run, as [KeptScore#of] finds them
    public static BenchTests of(RunFolder folder, List<KeptScore> scores, int resamples) {
        Map<String, Map<String, TreeMap<Integer, Map<String, Double>>>> all = new LinkedHashMap<>();
        for (KeptScore score : scores) {
            Path file =
                    folder.bench(score.benchmark(), score.arm(), score.seed()).resolve(FILE);
            if (score.main() && score.judge().isEmpty() && Files.isRegularFile(file)) {
                all.computeIfAbsent(score.benchmark(), _ -> new LinkedHashMap<>())
                        .computeIfAbsent(score.arm(), _ -> new TreeMap<>())
                        .put(score.seed(), read(file));
            }
        }
        List<PairedArms> paired = new ArrayList<>();
        all.forEach((benchmark, arms) -> paired.add(new PairedArms(benchmark, tables(arms), resamples)));
        return new BenchTests(
                ArmTable.corrected(paired.stream()
                        .flatMap(one -> one.comparisons(trained(one.checks())).stream())
                        .toList()),
                PairedArms.leads(paired));
    }

    private static List<String> trained(Map<String, double[][]> checks) {
        return checks.keySet().stream()
                .filter(arm -> !List.of("base", "sft", "reference").contains(arm))
                .toList();
    }

    /// `[seed][prompt]` of each arm; none where they share no seed or no prompt.
    private static Map<String, double[][]> tables(Map<String, TreeMap<Integer, Map<String, Double>>> arms) {
        SortedSet<Integer> seeds = new TreeSet<>(arms.values().iterator().next().keySet());
        arms.values().forEach(bySeed -> seeds.retainAll(bySeed.keySet()));
        Map<String, double[][]> tables = new LinkedHashMap<>();
        if (seeds.isEmpty()) {
            return tables;
        }
        SortedSet<String> prompts =
                new TreeSet<>(arms.values().iterator().next().get(seeds.first()).keySet());
        arms.values()
                .forEach(bySeed ->
                        seeds.forEach(seed -> prompts.retainAll(bySeed.get(seed).keySet())));
        if (!prompts.isEmpty()) {
            arms.forEach((arm, bySeed) -> tables.put(
                    arm,
                    seeds.stream()
                            .map(seed -> prompts.stream()
                                    .mapToDouble(prompt -> bySeed.get(seed).get(prompt))
                                    .toArray())
                            .toArray(double[][]::new)));
        }
        return tables;
    }

    private static Map<String, Double> read(Path file) {
        Map<String, Double> checks = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode row = JSON.readTree(line);
                JsonNode correct = row.path("correct");
                checks.put(
                        row.path("key").asText(),
                        correct.isBoolean() ? correct.asBoolean() ? 1.0 : 0 : correct.asDouble());
            }
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
        return checks;
    }

    /// How an arm stands against a row on a benchmark.
    public Optional<ArmComparison> comparison(String arm, String benchmark, String against) {
        return comparisons.stream()
                .filter(c -> c.arm().equals(arm)
                        && c.score().equals(benchmark)
                        && c.against().equals(against))
                .findFirst();
    }

    /// Whether an arm is the best on a benchmark, and ahead of the next.
    public boolean leads(String arm, String benchmark) {
        return leads.stream()
                .anyMatch(lead -> lead.arm().equals(arm) && lead.score().equals(benchmark) && lead.significant());
    }
}
