package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.densepath.model.Golden;
import org.densepath.model.PictureModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Scoring of ids, held against golden values; order, errors and files.
class ScoreCommandTest {
    private static final String MODEL = SmallModels.golden();

    @TempDir
    Path folder;

    private static String row(JsonNode ids, int promptLength) {
        return "{\"ids\": " + ids + ", \"promptLength\": " + promptLength + "}\n";
    }

    private static String goldenRows(JsonNode golden) {
        return row(golden.at("/rows/0"), 9) + row(golden.at("/rows/1"), 6);
    }

    private static void assertClose(JsonNode expected, int from, JsonNode actual, double tolerance) {
        assertEquals(expected.size() - from, actual.size());
        for (int t = 0; t < actual.size(); t++) {
            assertEquals(expected.get(from + t).asDouble(), actual.get(t).asDouble(), tolerance, "token " + t);
        }
    }

    @Test
    void scoreGivesTheGoldenLogProbabilities() {
        JsonNode golden = Golden.json("expect/llama-tied.json");
        CommandRun run = CommandRun.of(goldenRows(golden), "score", "--model", MODEL);
        assertEquals(0, run.code(), run.err());
        assertEquals(golden.at("/rows/1"), run.rows().get(1).get("ids"));
        assertEquals(6, run.rows().get(1).get("promptLength").asInt());
        assertClose(golden.at("/logprobs/0"), 9, run.rows().get(0).get("logp"), 1e-4);
        JsonNode second = golden.at("/logprobs/1");
        int pads = second.size() - golden.at("/rows/1").size();
        assertClose(second, 6 + pads, run.rows().get(1).get("logp"), 1e-4);
    }

    @Test
    void scoreReadsTheTextPartOfAModelThatSeesPicturesAndSaysSo() {
        String model = PictureModel.in(folder.resolve("pictures")).toString();
        JsonNode golden = Golden.json("expect/gemma3.json");
        CommandRun run = CommandRun.of(row(golden.at("/rows/0"), 1), "score", "--model", model, "--reference", model);
        assertEquals(0, run.code(), run.err());
        assertClose(golden.at("/logprobs/0"), 1, run.rows().getFirst().get("logp"), 1e-4);
        assertTrue(
                run.err()
                        .contains("pictures also sees pictures: its text part is loaded,"
                                + " and the 2 weights of its vision part are left out.\n"),
                run.err());
    }

    @Test
    void scoreGivesTheGoldenRewardsWhenThereIsAReference() {
        String sft = SmallModels.golden(folder.resolve("end"), "training/sft_end.safetensors")
                .toString();
        String half = SmallModels.golden(folder.resolve("half"), "training/sft_half.safetensors")
                .toString();
        JsonNode golden = Golden.json("training/rewards.json");
        JsonNode rollouts = golden.path("rollouts");
        StringBuilder rows = new StringBuilder();
        rollouts.forEach(rollout ->
                rows.append(row(rollout.get("ids"), rollout.get("prompt_length").asInt())));
        CommandRun run = CommandRun.of(rows.toString(), "score", "-m", sft, "-r", half);
        assertEquals(0, run.code(), run.err());
        for (int i = 0; i < rollouts.size(); i++) {
            JsonNode row = run.rows().get(i);
            assertClose(golden.at("/per_token/reward").get(i), 0, row.get("reward"), 1e-4);
            assertClose(golden.at("/return_to_go/1.0").get(i), 0, row.get("return"), 2e-4);
            assertClose(golden.at("/per_token/logp_ref").get(i), 0, row.get("logpReference"), 1e-4);
            assertClose(golden.at("/per_token/entropy_sft").get(i), 0, row.get("entropy"), 1e-4);
        }
    }

    @Test
    void scoreTellsTheLikeliestTokensWhenAsked() {
        String half = SmallModels.golden(folder.resolve("half"), "training/sft_half.safetensors")
                .toString();
        JsonNode golden = Golden.json("expect/llama-tied.json");
        JsonNode scored = CommandRun.of(goldenRows(golden), "score", "-m", MODEL, "-r", half, "--top", "320")
                .rows()
                .getFirst();
        for (int t = 0; t < scored.get("logp").size(); t++) {
            JsonNode here = scored.get("top").get(t);
            int chosen = scored.get("ids").get(9 + t).asInt();
            int rank = scored.get("rank").get(t).asInt();
            assertEquals(chosen, here.get(rank - 1).get("id").asInt(), "token " + t);
            assertEquals(
                    scored.get("logp").get(t).asDouble(),
                    here.get(rank - 1).get("logp").asDouble(),
                    1e-4);
            assertEquals(
                    scored.get("logpReference").get(t).asDouble(),
                    here.get(rank - 1).get("logpReference").asDouble(),
                    1e-4);
            double total = 0;
            for (JsonNode token : scored.get("topReference").get(t)) {
                total += Math.exp(token.get("logpReference").asDouble());
            }
            assertEquals(1, total, 1e-4);
        }
    }

