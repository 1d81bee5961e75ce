package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.model.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers drawn from golden models.
class GenerateCommandTest {
    private static final String MODEL = SmallModels.golden();
    private static final String TWO_PROMPTS = "{\"ids\": [35, 157, 39]}\n{\"ids\": [10]}\n";

    @TempDir
    Path folder;

    private CommandRun compared(String... options) {
        String half = SmallModels.golden(folder.resolve("half"), "training/sft_half.safetensors")
                .toString();
        List<String> all = new ArrayList<>(List.of("generate", "-m", MODEL, "-r", half, "--max-tokens", "8"));
        all.addAll(List.of(options));
        return CommandRun.of(TWO_PROMPTS, all.toArray(String[]::new));
    }

    @Test
    void greedyAnswersAreTheGoldenOnes() {
        JsonNode golden = Golden.json("expect/llama-tied.json");
        int[] promptLengths = {9, 6};
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 2; i++) {
            StringBuilder ids = new StringBuilder();
            for (int t = 0; t < promptLengths[i]; t++) {
                ids.append(t == 0 ? "" : ",").append(golden.at("/rows/" + i).get(t));
            }
            rows.append("{\"ids\": [").append(ids).append("]}\n");
        }
        CommandRun run = CommandRun.of(rows.toString(), "generate", "-m", MODEL, "--greedy", "--max-tokens", "16");
        assertEquals(0, run.code(), run.err());
        for (int i = 0; i < 2; i++) {
            JsonNode expected = golden.at("/greedy/continuations").get(i);
            JsonNode ids = run.rows().get(i).get("ids");
            for (int t = 0; t < ids.size(); t++) {
                assertEquals(expected.get(t), ids.get(t), "prompt " + i + " token " + t);
            }
            assertEquals(ids.size(), run.rows().get(i).get("logp").size());
            assertEquals(i, run.rows().get(i).get("prompt").asInt());
            String ended = run.rows().get(i).get("ended").asText();
            assertEquals(ids.size() == 16 ? "length" : "end", ended);
        }
    }

    @Test
    void samplesAreInOrderAndRepeatWithTheSeed() {
        String[] command = {"generate", "-m", MODEL, "--samples", "3", "--max-tokens", "8", "--seed", "5"};
        CommandRun run = CommandRun.of(TWO_PROMPTS, command);
        assertEquals(6, run.rows().size());
        for (int i = 0; i < 6; i++) {
            assertEquals(i / 3, run.rows().get(i).get("prompt").asInt());
            assertEquals(i % 3, run.rows().get(i).get("sample").asInt());
        }
        assertEquals(run.out(), CommandRun.of(TWO_PROMPTS, command).out());
        command[7] = "6";
        assertNotEquals(run.out(), CommandRun.of(TWO_PROMPTS, command).out());
    }

    @Test
    void drawsDifferBetweenWindows() {
        CommandRun run = CommandRun.of("{\"ids\": [10]}\n".repeat(65), "generate", "-m", MODEL, "--max-tokens", "8");
        assertEquals(64, run.rows().getLast().get("prompt").asInt());
        assertNotEquals(run.rows().getFirst().get("ids"), run.rows().getLast().get("ids"));
    }

    @Test
    void bestOfKeepsTheSampleWithTheLargestSumOfRewards() {
        CommandRun run = compared("--best-of", "4");
        assertEquals(0, run.code(), run.err());
        assertEquals(2, run.rows().size());
        for (JsonNode row : run.rows()) {
            double kept = row.get("sums").get(row.get("sample").asInt()).asDouble();
            assertEquals(4, row.get("sums").size());
            row.get("sums").forEach(sum -> assertTrue(sum.asDouble() <= kept));
        }
        JsonNode first = run.rows().getFirst();
        StringBuilder ids = new StringBuilder("35, 157, 39");
        first.get("ids").forEach(id -> ids.append(", ").append(id));
        JsonNode scored = CommandRun.of(
                        "{\"ids\": [" + ids + "], \"promptLength\": 3}",
                        "score",
                        "-m",
                        MODEL,
                        "-r",
                        folder.resolve("half").toString())
                .rows()
                .getFirst();
        assertEquals(
                scored.get("return").get(0).asDouble(),
                first.get("sums").get(first.get("sample").asInt()).asDouble(),
                1e-3);
    }

    @Test
    void contrastOfStrengthZeroDrawsAsTheModelDoes() {
        String plain = CommandRun.of(TWO_PROMPTS, "generate", "-m", MODEL, "--max-tokens", "8")
                .rows()
                .getFirst()
                .get("ids")
                .toString();
        CommandRun none = compared("--contrast", "0");
        assertEquals(0, none.code(), none.err());
        assertEquals(plain, none.rows().getFirst().get("ids").toString());
    }

    @Test
    void contrastPrefersWhatTheReferenceDoesNot() {
        String half = SmallModels.golden(folder.resolve("half"), "training/sft_half.safetensors")
                .toString();
        JsonNode drawn = CommandRun.of(
                        "{\"ids\": [10]}",
                        "generate",
                        "-m",
                        MODEL,
                        "-r",
                        half,
                        "--contrast",
                        "1",
                        "--greedy",
                        "--max-tokens",
                        "1")
                .rows()
                .getFirst();
        JsonNode all = CommandRun.of(
                        "{\"ids\": [10, 1], \"promptLength\": 1}", "score", "-m", MODEL, "-r", half, "--top", "320")
                .rows()
                .getFirst();
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        for (JsonNode token : all.get("top").get(0)) {
            double tilted = 2 * token.get("logp").asDouble()
                    - token.get("logpReference").asDouble();
            if (tilted > most) {
                most = tilted;
                best = token.get("id").asInt();
            }
        }
        assertEquals(best, drawn.get("ids").get(0).asInt());
    }

    @Test
    void optionsThatExcludeEachOtherAreRefused() {
        String[][] wrong = {
            {"--greedy", "--temperature", "0.5"},
            {"--greedy", "--samples", "2"},
            {"--best-of", "2"},
            {"--contrast", "1"},
            {"--min-p", "0.1"},
            {"--samples", "0"},
            {"--top-p", "0"},
            {"--temperature", "-1"}
        };
        for (String[] options : wrong) {
            List<String> all = new ArrayList<>(List.of("generate", "-m", MODEL));
            all.addAll(List.of(options));
            CommandRun run = CommandRun.of(TWO_PROMPTS, all.toArray(String[]::new));
            assertEquals(2, run.code(), String.join(" ", options));
            assertEquals(1, run.err().lines().count(), run.err());
        }
    }

    @Test
    void aPromptThatIsTooLongIsAnErrorOfItsLine() {
        String ids = "1, ".repeat(100_000) + "1";
        CommandRun run = CommandRun.of(
                TWO_PROMPTS + "{\"ids\": [" + ids + "]}\n{\"ids\": []}\n",
                "generate",
                "-m",
                MODEL,
                "--max-tokens",
                "2");
        assertEquals(2, run.code());
        assertEquals(4, run.rows().size());
        assertTrue(run.rows().get(2).get("error").asText().contains("100001 tokens"), run.err());
        assertEquals(4, run.rows().get(3).get("line").asInt());
    }
}
