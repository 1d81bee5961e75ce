package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.densepath.model.PictureModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One process, many questions: answers in order, the numbers of the other commands, and errors it survives.
class ServeCommandTest {
    private static final String IDS = "[35, 157, 39, 12, 77, 140, 3]";

    @TempDir
    Path folder;

    private String sft;
    private String reference;

    @BeforeEach
    void models() {
        sft = SmallModels.golden(folder.resolve("end"), "training/sft_end.safetensors")
                .toString();
        reference = SmallModels.golden(folder.resolve("half"), "training/sft_half.safetensors")
                .toString();
    }

    private String score(int id, String more) {
        return ("{\"id\": %d, \"do\": \"score\", \"models\": {\"sft\": \"%s\", \"reference\": \"%s\"},"
                        + " \"ids\": %s, \"promptLength\": 2%s}%n")
                .formatted(id, sft, reference, IDS, more);
    }

    private static List<JsonNode> served(String requests, String... options) {
        List<String> command = new ArrayList<>(List.of("serve"));
        command.addAll(List.of(options));
        CommandRun run = CommandRun.of(requests, command.toArray(String[]::new));
        assertEquals(0, run.code(), run.err());
        return run.rows();
    }

    @Test
    void scoresAreThoseOfTheScoreCommandBitForBit() {
        JsonNode served = served(score(7, ", \"top\": 4")).getFirst();
        JsonNode commanded = CommandRun.of(
                        "{\"ids\": " + IDS + ", \"promptLength\": 2}",
                        "score",
                        "-m",
                        sft,
                        "-r",
                        reference,
                        "--top",
                        "4")
                .rows()
                .getFirst();

        assertEquals(7, served.get("id").asInt());
        for (String field : List.of("ids", "promptLength", "reward", "return")) {
            assertEquals(commanded.get(field), served.get(field), field);
        }
        for (String field : List.of("logp", "entropy", "rank")) {
            assertEquals(commanded.get(field), served.at("/models/sft").get(field), field);
        }
        assertEquals(commanded.get("logpReference"), served.at("/models/reference/logp"));
        assertEquals(sft, served.at("/models/sft/model").asText());
    }

    @Test
    void whatIsLeftOutOfAModelIsAmongTheWarnings() {
        sft = PictureModel.in(folder.resolve("pictures")).toString();
        JsonNode served = served(score(1, "")).getFirst();
        assertEquals(1, served.get("warnings").size());
        assertTrue(served.get("warnings").get(0).asText().contains("its text part is loaded"));
    }

    @Test
    void alternativesAreTheLikeliestOfEachModelAndTheTokenItself() {
        JsonNode served = served(score(1, ", \"top\": 4")).getFirst();
        JsonNode commanded = CommandRun.of(
                        "{\"ids\": " + IDS + ", \"promptLength\": 2}",
                        "score",
                        "-m",
                        sft,
                        "-r",
                        reference,
                        "--top",
                        "4")
                .rows()
                .getFirst();

        for (int t = 0; t < 5; t++) {
            Set<Integer> expected =
                    new HashSet<>(Set.of(served.get("ids").get(2 + t).asInt()));
            for (String field : List.of("top", "topReference")) {
                for (JsonNode token : commanded.get(field).get(t)) {
                    expected.add(token.get("id").asInt());
                    JsonNode same = alternative(
                            served.get("alternatives").get(t), token.get("id").asInt());
                    assertEquals(token.get("logp"), same.at("/logp/sft"));
                    assertEquals(token.get("logpReference"), same.at("/logp/reference"));
                }
            }
            assertEquals(expected.size(), served.get("alternatives").get(t).size(), "each once");
        }
    }

    private static JsonNode alternative(JsonNode all, int id) {
        for (JsonNode one : all) {
            if (one.get("id").asInt() == id) {
                return one;
            }
        }
        throw new AssertionError("no token " + id + " among " + all);
    }

    @Test
    void oneModelInTwoRolesIsScoredOnceAndEarnsNothing() {
        String request = ("{\"id\": \"a\", \"do\": \"score\", \"models\": {\"policy\": \"%s\", \"sft\": \"%s\","
                        + " \"reference\": \"%s\"}, \"ids\": %s, \"promptLength\": 2}")
                .formatted(sft, sft, sft, IDS);

        JsonNode served = served(request).getFirst();

        assertEquals("a", served.get("id").asText());
        served.get("reward").forEach(reward -> assertEquals(0, reward.asDouble()));
        assertEquals(served.at("/models/sft/logp"), served.at("/models/policy/logp"));
    }

