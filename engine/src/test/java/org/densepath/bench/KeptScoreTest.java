package org.densepath.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptScoreTest {
    @TempDir
    Path runs;

    private RunFolder run;

    @BeforeEach
    void create() throws IOException {
        run = RunFolder.create(runs, LocalDate.of(2026, 1, 31), "r", "{}");
    }

    private void write(String place, String json) throws IOException {
        Path file = run.path().resolve("bench").resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    @Test
    void scoresOfPartsAreFoundWithTheFirstAsMain() throws IOException {
        Scores scores = new Scores(
                "ifeval",
                541,
                List.of(
                        new Score("prompt_strict", new Interval(0.2, 0.17, 0.24), 541),
                        new Score("instruction_strict", Interval.none(0.3), 834)));
        write("ifeval/continued-sft-seed-2/scores.json", scores.json().toString());
        List<KeptScore> found = KeptScore.of(run);
        assertEquals(2, found.size());
        assertEquals(
                new KeptScore(
                        "ifeval", "continued-sft", 2, "", "prompt_strict", new Interval(0.2, 0.17, 0.24), 541, true),
                found.getFirst());
        assertFalse(found.getLast().main());
        assertTrue(Double.isNaN(found.getLast().interval().low()));
    }

    @Test
    void aJudgesWinRateIsKnownAsOne() throws IOException {
        write(
                "lima/dpr-seed-1/scores.json",
                "{\"benchmark\":\"lima\",\"model\":\"m\",\"judge\":\"j\",\"scores\":{\"lima win rate\":{\"value\":0.4,"
                        + "\"low\":0.3,\"high\":0.5,\"n\":30},\"lima ties\":{\"value\":0.1,\"n\":30}}}");
        List<KeptScore> found = KeptScore.of(run);
        assertTrue(found.getFirst().winRate());
        assertFalse(found.getLast().winRate());
        assertEquals("j", found.getFirst().judge());
    }

    @Test
    void otherFilesOfTheNameAreNoScoresOfParts() throws IOException {
        write("localise/scores.json", "{}");
        write("ifeval/notes/scores.json", "{}");
        write("ifeval/dpr-seed-1/old/scores.json", "{}");
        assertEquals(List.of(), KeptScore.of(run));
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        write("ifeval/dpr-seed-1/scores.json", "{\"scores\":");
        RunStorageException damaged = assertThrows(RunStorageException.class, () -> KeptScore.of(run));
        assertTrue(damaged.getMessage().contains("scores.json"), damaged.getMessage());
    }
}
