package org.densepath.bench.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.bench.judge.ask.JudgeRequest;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// MT-Bench on its own questions, prompts and references.
class MtBenchTest {
    private static final Path DATA =
            Path.of(System.getProperty("densepath.root", "..")).resolve("../shared/data");

    @TempDir
    Path folder;

    private Path answers;

    @BeforeEach
    void answerAll() throws Exception {
        Path questions = DATA.resolve("mt_bench_question.jsonl");
        Assumptions.assumeTrue(Files.exists(questions), "no " + questions);
        List<String> rows = new ArrayList<>();
        for (String line : Files.readAllLines(questions)) {
            JsonNode question = new ObjectMapper().readTree(line);
            int id = question.get("question_id").asInt();
            var row = JudgeFixture.row().put("question_id", id).put("model_id", "policy");
            row.putArray("choices")
                    .addObject()
                    .putArray("turns")
                    .add("first answer to " + id + " with {question} in it")
                    .add("second answer to " + id);
            rows.add(row.toString());
        }
        answers = JudgeFixture.lines(folder.resolve("policy.jsonl"), rows);
    }

    private Judging open(Path references) {
        JudgedFiles files = new JudgedFiles(DATA, answers, null, null, references, null, "", 0);
        return Judging.open(JudgedChoice.MT_BENCH, files, JudgeFixture.asking(1));
    }

    private static String text(JudgeRequest request) {
        return request.messages().getLast().content();
    }

    @Test
    void questionsShowTheTurnsAndTheReferenceWhereThereIsOne() {
        List<JudgeRequest> requests = open(null).requests();
        assertEquals(160, requests.size());
        // question 81, writing, then 101, reasoning
        assertTrue(text(requests.get(0)).contains("first answer to 81 with {question} in it"));
        assertFalse(text(requests.get(0)).contains("second answer"));
        assertFalse(text(requests.get(0)).contains("Reference Answer"));
        assertTrue(text(requests.get(1)).contains("first answer to 81"));
        assertTrue(text(requests.get(1)).contains("second answer to 81"));
        assertTrue(text(requests.get(40)).contains("[The Start of Reference Answer]\nIf you have just overtaken"));
        assertTrue(text(requests.get(41)).contains("### Reference answer:"));
        assertEquals("system", requests.get(40).messages().getFirst().role());
        assertEquals(0, requests.get(40).temperature());
        assertEquals(2048, requests.get(40).maxTokens());
    }

    @Test
    void scoresAreMeansByTurnAndCategoryOfWhatWasJudged() {
        Judging judging = open(null);
        JudgeScores scores = judging.finish(
                JudgeFixture.replies(judging, question -> {
                    if (question.contains("second answer to 81")) {
                        return "Rating: [[11]]";
                    }
                    if (question.contains("first answer to 82") && !question.contains("second")) {
                        return null;
                    }
                    return question.contains("second answer") ? "Rating: [[4]]" : "Rating: [[8]]";
                }),
                folder,
                "judge");
        assertEquals(8, JudgeFixture.score(scores, "mt-bench turn 1").interval().value(), 1e-12);
        assertEquals(4, JudgeFixture.score(scores, "mt-bench turn 2").interval().value(), 1e-12);
        assertEquals(
                (79 * 8 + 79 * 4) / 158.0,
                JudgeFixture.score(scores, "mt-bench").interval().value(),
                1e-12);
        assertEquals(
                "20 verdicts: 18 judged, 1 unparsed, 1 failed",
                JudgeFixture.score(scores, "mt-bench writing").counts().toString());
        assertEquals(
                (9 * 8 + 9 * 4) / 18.0,
                JudgeFixture.score(scores, "mt-bench writing").interval().value(),
                1e-12);
        assertEquals(11, scores.all().size());
        assertEquals("policy", scores.model());
    }

    @Test
    void knownWrongReferencesAreNamedUntilTheyAreReplaced() {
        assertTrue(open(null).notes().getFirst().startsWith("13 reference answers"));
        Path edited = JudgeFixture.lines(
                folder.resolve("edited.jsonl"),
                List.of("{\"question_id\": 104, \"turns\": [\"David has no brother but himself.\", \"two\"]}"));
        Judging judging = open(edited);
        assertTrue(
                judging.notes().getFirst().startsWith("12 reference answers"),
                judging.notes().toString());
        assertFalse(judging.notes().getFirst().contains("104"));
        assertTrue(judging.requests().stream().anyMatch(r -> text(r).contains("David has no brother but himself.")));
    }

    @Test
    void openRefusesWhatIsNotMtBench() {
        Path arena = JudgeFixture.arena(folder, 2);
        JudgedFiles files = new JudgedFiles(arena, answers, null, null, null, null, "", 0);
        BadInputException e = assertThrows(
                BadInputException.class, () -> Judging.open(JudgedChoice.MT_BENCH, files, JudgeFixture.asking(1)));
        assertTrue(e.getMessage().contains("line 1, is no prompt of mt-bench"), e.getMessage());
    }

    @Test
    void openRefusesAPromptWithoutCategory() {
        Path data = JudgeFixture.lines(
                folder.resolve("q.jsonl"), List.of("{\"question_id\": 1, \"turns\": [\"one\", \"two\"]}"));
        JudgedFiles files = new JudgedFiles(data, answers, null, null, null, null, "", 0);
        BadInputException e = assertThrows(
                BadInputException.class, () -> Judging.open(JudgedChoice.MT_BENCH, files, JudgeFixture.asking(1)));
        assertTrue(e.getMessage().contains("no category"), e.getMessage());
    }

    @Test
    void openRefusesAnswersWithOneTurnOnly() {
        Path data = JudgeFixture.lines(
                folder.resolve("q.jsonl"),
                List.of("{\"question_id\": 1, \"category\": \"writing\", \"turns\": [\"one\", \"two\"]}"));
        Path short1 = JudgeFixture.lines(
                folder.resolve("short.jsonl"), List.of("{\"question_id\": 1, \"turns\": [\"only one\"]}"));
        JudgedFiles files = new JudgedFiles(data, short1, null, null, null, null, "", 0);
        BadInputException e = assertThrows(
                BadInputException.class, () -> Judging.open(JudgedChoice.MT_BENCH, files, JudgeFixture.asking(1)));
        assertTrue(e.getMessage().contains("answers 1 turns of '1', which has 2"), e.getMessage());
    }
}
