package org.densepath.bench.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.bench.judge.ask.Asked;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.densepath.bench.judge.verdict.Counts;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFile;
import org.densepath.run.AtomicFiles;
import org.densepath.run.ContentHash;
import org.densepath.run.RunStorageException;

/// The judging of one model's answers to one benchmark: its questions, and the folder that gets `judge.json`
/// (what the verdicts depend on), `verdicts.jsonl` and `scores.json`.
public final class Judging {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JudgedChoice choice;
    private final JudgedFiles files;
    private final AskingSettings asking;
    private final JudgedBenchmark benchmark;
    private final List<Question> questions;
    private final String model;

    private Judging(JudgedChoice choice, JudgedFiles files, AskingSettings asking, JudgedBenchmark benchmark) {
        this.choice = choice;
        this.files = files;
        this.asking = asking;
        this.benchmark = benchmark;
        questions = benchmark.questions();
        model = benchmark.model();
    }

    /// Throws [BadInputException] where a file cannot be used.
    public static Judging open(JudgedChoice choice, JudgedFiles files, AskingSettings asking) {
        return new Judging(choice, files, asking, files.open(choice, asking));
    }

    /// What the judge is asked.
    public List<JudgeRequest> requests() {
        return questions.stream().map(Question::request).toList();
    }

    /// What the reader of the scores must know, a sentence each.
    public List<String> notes() {
        return benchmark.notes();
    }

    /// Makes the folder this judging's own. Throws [BadInputException] when it holds verdicts on other answers,
    /// of another judge, or asked otherwise, unless `overwrite`.
    public void claim(Path folder, String judge, String identity, boolean overwrite) {
        ObjectNode settings = settings(judge, identity);
        Path file = folder.resolve("judge.json");
        try {
            if (Files.exists(file) && !overwrite) {
                requireSame(folder, JSON.readTree(Files.readString(file)), settings);
            } else {
                AtomicFiles.write(file, settings.toPrettyString() + "\n");
            }
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }

    private ObjectNode settings(String judge, String identity) {
        ObjectNode settings = JSON.createObjectNode().put("benchmark", benchmark.name());
        settings.put("judge", judge).put("judgeIdentity", identity).put("model", model);
        files.read(choice).forEach((name, file) -> settings.put(name + "Sha256", ContentHash.sha256(file)));
        JudgeRequest first = questions.getFirst().request();
        settings.put("temperature", first.temperature()).put("maxTokens", first.maxTokens());
        return settings.put("repeats", asking.repeats()).put("limit", files.limit());
    }

    private static void requireSame(Path folder, JsonNode there, ObjectNode settings) {
        List<String> differing = new ArrayList<>();
        settings.properties().forEach(field -> {
            // compared as text: a number read back may be of another kind
            if (!field.getValue().asText().equals(there.path(field.getKey()).asText())) {
                differing.add(field.getKey());
            }
        });
        there.fieldNames().forEachRemaining(name -> {
            if (!settings.has(name)) {
                differing.add(name);
            }
        });
        if (!differing.isEmpty()) {
            throw new BadInputException(folder + " holds verdicts that were made otherwise ("
                    + String.join(", ", differing) + "); name another --output, or add --overwrite.");
        }
    }

    /// Reads the verdicts out of the replies and writes them and the scores. `ends` holds an end for each of
    /// [#requests].
    public JudgeScores finish(Map<JudgeRequest, Asked> ends, Path folder, String judge) {
        List<Verdict> verdicts = questions.stream()
                .map(question -> question.verdict(ends.get(question.request())))
                .toList();
        new VerdictFile(benchmark.name(), judge, verdicts).write(folder.resolve("verdicts.jsonl"));
        JudgeScores scores = new JudgeScores(
                benchmark.name(), model, judge, Counts.of(verdicts), benchmark.scores(verdicts), benchmark.notes());
        AtomicFiles.write(folder.resolve("scores.json"), scores.json().toPrettyString() + "\n");
        return scores;
    }
}
