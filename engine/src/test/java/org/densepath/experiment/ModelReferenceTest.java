package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.run.ResumePoint;
import org.densepath.run.RunFolder;
import org.densepath.run.Track;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReferenceTest {
    @TempDir
    Path folder;

    private RunFolder run;

    @BeforeEach
    void makeRun() throws IOException {
        Path base = Files.createDirectory(folder.resolve("base model"));
        String experiment = "{\"model\": {\"path\": \"" + base.toString().replace("\\", "\\\\")
                + "\"}, \"reward\": {\"definition\": \"baseline-relative\", \"references\": [0.25]}}";
        run = RunFolder.create(folder.resolve("my runs"), LocalDate.of(2026, 1, 31), "One", experiment);
        for (int seed : new int[] {3, 2, 10}) {
            for (double fraction : new double[] {0.25, 1}) {
                Files.createDirectories(run.snapshot(Track.shared("sft", seed), fraction));
            }
        }
        Track dpr = new Track("dpr", "dpr", 2);
        for (int step : new int[] {40, 100}) {
            Files.createDirectories(run.checkpoint(dpr, step));
            Files.writeString(run.checkpoint(dpr, step).resolve(ResumePoint.FILE), "{}");
        }
        Files.createDirectories(run.snapshot(new Track("continued-sft", "continued-sft", 2), 1));
    }

    private String resolved(String part) {
        return run.relative(ModelReference.resolve(run.path() + ":" + part));
    }

    private String refused(String written) {
        return assertThrows(BadInputException.class, () -> ModelReference.resolve(written))
                .getMessage();
    }

    @Test
    void resolveGivesTheSnapshotsOfTheLowestSeed() {
        assertEquals("sft/seed-2/snapshot-1.00", resolved("sft"));
        assertEquals("sft/seed-2/snapshot-0.25", resolved("sft@0.25"));
        assertEquals("sft/seed-10/snapshot-1.00", resolved("sft#10"));
        assertEquals("sft/seed-3/snapshot-0.25", resolved("sft@0.25#3"));
    }

    @Test
    void resolveGivesTheReferenceOfTheRunsReward() {
        assertEquals("sft/seed-2/snapshot-0.25", resolved("reference"));
        assertEquals("sft/seed-3/snapshot-0.25", resolved("reference#3"));
    }

    @Test
    void resolveGivesAnArmsLastWeights() {
        assertEquals("arms/dpr/seed-2/checkpoint-000100", resolved("dpr"));
        assertEquals("arms/dpr/seed-2/checkpoint-000040", resolved("dpr@40"));
        assertEquals("arms/continued-sft/seed-2/snapshot-1.00", resolved("continued-sft"));
    }

    @Test
    void resolveGivesAPolicyThatWasKeptOnTheWay() throws IOException {
        Track dpr = new Track("dpr", "dpr", 2);
        Files.createDirectories(run.policy(dpr, 20));
        Files.createDirectories(run.policy(dpr, 40));
        assertEquals("arms/dpr/seed-2/policy-000020", resolved("dpr@20"));
        assertEquals("arms/dpr/seed-2/policy-000040", resolved("dpr@40"));
        assertEquals("arms/dpr/seed-2/checkpoint-000100", resolved("dpr@100"));
        assertEquals(List.of(20L, 40L, 100L), run.policySteps(dpr));
    }

    @Test
    void resolveGivesTheModelTheRunBeganWith() {
        assertEquals(folder.resolve("base model"), ModelReference.resolve(run.path() + ":base"));
    }

    @Test
    void resolveTakesAPathAsItIs() throws IOException {
        Path odd = Files.createDirectory(folder.resolve("a@b #1"));
        assertEquals(odd, ModelReference.resolve(odd.toString()));
    }

    @Test
    void resolveSaysWhatIsThereWhenSomethingIsNot() throws IOException {
        assertTrue(refused("nowhere").contains("nowhere"));
        assertTrue(refused(run.path() + ":spin").contains("continued-sft, dpr"));
        assertTrue(refused(run.path() + ":sft@0.75").contains("snapshot-0.25, snapshot-1.00"));
        assertTrue(refused(run.path() + ":dpr@41").contains("checkpoint-000040"));
        Files.createDirectories(run.path().resolve("arms/dpr/seed-7/rollouts"));
        assertTrue(refused(run.path() + ":dpr@41#7").contains("no weights are kept there"));
        assertTrue(refused("").contains("There is no model ''"));
        assertTrue(refused(run.path() + ":sft#4").contains("seed-4"));
        assertTrue(refused(folder + ":sft").contains("experiment.json"));
    }
}
