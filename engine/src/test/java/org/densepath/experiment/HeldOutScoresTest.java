package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.densepath.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a run that is not finished has scored: one seed whole, another with its first rows only.
class HeldOutScoresTest {
    @TempDir
    Path folder;

    private RunFolder run;
    private final Experiment experiment = new ExperimentFile()
            .set("seeds=[1,2]")
            .set("arms=[\"dpr\",\"sparse\"]")
            .read();

    @BeforeEach
    void create() throws IOException {
        Files.writeString(folder.resolve("experiment.json"), ExperimentFile.text(experiment));
        Files.createFile(folder.resolve("events.jsonl"));
        run = RunFolder.open(folder);
        answers("base", 1, 0, 0, 0, 1);
        answers("sft", 1, 0, 1, 0, 1);
        answers("dpr", 1, 1, 1, 0, 1);
        answers("base", 2, 1, 1, 1, 1);
    }

    private void answers(String arm, int seed, int... checks) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < checks.length; i++) {
            lines.append("{\"prompt\":\"p%d\",\"family\":\"%s\",\"check\":%d}\n"
                    .formatted(i, i < 2 ? "sort" : "list", checks[i]));
        }
        Path file = KeptAnswers.file(run, arm, seed, "sampled");
        Files.createDirectories(file.getParent());
        Files.writeString(file, lines);
    }

    @Test
    void successIsToldByFamilyInTheSeedsThatAreWhole() {
        FamilyScores scores = FamilyScores.of(run, experiment);
        assertEquals(List.of(1), scores.seeds());
        assertEquals(
                List.of(new FamilyScores.Family("list", 2), new FamilyScores.Family("sort", 2)), scores.families());
        FamilyScores.Row dpr = scores.rows().getLast();
        assertEquals("dpr", dpr.arm());
        List<FamilyScores.Cell> sampled = dpr.ways().get("sampled");
        assertEquals(0.5, sampled.getFirst().interval().value());
        assertEquals(List.of(1.0), sampled.getLast().bySeed());
    }

    @Test
    void theTableHasTheRowsThatAreScoredByNow() {
        ArmTable table = ArmTable.of(run, experiment);
        assertEquals(List.of(1), table.seeds());
        assertEquals(
                List.of("base", "sft", "dpr"),
                table.rows().stream().map(ArmTable.Row::arm).toList());
        assertEquals("dpr", table.leads().getFirst().arm());
        assertEquals("sft", table.leads().getFirst().next());
    }

    @Test
    void aWrittenTableIsReadUntilThereAreNewerAnswers() throws IOException {
        ArmTable.write(run, experiment);
        Path file = ArmTable.file(run);
        Files.writeString(file, Files.readString(file).replace("\"seeds\" : [ 1 ]", "\"seeds\" : [ 7 ]"));
        assertEquals(List.of(7), ArmTable.current(run, experiment).seeds());

        FileTime later =
                FileTime.from(Files.getLastModifiedTime(file).toInstant().plusSeconds(10));
        Files.setLastModifiedTime(KeptAnswers.file(run, "dpr", 1, "sampled"), later);
        assertEquals(List.of(1), ArmTable.current(run, experiment).seeds());
    }

    @Test
    void costsOfARunThatDidNotCountThemAreToldByItsEvents() throws IOException {
        Files.writeString(
                folder.resolve("events.jsonl"),
                "{\"schemaVersion\":1,\"sequence\":1,\"time\":\"2026-01-31T12:00:00Z\",\"type\":\"StepFinished\","
                        + "\"stage\":\"dpr\",\"arm\":\"dpr\",\"seed\":1,\"step\":1,\"metrics\":"
                        + "{\"dpr/response_tokens\":700.0,\"dpr/seconds\":1.5}}\n");
        Compute dpr = ArmTable.of(run, experiment).rows().getLast().compute();
        assertEquals(new Compute(700, 700, 1, 1.5, Compute.UNKNOWN), dpr);
    }

    @Test
    void promptsOfOneFamilyHaveNoFamilies() throws IOException {
        for (String arm : List.of("base", "sft", "dpr")) {
            Path file = KeptAnswers.file(run, arm, 1, "sampled");
            Files.writeString(file, Files.readString(file).replace("list", "sort"));
        }
        assertTrue(FamilyScores.of(run, experiment).families().isEmpty());
    }
}
