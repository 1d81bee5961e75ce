package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.bench.judge.audit.CheckFile;
import org.densepath.experiment.ModelReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands of `bench` on the sample model and its tasks.
class BenchCommandsTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data");

    @TempDir
    Path folder;

    private CommandRun run(String model, String prompts, int limit, String... more) {
        List<String> all = new ArrayList<>(List.of("bench", "run", "tasks", "-m", model));
        all.addAll(List.of("-p", SAMPLE.resolve(prompts).toString(), "--limit", "" + limit, "--threads", "1"));
        all.addAll(List.of("-o", folder.resolve("out").toString()));
        all.addAll(List.of(more));
        return CommandRun.of("", all.toArray(String[]::new));
    }

    private CommandRun onSample(int limit, String... more) {
        return run(SAMPLE.resolve("model").toString(), "test.jsonl", limit, more);
    }

    @Test
    void aRunThatWasKilledGoesOnWithoutAnsweringAnythingTwice() throws IOException {
        assertEquals(0, onSample(20).code());
        Path answers = folder.resolve("out/answers.jsonl");
        List<String> whole = Files.readAllLines(answers);
        assertEquals(20, whole.size());
        String marked = whole.getFirst().replace("\"response\":\"", "\"response\":\"kept ");
        Files.writeString(
                answers, marked + "\n" + whole.get(1) + "\n" + whole.get(2).substring(0, 30));
        CommandRun again = onSample(20, "--json");
        assertEquals(0, again.code(), again.err());
        List<String> resumed = Files.readAllLines(answers);
        assertEquals(marked, resumed.getFirst());
        assertEquals(
                List.copyOf(whole).subList(1, 20).stream().sorted().toList(),
                resumed.stream().skip(1).sorted().toList());
    }

    @Test
    void scoresAreKeptBesideTheAnswers() throws IOException {
        CommandRun run = onSample(12, "--json");
        JsonNode kept =
                new ObjectMapper().readTree(folder.resolve("out/scores.json").toFile());
        assertEquals(new ObjectMapper().readTree(run.out()), kept);
        assertEquals(12, kept.at("/scores/right/n").asInt());
        Map<String, Boolean> checks = CheckFile.read(folder.resolve("out/checks.jsonl"));
        assertEquals(12, checks.size());
        long right = checks.values().stream().filter(correct -> correct).count();
        assertEquals(right / 12.0, kept.at("/scores/right/value").asDouble(), 1e-12);
        CommandRun scored = CommandRun.of(
                "",
                "bench",
                "score",
                "tasks",
                "--limit",
                "12",
                "--json",
                "-p",
                SAMPLE.resolve("test.jsonl").toString(),
                "-a",
                folder.resolve("out/answers.jsonl").toString());
        assertEquals(run.out(), scored.out(), scored.err());
    }

    @Test
    void answersOfOtherSettingsAreNotMixed() {
        onSample(2);
        CommandRun other = onSample(2, "--max-tokens", "9");
        assertEquals(2, other.code());
        assertTrue(other.err().contains("made otherwise (maxNewTokens)"), other.err());
    }

    @Test
    void promptsThatTheRunTrainedOnAreRefusedUnlessAllowed() {
        String model = SAMPLE.resolve("run") + ":sft";
        CommandRun refused = run(model, "demonstrations-tasks.jsonl", 3);
        assertEquals(2, refused.code());
        assertTrue(
                refused.err().contains("3 of 3 prompts were trained on in run (line-1, line-2, line-3)"),
                refused.err());
        assertFalse(Files.exists(folder.resolve("out")));
        assertEquals(0, run(model, "test.jsonl", 3).code());
    }

    @Test
    void aPartOfARunHasAFolderOfItsOwn() {
        ModelReference.RunPart part =
                ModelReference.inRun(SAMPLE.resolve("run") + ":sft").orElseThrow();
        assertTrue(part.run()
                .bench("tasks", part.name(), part.seed())
                .endsWith(Path.of("run/bench/tasks/sft-seed-" + part.seed())));
        assertEquals(
                "sft-0.50",
                ModelReference.inRun(SAMPLE.resolve("run") + ":sft@0.50")
                        .orElseThrow()
                        .name());
        assertTrue(ModelReference.inRun(SAMPLE.resolve("model").toString()).isEmpty());
    }

    @Test
    void aModelThatIsNoPartOfARunNeedsAFolder() {
        CommandRun run = CommandRun.of(
                "",
                "bench",
                "run",
                "tasks",
                "-m",
                SAMPLE.resolve("model").toString(),
                "-p",
                SAMPLE.resolve("test.jsonl").toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("--output is missing"), run.err());
    }

    @Test
    void aFileOfAnotherBenchmarkIsNamed() {
        CommandRun run = CommandRun.of(
                "",
                "bench",
                "score",
                "ifeval",
                "-p",
                SAMPLE.resolve("test.jsonl").toString(),
                "-a",
                "none.jsonl");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("line 1, is no prompt of IFEval"), run.err());
    }
}
