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

/// `bench run` of benchmarks that a judge scores, on the sample model.
class BenchGenerationTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data");
    private static final String MT_BENCH = """
        {"question_id": 81, "category": "writing", "turns": ["Name a fruit.", "Another one."]}
        {"question_id": 101, "category": "math", "turns": ["What is 3 + 4?", "And 5 more?"]}
        {"question_id": 82, "category": "writing", "turns": ["Say cat.", "Say it backwards."]}
        {"question_id": 141, "category": "stem", "turns": ["Order 3, 1, 2.", "Now the other way."]}
        """;

    @TempDir
    Path folder;

    private CommandRun run(String bench, String model, String prompts, String... more) throws IOException {
        Path file = folder.resolve(bench + ".jsonl");
        Files.writeString(file, prompts);
        List<String> all = new ArrayList<>(List.of("bench", "run", bench, "-m", model, "-p", file.toString()));
        all.addAll(List.of("-o", folder.resolve("out").toString(), "--threads", "1", "--max-tokens", "8"));
        all.addAll(List.of(more));
        return CommandRun.of("", all.toArray(String[]::new));
    }

    private CommandRun mtBench(String... more) throws IOException {
        return run("mt-bench", SAMPLE.resolve("model").toString(), MT_BENCH, more);
    }

    private List<JsonNode> answers() throws IOException {
        return CommandRun.rows(Files.readString(folder.resolve("out/answers.jsonl")));
    }

    private JsonNode answer(String key) throws IOException {
        return answers().stream()
                .filter(row -> row.path("key").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void bothTurnsAreAnsweredAtTheCategorysTemperature() throws IOException {
        CommandRun run = mtBench();
        assertEquals(0, run.code(), run.err());
        assertEquals(4, answers().size());
        for (JsonNode row : answers()) {
            assertEquals(2, row.path("turns").size());
            assertTrue(row.path("tokens").get(1).asInt() > 0);
        }
        assertEquals(0.7, answer("81").path("temperature").asDouble());
        assertEquals(0, answer("101").path("temperature").asDouble());
        assertEquals(0.1, answer("141").path("temperature").asDouble());
    }

    @Test
    void aSecondTurnSeesTheFirstAnswer() throws IOException {
        mtBench();
        JsonNode row = answer("101");
        String conversation = "{\"prompt\": [{\"role\": \"user\", \"content\": \"What is 3 + 4?\"},"
                + " {\"role\": \"assistant\", \"content\": "
                + row.path("turns").get(0) + "}, {\"role\": \"user\", \"content\": \"And 5 more?\"}]}";
        CommandRun generated = CommandRun.of(
                conversation + "\n",
                "generate",
                "-m",
                SAMPLE.resolve("model").toString(),
                "--temperature",
                "0",
                "--max-tokens",
                "8",
                "--threads",
                "1");
        assertEquals(
                row.path("turns").get(1).asText(),
                generated.rows().getFirst().path("text").asText(),
                generated.out() + generated.err());
    }

    @Test
    void aKilledRunGoesOnWithTheSameDraws() throws IOException {
        mtBench();
        List<JsonNode> whole = answers();
        Path file = folder.resolve("out/answers.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.writeString(
                file, lines.get(0) + "\n" + lines.get(2) + "\n" + lines.get(3).substring(0, 20));
        assertEquals(0, mtBench().code());
        assertEquals(
                whole.stream().map(JsonNode::toString).sorted().toList(),
                answers().stream().map(JsonNode::toString).sorted().toList());
    }

    @Test
    void theLimitDoesNotChangeADraw() throws IOException {
        mtBench("--limit", "1");
        JsonNode first = answer("81");
        Files.delete(folder.resolve("out/answers.jsonl"));
        mtBench();
        assertEquals(first, answer("81"));
    }

    @Test
    void benchmarksOfOneTurnHaveOneResponse() throws IOException {
        String arena = "{\"uid\": \"u1\", \"category\": \"c\", \"cluster\": \"x\", \"prompt\": \"Say cat.\"}\n";
        CommandRun run = run("arena-hard-v0.1", SAMPLE.resolve("model").toString(), arena, "--json");
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.rows().getFirst().path("prompts").asInt());
        assertTrue(answer("u1").path("response").isTextual());
        assertEquals(2, run("lima", SAMPLE.resolve("model").toString(), arena).code());
    }

    @Test
    void promptsThatWereTrainedOnAreNamedAndRefusedForJudgedBenchmarksToo() throws IOException {
        JsonNode trained = CommandRun.json(
                Files.readAllLines(SAMPLE.resolve("demonstrations-tasks.jsonl")).getFirst());
        String text = trained.path("prompt").asText();
        String prompts = MT_BENCH.replace(
                "Say cat.", text.toUpperCase(java.util.Locale.ROOT).replace("\n", "\\n"));
        CommandRun refused = run("mt-bench", SAMPLE.resolve("run") + ":sft", prompts);
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("1 of 4 prompts were trained on in run (82)"), refused.err());
        assertEquals(
                0,
                run("mt-bench", SAMPLE.resolve("run") + ":sft", prompts, "--allow-overlap")
                        .code());
    }

    @Test
    void aBenchmarkThatIsNotThereIsNamed() throws IOException {
        CommandRun run = run("mmlu", SAMPLE.resolve("model").toString(), MT_BENCH);
        assertEquals(2, run.code());
        assertTrue(run.err().contains("There is no benchmark 'mmlu'; there are ifeval"), run.err());
    }
}
