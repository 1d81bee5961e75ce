package org.densepath.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;

/// A score that a benchmark has left in a run's folder, `bench/BENCHMARK/ARM-seed-N/scores.json`.
///
/// @param judge who has given the verdicts; empty where no judge is needed
/// @param interval a share, 0 to 1, or a rating
/// @param n how many prompts or verdicts it is over
/// @param main whether it is the benchmark's first
public record KeptScore(
        String benchmark, String arm, int seed, String judge, String name, Interval interval, int n, boolean main) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PART = Pattern.compile("(.+)-seed-(\\d+)");
    private static final String FILE = "scores.json";

    /// Whether it is a share and not a rating.
    public boolean share() {
        return !benchmark.equals("mt-bench");
    }

    /// Whether it says how often a judge preferred the model's answer to the baseline's.
    public boolean winRate() {
        return !judge.isEmpty() && name.contains("win rate");
    }

    /// All of a run, by benchmark, arm and seed; each benchmark's in its own order. Throws [RunStorageException]
    /// where a file cannot be read.
    public static List<KeptScore> of(RunFolder run) {
        Path bench = run.path().resolve("bench");
        if (!Files.isDirectory(bench)) {
            return List.of();
        }
        List<KeptScore> scores = new ArrayList<>();
        try (Stream<Path> files = Files.find(bench, 3, (file, _) -> file.endsWith(FILE))) {
            files.sorted().forEach(file -> read(bench.relativize(file), file, scores));
        } catch (IOException e) {
            throw RunStorageException.reading(bench, e);
        }
        scores.sort(Comparator.comparing(KeptScore::benchmark)
                .thenComparing(KeptScore::arm)
                .thenComparing(KeptScore::seed));
        return scores;
    }

    private static void read(Path place, Path file, List<KeptScore> to) {
        Matcher part = PART.matcher(place.getNameCount() == 3 ? place.getName(1).toString() : "");
        if (!part.matches()) {
            return;
        }
        try {
            JsonNode json = JSON.readTree(file.toFile());
            boolean first = true;
            for (Map.Entry<String, JsonNode> score : json.path("scores").properties()) {
                JsonNode s = score.getValue();
                to.add(new KeptScore(
                        json.path("benchmark").asText(place.getName(0).toString()),
                        part.group(1),
                        Integer.parseInt(part.group(2)),
                        json.path("judge").asText(),
                        score.getKey(),
                        new Interval(number(s, "value"), number(s, "low"), number(s, "high")),
                        s.path("n").asInt(),
                        first));
                first = false;
            }
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }

    private static double number(JsonNode score, String name) {
        return score.path(name).isNumber() ? score.path(name).asDouble() : Double.NaN;
    }
}
