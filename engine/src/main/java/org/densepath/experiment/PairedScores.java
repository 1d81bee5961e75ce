package org.densepath.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.Event;
import org.densepath.run.RunStorageException;

/// Differences of an arm's success to π_SFT's on the same prompts, with bootstrap intervals over prompts, from
/// the kept answers.
final class PairedScores {
    static final String SUFFIX = "_minus_sft";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Worker worker;
    private final int seed;

    PairedScores(Worker worker, int seed) {
        this.worker = worker;
        this.seed = seed;
    }

    /// Tells the differences of these arms, where the prompts have checks.
    void tell(List<String> arms) {
        for (String way : List.of("greedy", "sampled")) {
            Map<String, double[]> sft = checks("sft", way);
            for (String arm : arms) {
                Map<String, double[]> own = checks(arm, way);
                if (!sft.isEmpty() && own.keySet().equals(sft.keySet())) {
                    double[] differences = own.keySet().stream()
                            .mapToDouble(prompt -> mean(own.get(prompt)) - mean(sft.get(prompt)))
                            .toArray();
                    Interval i = Bootstrap.mean(
                            differences, worker.experiment().evaluation().bootstrap(), seed);
                    worker.journal()
                            .tell(new Event.ScoreComputed(
                                    EvaluationStage.BENCHMARK,
                                    arm,
                                    seed,
                                    "success_" + way + SUFFIX,
                                    i.value(),
                                    i.low(),
                                    i.high(),
                                    differences.length,
                                    0,
                                    differences.length));
                }
            }
        }
    }

    /// Sum and count of the checks of each prompt's answers; empty where there are none.
    private Map<String, double[]> checks(String arm, String way) {
        Path file = EvaluationStage.answers(worker, arm, seed, way);
        Map<String, double[]> checks = new LinkedHashMap<>();
        if (!Files.exists(file)) {
            return checks;
        }
        try {
            for (String line : Files.readAllLines(file)) {
                JsonNode row = JSON.readTree(line);
                if (row.has("check")) {
                    double[] sum = checks.computeIfAbsent(row.path("prompt").asText(), p -> new double[2]);
                    sum[0] += row.path("check").asDouble();
                    sum[1]++;
                }
            }
            return checks;
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }

    private static double mean(double[] sumAndCount) {
        return sumAndCount[0] / sumAndCount[1];
    }
}
