package org.densepath.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;

/// The answers of an arm to the held-out prompts as the run folder keeps them.
final class KeptAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptAnswers() {}

    /// A prompt's family, empty for none, and the mean check of its answers.
    record Checked(String family, double check) {}

    /// `way` is `greedy` or `sampled`.
    static Path file(RunFolder folder, String arm, int seed, String way) {
        return folder.bench(EvaluationStage.BENCHMARK, arm, seed).resolve("answers-" + way + ".jsonl");
    }

    /// When the newest answers were written, in milliseconds; 0 where there are none.
    static long newest(RunFolder folder) {
        Path heldOut = folder.path().resolve("bench").resolve(EvaluationStage.BENCHMARK);
        if (!Files.isDirectory(heldOut)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(heldOut, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith("answers-"))
                    .mapToLong(file -> file.toFile().lastModified())
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw RunStorageException.reading(heldOut, e);
        }
    }

    /// The mean check of each prompt's answers, by the prompt's text; empty where nothing was checked.
    static Map<String, Double> checks(RunFolder folder, String arm, int seed, String way) {
        return byPrompt(rows(folder, arm, seed, way), "check");
    }

    /// Each prompt's family and the mean check of its answers, by the prompt's text; empty where nothing was
    /// checked.
    static Map<String, Checked> checked(RunFolder folder, String arm, int seed, String way) {
        List<JsonNode> rows = rows(folder, arm, seed, way);
        Map<String, String> families = new HashMap<>();
        rows.forEach(row ->
                families.put(row.path("prompt").asText(), row.path("family").asText()));
        Map<String, Checked> checked = new LinkedHashMap<>();
        byPrompt(rows, "check")
                .forEach((prompt, check) -> checked.put(prompt, new Checked(families.get(prompt), check)));
        return checked;
    }

    /// An arm's answers, as they are kept; none where it has not been scored yet.
    static List<JsonNode> rows(RunFolder folder, String arm, int seed, String way) {
        Path file = file(folder, arm, seed, way);
        List<JsonNode> rows = new ArrayList<>();
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    rows.add(JSON.readTree(line));
                }
            } catch (IOException e) {
                throw RunStorageException.reading(file, e);
            }
        }
        return rows;
    }

    /// The mean of a number (`check`, `return`, `tokens`) over each prompt's answers that have it, by the
    /// prompt's text, in their order.
    static Map<String, Double> byPrompt(List<JsonNode> rows, String number) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            if (row.has(number)) {
                double[] sum = sums.computeIfAbsent(row.path("prompt").asText(), _ -> new double[2]);
                sum[0] += row.path(number).asDouble();
                sum[1]++;
            }
        }
        Map<String, Double> means = new LinkedHashMap<>();
        sums.forEach((prompt, sum) -> means.put(prompt, sum[0] / sum[1]));
        return means;
    }
}
