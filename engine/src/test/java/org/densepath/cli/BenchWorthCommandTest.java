package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bench worth` and `bench credit` on the sample run.
class BenchWorthCommandTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data");
    private static final Path TASKS = SAMPLE.resolve("validation.jsonl");

    @TempDir
    Path folder;

    private CommandRun run(List<String> command, Path prompts, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of("-m", SAMPLE.resolve("run") + ":sft", "-r", SAMPLE.resolve("run") + ":reference"));
        all.addAll(List.of("-p", prompts.toString(), "-o", folder.resolve("out").toString()));
        all.addAll(List.of("--threads", "1", "--json"));
        all.addAll(List.of(more));
        return CommandRun.of("", all.toArray(String[]::new));
    }

    private CommandRun worth(int limit) {
        return run(List.of("bench", "worth", "tasks"), TASKS, "--samples", "4", "--limit", "" + limit);
    }

    @Test
    void aKilledOrLongerRunDrawsTheSame() throws IOException {
        CommandRun first = worth(18);
        assertEquals(0, first.code(), first.err());
        Path file = folder.resolve("out/samples.jsonl");
        List<String> whole = Files.readAllLines(file);
        assertEquals(72, whole.size());
        Files.delete(file);
        worth(3);
        assertEquals(whole.subList(0, 12), Files.readAllLines(file));
        Files.writeString(file, "{\"key\":", java.nio.file.StandardOpenOption.APPEND);
        assertEquals(first.out(), worth(18).out());
        assertEquals(
                whole.stream().sorted().toList(),
                Files.readAllLines(file).stream().sorted().toList());
    }

    @Test
    void scoresAndTheCurveAreKept() throws IOException {
        JsonNode scores = CommandRun.json(worth(20).out());
        assertEquals(scores, CommandRun.json(Files.readString(folder.resolve("out/scores.json"))));
        assertEquals(20, scores.path("prompts").asInt());
        assertTrue(scores.at("/bestOf/any/4/value").asDouble()
                >= scores.at("/bestOf/return/4/value").asDouble());
        assertTrue(scores.at("/auroc/return").has("low"));
        assertTrue(Files.exists(folder.resolve("out/figures/best-of-n.svg")));
    }

    @Test
    void aRewardThatIsNotGoodEnoughStopsAScript() {
        worth(20);
        List<String> command = List.of("bench", "worth", "tasks");
        String[] again = {"--samples", "4", "--limit", "20", "--require-auroc", "0.999"};
        CommandRun stopped = run(command, TASKS, again);
        assertEquals(1, stopped.code());
        assertTrue(stopped.err().contains("and 0.999 is required"), stopped.err());
        again[5] = "0.01";
        assertEquals(0, run(command, TASKS, again).code());
    }

    /// The run's model and data are named as `sample:`, which is where the test is told that the product lies.
    @Test
    void aRunThatIsStoppedByItHasMeasuredWhatTheCommandMeasures() throws IOException {
        List<String> command = new ArrayList<>(List.of("run", "demo", "--runs", folder.toString(), "--set"));
        command.add(String.join(
                " --set ",
                "threads=1",
                "device=cpu",
                "data.demonstrationLimit=64",
                "data.validationLimit=20",
                "reward.aurocSamples=4",
                "reward.requireAuroc=0.999"));
        CommandRun run = CommandRun.of("", String.join(" ", command).split(" "));
        assertEquals(3, run.code(), run.err());
        assertTrue(run.err().contains("and 0.999 is required by reward.requireAuroc"), run.err());
        Path kept;
        try (var runs = Files.list(folder)) {
            kept = runs.findFirst().orElseThrow();
        }
        CommandRun worth = CommandRun.of(
                "",
                "bench worth tasks --json --threads 1 --samples 4 --limit 20 --max-tokens 40 -m %s:sft -r %s:reference -p %s -o %s"
                        .formatted(kept, kept, TASKS, folder.resolve("out"))
                        .split(" "));
        JsonNode byRun = CommandRun.json(Files.readString(kept.resolve("bench/worth/sft-seed-1/scores.json")));
        assertEquals(byRun, CommandRun.json(worth.out()));
    }

    @Test
    void promptsThatWereTrainedOnAreRefused() {
        CommandRun refused =
                run(List.of("bench", "worth", "tasks"), SAMPLE.resolve("demonstrations-tasks.jsonl"), "--limit", "2");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("2 of 2 prompts were trained on"), refused.err());
    }

    @Test
    void creditIsHeldAgainstChecks() throws IOException {
        Path prompts = folder.resolve("p.jsonl");
        Path answers = folder.resolve("a.jsonl");
        Path checks = folder.resolve("c.jsonl");
        Files.writeString(prompts, "{\"id\":\"x\",\"prompt\":\"Say cat.\"}\n{\"id\":\"y\",\"prompt\":\"Say dog.\"}\n");
        Files.writeString(answers, "{\"key\":\"x\",\"response\":\"cat\"}\n{\"key\":\"y\",\"response\":\"9 9 9\"}\n");
        Files.writeString(checks, "{\"key\":\"x\",\"correct\":true}\n{\"key\":\"y\",\"correct\":false}\n");
        String[] more = {"-a", answers.toString(), "--checks", checks.toString()};
        CommandRun run = run(List.of("bench", "credit"), prompts, more);
        assertEquals(0, run.code(), run.err());
        JsonNode points = CommandRun.json(run.out()).path("points");
        boolean higher =
                points.get(0).path("sum").asDouble() > points.get(1).path("sum").asDouble();
        assertEquals(
                higher ? 1 : 0,
                CommandRun.json(run.out()).at("/scores/auc_sum/value").asDouble());
        CommandRun scored = CommandRun.of(
                "{\"prompt\":\"Say cat.\",\"answer\":\"cat\"}\n",
                "score",
                "-m",
                SAMPLE.resolve("run") + ":sft",
                "-r",
                SAMPLE.resolve("run") + ":reference",
                "--threads",
                "1");
        double sum = 0;
        for (JsonNode r : scored.rows().getFirst().path("reward")) {
            sum += r.asDouble();
        }
        assertEquals(sum, points.get(0).path("sum").asDouble(), 1e-4);
        assertEquals(
                2,
                run(List.of("bench", "credit"), prompts, "-a", answers.toString())
                        .code());
        CommandRun one = run(
                List.of("bench", "credit"),
                prompts,
                "-a",
                answers.toString(),
                "--checks",
                checks.toString(),
                "--limit",
                "1");
        assertTrue(one.err().contains("Fewer than two of these prompts"), one.err());
    }
}
