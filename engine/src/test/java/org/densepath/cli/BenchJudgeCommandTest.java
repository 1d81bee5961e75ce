package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.densepath.bench.judge.JudgeFixture;
import org.densepath.bench.judge.ask.ReplyStore;
import org.densepath.bench.judge.endpoint.JudgeServerProcess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bench judge` and `bench audit` against a server process.
class BenchJudgeCommandTest {
    private static final int PROMPTS = 60;
    private static JudgeServerProcess server;

    @TempDir
    Path folder;

    private Path data;
    private Path answers;
    private Path baseline;

    @BeforeAll
    static void start() {
        server = new JudgeServerProcess(null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("dpr"));
        data = JudgeFixture.arena(folder, PROMPTS);
        answers = JudgeFixture.arenaAnswers(folder.resolve("dpr/answers.jsonl"), PROMPTS, "dpr", "a longer answer ");
        baseline = JudgeFixture.arenaAnswers(folder.resolve("sft.jsonl"), PROMPTS, "sft", "answer ");
    }

    private String[] command(String path, String... more) {
        List<String> all = new ArrayList<>(List.of(
                "bench",
                "judge",
                "arena-hard-v0.1",
                "--data",
                data.toString(),
                "--answers",
                answers.toString(),
                "--baseline",
                baseline.toString(),
                "--judge",
                server.address(path),
                "--judge-model",
                "judge-7b"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private CommandRun judge(String path, String... more) {
        return CommandRun.of("", command(path, more));
    }

    /// Runs a command in a process of its own, all that it prints going to a file.
    private static Process process(Map<String, String> environment, Path out, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DensePath.class.getName()));
        all.addAll(List.of(command));
        ProcessBuilder builder =
                new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void assertOneSentence(CommandRun run, int code, String named) {
        assertEquals(code, run.code(), run.err());
        assertEquals("", run.out());
        String last = run.err().lines().reduce((_, line) -> line).orElse("");
        assertTrue(last.contains(named), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void judgeWritesVerdictsAndScoresBesideTheAnswers() throws Exception {
        CommandRun run = judge("ok/whole", "--json");
        assertEquals(0, run.code(), run.err());
        // the server always names A, so that each pair is won once by either
        var rate = run.rows().getFirst().at("/scores/arena-hard-v0.1 win rate");
        assertEquals(0.5, rate.get("value").asDouble(), 1e-12);
        assertEquals(PROMPTS, rate.get("n").asInt());
        assertEquals(2 * PROMPTS, rate.get("judged").asInt());
        Path out = folder.resolve("dpr");
        assertEquals(
                2 * PROMPTS, Files.readAllLines(out.resolve("verdicts.jsonl")).size());
        assertEquals(run.rows().getFirst(), CommandRun.json(Files.readString(out.resolve("scores.json"))));
        CommandRun audit = CommandRun.of("", "bench", "audit", out.toString(), "--json");
        assertEquals(
                1,
                audit.rows()
                        .getFirst()
                        .at("/judges/0/audit/position flips/value")
                        .asDouble());
        assertEquals(
                0.5,
                audit.rows()
                        .getFirst()
                        .at("/judges/0/audit/longer answer wins/value")
                        .asDouble());
    }

    @Test
    void promptsThatTheRunOfTheAnswersTrainedOnAreRefused() throws IOException {
        Path run = folder.resolve("run");
        Path own = run.resolve("bench/arena-hard-v0.1/dpr-seed-1/answers.jsonl");
        Files.createDirectories(own.getParent());
        Files.copy(answers, own);
        Path trained = folder.resolve("trained.jsonl");
        Files.writeString(trained, "{\"prompt\":\"task  3\",\"completion\":\"an answer\"}\n");
        Files.writeString(
                run.resolve("experiment.json"),
                "{\"data\":{\"demonstrations\":\"%s\"}}"
                        .formatted(trained.toString().replace('\\', '/')));
        answers = own;
        assertOneSentence(judge("ok/trained"), 2, "1 of 60 prompts were trained on in run (u3)");
        assertFalse(Files.exists(own.resolveSibling("verdicts.jsonl")));
        assertEquals(0, judge("ok/trained", "--allow-overlap").code());
        Files.writeString(trained, "{\"prompt\":\"Task 300\",\"completion\":\"an answer\"}\n");
        assertEquals(0, judge("ok/trained").code());
    }

    @Test
    void judgeAsksNothingTwiceWhenItIsRunAgain() {
        assertEquals(0, judge("ok/again").code());
        CommandRun again = judge("ok/again");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.err().contains("0 questions"), again.err());
        assertEquals(2 * PROMPTS, server.requests("ok/again"));
    }

    @Test
    void judgeGoesOnAfterAKillWithoutAskingTwice() throws Exception {
        Process killed = process(Map.of(), folder.resolve("out"), command("steady/kill", "--concurrency", "4"));
        long until = System.nanoTime() + 60_000_000_000L;
        while (server.requests("steady/kill") < 30 && System.nanoTime() < until) {
            Thread.sleep(10);
        }
        killed.destroyForcibly().waitFor();
        int kept = Files.readAllLines(folder.resolve("dpr").resolve(ReplyStore.FILE))
                .size();
        int asked = server.requests("steady/kill");
        assertTrue(kept >= 20 && kept < 2 * PROMPTS, kept + " replies before the kill");
        // what was under way has no reply and must be asked once more; nothing else may be
        assertTrue(asked - kept <= 4, asked + " asked, " + kept + " kept");
        CommandRun resumed = judge("steady/kill");
        assertEquals(0, resumed.code(), resumed.err());
        assertEquals(asked + 2 * PROMPTS - kept, server.requests("steady/kill"));
    }

    @Test
    void judgeStopsAtTheCapAndGoesOnWithAHigherOne() {
        String[] prices = {"--price-in", "1000", "--price-out", "1000", "--max-tokens", "50"};
        String[] capped =
                Stream.concat(Stream.of(prices), Stream.of("--cap", "3")).toArray(String[]::new);
        CommandRun run = judge("ok/cap", capped);
        assertOneSentence(run, 3, "The cap of 3.000 is reached");
        assertTrue(run.err().contains("replies are kept"), run.err());
        assertFalse(Files.exists(folder.resolve("dpr/scores.json")));
        int first = server.requests("ok/cap");
        assertTrue(first > 5 && first < 2 * PROMPTS, first + " asked");
        CommandRun again = judge("ok/cap", capped);
        assertOneSentence(again, 3, "The cap of 3.000 is reached");
        assertTrue(server.requests("ok/cap") - first <= 2, "earlier replies count against the cap");
        CommandRun raised = judge(
                "ok/cap",
                Stream.concat(Stream.of(prices), Stream.of("--cap", "100")).toArray(String[]::new));
        assertEquals(0, raised.code(), raised.err());
        assertEquals(2 * PROMPTS, server.requests("ok/cap"));
    }

    @Test
    void estimateTellsTheCostAndLeavesNoTrace() {
        CommandRun run = judge("ok/estimate", "--estimate", "--price-in", "1", "--price-out", "4");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().startsWith(2 * PROMPTS + " questions, about "), run.out());
        assertTrue(run.out().contains("at most"), run.out());
        assertEquals(0, server.requests("ok/estimate"));
        assertFalse(Files.exists(folder.resolve("dpr/replies.jsonl")));
        assertFalse(Files.exists(folder.resolve("dpr/judge.json")));
    }

    @Test
    void theKeyIsInNoFileAndOnNoStream() throws Exception {
        String key = "sk-a-key-that-is-nowhere-else";
        Map<String, String> environment = Map.of("JUDGE_KEY", key);
        // the endpoint's refusal repeats the key
        String[] refused = command("key/none", "--key-env", "JUDGE_KEY", "--stacktrace");
        assertEquals(2, process(environment, folder.resolve("refused"), refused).waitFor());
        String[] used = command("ok/keyed", "--key-env", "JUDGE_KEY");
        assertEquals(0, process(environment, folder.resolve("used"), used).waitFor());
        assertTrue(Files.readString(folder.resolve("refused")).contains("JUDGE_KEY"));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(file, StandardCharsets.UTF_8).contains(key), file.toString());
            }
        }
    }

    @Test
    void faultsOfTheEndpointAreOneSentenceAndNoScore() {
        assertOneSentence(judge("html/x"), 2, "web page");
        assertOneSentence(judge("someone/x"), 2, "--answers-as");
        assertOneSentence(judge("absent/x"), 2, "judge-7b");
        assertOneSentence(judge("key/x"), 2, "401");
        assertFalse(Files.exists(folder.resolve("dpr/scores.json")));
    }

    @Test
    void failedQuestionsAreCountedAndAskedAgain() {
        CommandRun run = judge("broken/x", "--attempts", "1", "--limit", "5", "--json");
        assertEquals(1, run.code(), run.err());
        var scores = run.rows().getFirst();
        assertEquals(10, scores.get("failed").asInt());
        assertFalse(scores.at("/scores/arena-hard-v0.1 win rate").has("value"));
        assertTrue(run.err().contains("10 of 10 questions have no reply"), run.err());
    }

    @Test
    void otherAnswersInTheSameFolderAreRefused() {
        assertEquals(0, judge("ok/claim").code());
        JudgeFixture.arenaAnswers(answers, PROMPTS, "other", "answer ");
        CommandRun other = judge("ok/claim");
        assertOneSentence(other, 2, "made otherwise (model, answersSha256)");
        assertEquals(0, judge("ok/claim", "--overwrite").code());
        assertOneSentence(judge("ok/claim", "--model", "dpr"), 2, "holds answers of 'other'");
    }

    @Test
    void badArgumentsAreOneSentence() {
        assertOneSentence(judge("ok/x", "--cap", "1"), 2, "--cap needs --price-in");
        assertOneSentence(judge("ok/x", "--repeats", "0"), 2, "--repeats");
        assertOneSentence(judge("ok/x", "--key-env", "NO_SUCH_VARIABLE"), 2, "NO_SUCH_VARIABLE");
        baseline = folder.resolve("nowhere.jsonl");
        assertOneSentence(judge("ok/x"), 2, "nowhere.jsonl");
        data = answers;
        assertOneSentence(judge("ok/x"), 2, "answers.jsonl");
    }

    @Test
    void aLocalModelComparesInBothOrders() {
        String model = SmallModels.reading(folder.resolve("model"), 5).toString();
        CommandRun run = CommandRun.of(
                "",
                "bench",
                "judge",
                "arena-hard-v0.1",
                "--data",
                data.toString(),
                "--answers",
                answers.toString(),
                "--baseline",
                baseline.toString(),
                "--judge",
                model,
                "--limit",
                "6",
                "--threads",
                "1",
                "--json");
        assertEquals(0, run.code(), run.err());
        var scores = run.rows().getFirst();
        assertEquals(12, scores.get("judged").asInt(), run.out());
        double rate = scores.at("/scores/arena-hard-v0.1 win rate/value").asDouble();
        assertTrue(rate > 0.2 && rate < 0.8, "weights that know nothing prefer nothing: " + rate);
    }
}
