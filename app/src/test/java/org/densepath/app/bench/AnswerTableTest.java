package org.densepath.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is read of a run's answers, and which prompts a filter leaves.
class AnswerTableTest {
    @TempDir
    Path run;

    @BeforeEach
    void twoArmsOfTwoSeeds() throws Exception {
        write("held-out/sft-seed-1/answers-greedy.jsonl", held("one", 1) + held("two", 1) + held("three", 0));
        write("held-out/dpr-seed-1/answers-greedy.jsonl", held("one", 1) + held("two", 0) + held("three", 1));
        write("held-out/dpr-seed-2/answers-greedy.jsonl", held("one", 0));
        write("held-out/sft-seed-1/answers-sampled.jsonl", held("one", 1) + held("one", 0));
    }

    private void write(String file, String text) throws Exception {
        Path path = run.resolve("bench").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static String held(String prompt, int check) {
        return """
            {"prompt":"%s","family":"f","sample":0,"answer":" it is %s","ended":"end","return":0.5,"check":%d}
            """.formatted(prompt, check == 1 ? "so" : "not so", check);
    }

    private AnswerTable table(int set, int seed) {
        return AnswerTableReader.read(AnswerSets.of(run).get(set), seed, Map.of("one", "so"));
    }

    @Test
    void aRunsAnswersAreFoundByWayArmAndSeed() {
        List<AnswerSet> sets = AnswerSets.of(run);
        assertEquals(
                List.of("Held-out prompts, greedy", "Held-out prompts, sampled"),
                sets.stream().map(AnswerSet::title).toList());
        assertEquals(List.of(1, 2), sets.getFirst().seeds());
        assertEquals(List.of("sft", "dpr"), table(0, 1).arms());
        assertEquals(List.of("dpr"), table(0, 2).arms());
        assertEquals(List.of(), AnswerSets.of(run.resolve("nowhere")));
    }

    @Test
    void promptsAreFoundByWhatOneArmLostAndTheOtherWon() {
        AnswerTable table = table(0, 1);
        AnswerFilter filter = new AnswerFilter("dpr", "sft", Relation.LOST, "");
        AnswerFilter.Passed passed = filter.of(table);
        assertEquals(
                List.of("two"), passed.lines().stream().map(PromptLine::key).toList());
        assertEquals(1, passed.counts().get(Relation.WON));
        assertEquals(1, passed.counts().get(Relation.BOTH_RIGHT));
        assertEquals(0, passed.counts().get(Relation.BOTH_WRONG));
        assertEquals(1, passed.counts().get(Relation.SAME));
        assertEquals(
                List.of("two", "three"),
                filter.withRelation(Relation.ALL).withText("NOT so").of(table).lines().stream()
                        .map(PromptLine::key)
                        .toList());
        assertEquals("DPR lost where SFT won", Relation.LOST.sentence("DPR", "SFT", Measure.CHECK));
        assertEquals("so", table.lines().getFirst().reference());
    }

    @Test
    void theShareOfSeveralSamplesIsCompared() {
        AnswerTable table = table(1, 1);
        assertEquals(2, table.samples());
        assertEquals(0.5, table.lines().getFirst().value("sft"));
        assertEquals("1 of 2", AnswerText.value(table.lines().getFirst().byArm().get("sft"), Measure.CHECK));
    }

    @Test
    void aFileThatCannotBeReadIsToldAndTheOthersAreShown() throws Exception {
        write("held-out/dpr-seed-1/answers-greedy.jsonl", held("one", 1) + "{\"prompt\": \"tw\n");
        AnswerTable table = table(0, 1);
        assertEquals(List.of("sft"), table.arms());
        assertEquals(1, table.problems().size());
        assertTrue(table.problems().getFirst().contains("answers-greedy.jsonl, line 2, is damaged"));
        write("held-out/dpr-seed-1/answers-greedy.jsonl", held("one", 1) + "{\"prompt\": \"tw");
        assertEquals(List.of("sft", "dpr"), table(0, 1).arms());
        assertEquals(List.of(), table(0, 1).problems());
    }

    @Test
    void aBenchmarksChecksAreReadBesideItsAnswers() throws Exception {
        String rows = """
            {"key":"a","prompt":"Say yes.","response":"yes","ended":"length","tokens":1,"model":"m"}
            {"key":"b","prompt":"Say no.","response":"yes","ended":"end","tokens":1,"model":"m"}
            """;
        write("tasks/dpr-seed-1/answers.jsonl", rows);
        AnswerSet set = AnswerSets.of(run).getLast();
        AnswerTable unchecked = AnswerTableReader.read(set, 1, Map.of());
        assertEquals(Measure.NONE, unchecked.measure());
        write("tasks/dpr-seed-1/checks.jsonl", "{\"key\":\"a\",\"correct\":true}\n{\"key\":\"b\",\"correct\":false}\n");
        AnswerTable table = AnswerTableReader.read(set, 1, Map.of());
        assertEquals(Measure.CHECK, table.measure());
        assertEquals(1, table.lines().getFirst().value("dpr"));
        assertEquals(0, table.lines().getLast().value("dpr"));
        assertTrue(
                table.lines().getFirst().byArm().get("dpr").answers().getFirst().cut());
    }

    @Test
    void aVerdictThatTurnsWithTheOrderIsTold() throws Exception {
        MadeBench.judged(run);
        AnswerSet set = AnswerSets.of(run).getLast();
        AnswerTable table = AnswerTableReader.read(set, 1, Map.of());
        assertEquals(Measure.SHARE, table.measure());
        PromptLine turned = table.lines().getFirst();
        assertTrue(turned.turns());
        assertEquals(2, turned.byArm().get("dpr").judgements().size());
        assertEquals(0.5, turned.value("dpr"));
        AnswerFilter filter = new AnswerFilter("dpr", "sft", Relation.TURNED, "");
        assertTrue(filter.of(table).lines().contains(turned));
        assertFalse(filter.of(table).lines().contains(table.lines().get(7)));
        assertEquals(
                "read first, it wins [[A]]",
                Judgement.sentence(turned.byArm()
                        .get("dpr")
                        .judgements()
                        .getFirst()
                        .verdicts()
                        .getFirst()));
    }
}