    @Test
    void answersAreDrawnAsByTheGenerateCommand() {
        String request = "{\"id\": 3, \"do\": \"generate\", \"model\": \"" + sft
                + "\", \"ids\": [10, 12], \"samples\": 2," + " \"maxTokens\": 6, \"seed\": 5, \"progress\": true}";
        List<JsonNode> lines = served(request);
        List<JsonNode> commanded = CommandRun.of(
                        "{\"ids\": [10, 12]}",
                        "generate",
                        "-m",
                        sft,
                        "--samples",
                        "2",
                        "--max-tokens",
                        "6",
                        "--seed",
                        "5")
                .rows();

        JsonNode answer = lines.getLast();
        for (int sample = 0; sample < 2; sample++) {
            for (String field : List.of("sample", "ids", "logp", "ended")) {
                assertEquals(
                        commanded.get(sample).get(field),
                        answer.at("/answers/" + sample).get(field));
            }
        }
        assertTrue(lines.size() > 1, "progress comes before the answer");
        for (JsonNode line : lines.subList(0, lines.size() - 1)) {
            assertEquals(3, line.get("id").asInt());
            assertTrue(line.get("progress").asDouble() > 0);
        }
    }

    @Test
    void aRequestThatFailsIsAnsweredAndTheNextOneToo() {
        String requests = "{\"id\": 1, \"do\": \"score\", \"models\": {\"sft\": \"nowhere\"}, \"ids\": [1, 2],"
                + " \"promptLength\": 1}\n"
                + "{\"id\": 2, \"do\": \n"
                + "{\"id\": 3, \"do\": \"dance\"}\n"
                + "{\"id\": 4}\n"
                + "{\"id\": 5, \"do\": \"score\", \"models\": {\"judge\": \"x\"}}\n"
                + "{\"id\": 6, \"do\": \"generate\", \"model\": \"" + sft + "\", \"ids\": [1], \"topP\": 7}\n"
                + score(7, ", \"top\": -1")
                + score(8, "");

        List<JsonNode> lines = served(requests);

        String[] named = {"nowhere", "Line 2", "dance", "'do' is missing", "judge", "top-p", "'top' is -1"};
        for (int i = 0; i < named.length; i++) {
            String error = lines.get(i).get("error").asText();
            assertTrue(error.contains(named[i]), error);
            assertTrue(lines.get(i).get("badInput").asBoolean());
            assertEquals(i == 1 ? 0 : i + 1, lines.get(i).get("id").asInt());
        }
        assertFalse(lines.getLast().has("error"));
        assertEquals(8, lines.size());
    }

    @Test
    void modelsAreKeptAndTheOldestIsDropped() {
        String ask = "{\"id\": 0, \"do\": \"models\"}\n";
        String one = "{\"id\": 1, \"do\": \"score\", \"models\": {\"sft\": \"" + SmallModels.golden()
                + "\"}, \"ids\": [1, 2], \"promptLength\": 1}\n";
        List<JsonNode> lines = served(score(1, "") + ask + one + ask + "{\"do\": \"unload\"}\n" + ask, "--models", "2");

        assertEquals(2, lines.get(1).get("models").size());
        JsonNode after = lines.get(3).get("models");
        assertEquals(2, after.size());
        assertEquals(SmallModels.golden(), after.get(1).get("path").asText());
        assertTrue(after.get(1).get("weightBytes").asLong() > 10_000);
        assertEquals(2, lines.get(4).get("unloaded").asInt());
        assertTrue(lines.get(4).get("id").isNull());
        assertEquals(0, lines.get(5).get("models").size());
    }

    @Test
    void textsAreEncodedByTheModelsTokenizer() {
        String reading = SmallModels.reading(folder.resolve("reading"), 3).toString();
        String row = "\"prompt\": \"What is 4 + 5?\", \"answer\": \" 4 + 5 = 9\"";
        JsonNode served = served("{\"id\": 1, \"do\": \"score\", \"models\": {\"sft\": \"" + reading + "\"}, " + row
                        + "}\n{\"id\": 2, \"do\": \"tokenize\", \"model\": \"" + reading + "\", \"text\": \"4 + 5\"}")
                .getFirst();
        JsonNode commanded =
                CommandRun.of("{" + row + "}", "score", "-m", reading).rows().getFirst();

        assertEquals(commanded.get("ids"), served.get("ids"));
        assertEquals(commanded.get("tokens"), served.get("tokens"));
        assertEquals(
                served.get("promptLength").asInt(), served.get("promptTokens").size());
    }
}
