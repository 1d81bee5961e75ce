package org.densepath.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        Map<String, Double> checks = new LinkedHashMap<>();
        checked(folder, arm, seed, way).forEach((prompt, checked) -> checks.put(prompt, checked.check()));
        return checks;
    }

    /// The same with each prompt's family.
    static Map<String, Checked> checked(RunFolder folder, String arm, int seed, String way) {
        Path file = file(folder, arm, seed, way);
        Map<String, double[]> sums = new LinkedHashMap<>();
        Map<String, String> families = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try {
                for (String line : Files.readAllLines(file)) {
                    JsonNode row = JSON.readTree(line);
                    if (row.has("check")) {
                        String prompt = row.path("prompt").asText();
                        double[] sum = sums.computeIfAbsent(prompt, p -> new double[2]);
                        sum[0] += row.path("check").asDouble();
                        sum[1]++;
                        families.put(prompt, row.path("family").asText());
                    }
                }
            } catch (IOException e) {
                throw RunStorageException.reading(file, e);
            }
        }
        Map<String, Checked> means = new LinkedHashMap<>();
        sums.forEach((prompt, sum) -> means.put(prompt, new Checked(families.get(prompt), sum[0] / sum[1])));
        return means;
    }
}
