package org.densepath.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.densepath.bench.Scores;
import org.densepath.bench.statistics.Interval;
import org.densepath.paint.BarFigure;
import org.densepath.run.AtomicFiles;
import org.densepath.run.RunFolder;

/// Success and return side by side for each family of tasks: where the reward has risen, has success too? From
/// the answers that a run keeps, with intervals over prompts of one seed and over seeds × prompts of several.
///
/// @param seeds that are scored in every arm
/// @param rows by family, then in the order of [ArmTable]
public record FamilyTable(List<Integer> seeds, List<Row> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> NUMBERS = Map.of("success", "check", "return", "return");

    /// `n` held-out prompts of a family, and an arm's scores on them by name: `success_greedy`, `success_sampled`
    /// (where they have checks), `return_greedy`, `return_sampled`.
    public record Row(String family, int n, String arm, Map<String, Interval> scores) {}

    /// What is scored by now; no rows where no seed has all arms.
    public static FamilyTable of(RunFolder folder, Experiment experiment) {
        List<String> arms = HeldOutChecks.names(experiment);
        List<Integer> seeds = new ArrayList<>();
        Map<String, List<JsonNode>> answers = new LinkedHashMap<>();
        for (int seed : experiment.seeds()) {
            Map<String, List<JsonNode>> own = new LinkedHashMap<>();
            for (String arm : arms) {
                for (String way : List.of("greedy", "sampled")) {
                    own.put(key(arm, seed, way), KeptAnswers.rows(folder, arm, seed, way));
                }
            }
            if (arms.stream()
                    .noneMatch(arm -> own.get(key(arm, seed, "sampled")).isEmpty())) {
                seeds.add(seed);
                answers.putAll(own);
            }
        }
        TreeSet<String> families = new TreeSet<>();
        answers.values().forEach(rows -> rows.forEach(row -> families.add(family(row))));
        List<Row> rows = new ArrayList<>();
        int resamples = experiment.evaluation().bootstrap();
        for (String family : families) {
            for (String arm : arms) {
                rows.add(row(family, arm, seeds, answers, resamples));
            }
        }
        return new FamilyTable(List.copyOf(seeds), List.copyOf(rows));
    }

    private static String key(String arm, int seed, String way) {
        return arm + "|" + seed + "|" + way;
    }

    private static String family(JsonNode answer) {
        return answer.path("family").asText();
    }

    private static Row row(
            String family, String arm, List<Integer> seeds, Map<String, List<JsonNode>> answers, int resamples) {
        Map<String, Interval> scores = new LinkedHashMap<>();
        int n = 0;
        for (String what : List.of("success", "return")) {
            for (String way : List.of("greedy", "sampled")) {
                double[][] values = seeds.stream()
                        .map(seed -> KeptAnswers.byPrompt(
                                answers.get(key(arm, seed, way)).stream()
                                        .filter(answer -> family(answer).equals(family))
                                        .toList(),
                                NUMBERS.get(what)))
                        .map(byPrompt ->
                                byPrompt.values().stream().mapToDouble(v -> v).toArray())
                        .toArray(double[][]::new);
                if (values[0].length > 0) {
                    scores.put(what + "_" + way, interval(what, values, resamples));
                    n = values[0].length;
                }
            }
        }
        return new Row(family, n, arm, scores);
    }

    /// A family is small: where all of it is right or all wrong, the interval is the exact one over its prompts.
    private static Interval interval(String what, double[][] values, int resamples) {
        double first = values[0][0];
        boolean same = Arrays.stream(values).flatMapToDouble(Arrays::stream).allMatch(v -> v == first);
        boolean exact = what.equals("success") && same && (first == 0 || first == 1);
        return exact ? Scores.mean(what, values[0]).interval() : PairedArms.interval(values, resamples);
    }

    /// Writes the table of a finished run that has families, as `bench/held-out/by-family.json`.
    static void write(RunFolder folder, Experiment experiment) {
        FamilyTable table = of(folder, experiment);
        if (table.hasFamilies()) {
            AtomicFiles.write(ArmTable.file(folder).resolveSibling("by-family.json"), table.json() + "\n");
        }
    }

    private boolean hasFamilies() {
        return rows.stream().anyMatch(row -> !row.family().isEmpty());
    }

    /// One JSON object; what is not a number stands as text.
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Success and return of samples, a group a family: of SFT, continued SFT and DPR (or the first arm) alone,
    /// because a figure of all arms would be too long to read. None where the prompts have no families.
    Map<String, BarFigure> figures() {
        Map<String, BarFigure> figures = new LinkedHashMap<>();
        if (hasFamilies()) {
            Map.of("success_sampled", "success, sampled", "return_sampled", "return, sampled (nats)")
                    .forEach((score, label) -> {
                        List<BarFigure.Group> groups = groups(score);
                        if (!groups.isEmpty()) {
                            figures.put("by-family-" + score.replace('_', '-'), figure(label, groups));
                        }
                    });
        }
        return figures;
    }

    private BarFigure figure(String label, List<BarFigure.Group> groups) {
        return new BarFigure(
                "Held-out prompts by family",
                label,
                groups,
                "Mean over prompts with 95 % bootstrap intervals over "
                        + (seeds.size() > 1 ? "seeds and prompts." : "prompts."));
    }

    private List<BarFigure.Group> groups(String score) {
        List<String> arms = rows.stream().map(Row::arm).distinct().toList();
        String chosen = arms.contains("dpr") || arms.size() < 4 ? "dpr" : arms.get(3);
        List<String> shown = List.of("sft", "continued-sft", chosen);
        Map<String, List<BarFigure.Bar>> bars = new LinkedHashMap<>();
        for (Row row : rows) {
            Interval i = row.scores().get(score);
            if (i != null && shown.contains(row.arm())) {
                bars.computeIfAbsent(row.family() + " (n = " + row.n() + ")", _ -> new ArrayList<>())
                        .add(new BarFigure.Bar(row.arm(), i.value(), i.low(), i.high(), "", shown.indexOf(row.arm())));
            }
        }
        return bars.entrySet().stream()
                .map(entry -> new BarFigure.Group(entry.getKey(), entry.getValue()))
                .toList();
    }
}
