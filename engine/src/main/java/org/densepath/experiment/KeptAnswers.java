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
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;

/// The answers of an arm to the held-out prompts as the run folder keeps them.
final class KeptAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeptAnswers() {}

    /// `way` is `greedy` or `sampled`.
    static Path file(RunFolder folder, String arm, int seed, String way) {
        return folder.bench(EvaluationStage.BENCHMARK, arm, seed).resolve("answers-" + way + ".jsonl");
    }

    /// The mean check of each prompt's answers, by the prompt's text; empty where nothing was checked.
    static Map<String, Double> checks(RunFolder folder, String arm, int seed, String way) {
        return byPrompt(rows(folder, arm, seed, way), "check");
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
