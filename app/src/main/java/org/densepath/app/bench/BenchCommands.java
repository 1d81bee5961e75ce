package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.app.task.WorkerCommand;

/// The commands that make what the page shows, as a person runs them in the product's folder.
final class BenchCommands {
    private BenchCommands() {}

    /// Answers to a benchmark, of one part of the run.
    static String run(Path run) {
        return line(List.of("bench", "run", "tasks", "-m", run + ":sft", "-p", prompts(run, "PROMPTS")));
    }

    /// Where localisation is kept in a run's folder.
    static Path localiseFolder(Path run) {
        return run.resolve("bench").resolve("localise");
    }

    /// Arguments of `densepath bench localise` with the run's own held-out prompts.
    static List<String> localise(Path run) {
        List<String> words =
                new ArrayList<>(List.of("bench", "localise", "-m", run + ":sft", "-r", run + ":reference"));
        words.addAll(
                List.of("-p", prompts(run, "ANSWERS"), "-o", localiseFolder(run).toString()));
        return words;
    }

    /// A judge's verdicts on one part's answers.
    static String judge(Path run) {
        Path part = run.resolve("bench").resolve("lima");
        return line(List.of(
                "bench",
                "judge",
                "lima",
                "-d",
                "LIMA",
                "-a",
                part.resolve("dpr-seed-1").resolve("answers.jsonl").toString(),
                "-b",
                part.resolve("sft-seed-1").resolve("answers.jsonl").toString(),
                "--judge",
                "https://host/v1",
                "--judge-model",
                "NAME"));
    }

    static String line(List<String> words) {
        return "packaging/densepath " + WorkerCommand.quotedLine(words);
    }

    private static String prompts(Path run, String otherwise) {
        return ReferenceAnswers.file(run).map(Path::toString).orElse(otherwise);
    }
}