    @Test
    void scoreAnswersALineWithAnErrorAtItsPlace() {
        String rows = """
            {"ids": [1, 2, 3], "promptLength": 1}

            {"ids": [1, 2
            {"ids": [1, 2, 320], "promptLength": 1}
            {"ids": [1, 2], "promptLength": 2}
            {"prompt": "text", "answer": "for a model without tokenizer"}
            [1]
            {"ids": [4, 5], "promptLength": 1}
            """;
        CommandRun run = CommandRun.of(rows, "score", "-m", MODEL);
        assertEquals(2, run.code());
        assertEquals(7, run.rows().size());
        assertEquals(2, run.rows().getFirst().get("logp").size());
        assertEquals(1, run.rows().getLast().get("logp").size());
        for (int i = 1; i < 6; i++) {
            assertEquals(i + 2, run.rows().get(i).get("line").asInt());
        }
        assertTrue(run.rows().get(2).get("error").asText().contains("0 to 319"), run.out());
        assertTrue(run.rows().get(4).get("error").asText().contains("no tokenizer"), run.out());
        assertTrue(run.err().contains("5 of 7 rows"), run.err());
    }

    @Test
    void scoreKeepsTheOrderWhenThereAreSeveralWindows() {
        String rows = IntStream.range(0, 150)
                .mapToObj(i -> "{\"ids\": [" + (i + 1) + ", 2, 3], \"promptLength\": 1}\n")
                .collect(Collectors.joining());
        List<JsonNode> answers =
                CommandRun.of(rows, "score", "-m", MODEL, "--threads", "1").rows();
        assertEquals(150, answers.size());
        for (int i = 0; i < 150; i++) {
            assertEquals(i + 1, answers.get(i).get("ids").get(0).asInt());
        }
    }

    @Test
    void scoreWritesAFileThatIsThereOnlyWhenWhole() throws Exception {
        Path in = Files.writeString(folder.resolve("rows in.jsonl"), "{\"ids\": [1, 2], \"promptLength\": 1}\n");
        Path out = folder.resolve("new folder").resolve("scores.jsonl");
        String[] command = {"score", "-m", MODEL, "-i", in.toString(), "-o", out.toString()};
        CommandRun run = CommandRun.of("", command);
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
        assertEquals(1, CommandRun.rows(Files.readString(out)).size());
        CommandRun again = CommandRun.of("", command);
        assertEquals(2, again.code());
        assertTrue(again.err().contains("--overwrite"), again.err());
    }

    @Test
    void scoreEndsWithOneSentenceWhenItCannotBegin() {
        assertOneSentence(CommandRun.of("", "score", "-m", "nowhere"), "nowhere");
        assertOneSentence(CommandRun.of("", "score", "-m", MODEL, "-i", "no.jsonl"), "no.jsonl");
        assertOneSentence(CommandRun.of("", "score", "-m", MODEL, "--device", "cuda:77"), "cuda:77");
        assertOneSentence(CommandRun.of("", "score", "-m", MODEL, "--precision", "bfloat16"), "float32");
        assertOneSentence(CommandRun.of("", "score", "-m", MODEL, "--top", "-1"), "--top");
        assertOneSentence(CommandRun.of("", "score", "-m", MODEL, "-i", "no\0path"), "LC_ALL=C.UTF-8");
    }

    private static void assertOneSentence(CommandRun run, String named) {
        assertEquals(2, run.code());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().contains(named), run.err());
        assertFalse(run.err().contains("Exception"), run.err());
    }

    @Test
    void scoreGivesNothingWhenThereAreNoRows() {
        CommandRun run = CommandRun.of("\n\n", "score", "-m", MODEL);
        assertEquals(0, run.code());
        assertEquals("", run.out());
    }
}
