package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 31);
    private static final Track SFT = Track.shared("sft", 1);
    private static final Track DPR = new Track("dpr", "dpr", 2);

    @TempDir
    Path runs;

    private RunFolder run;

    @BeforeEach
    void create() {
        run = RunFolder.create(runs, DATE, "tiny", "{}");
    }

    @Test
    void createGivesEveryRunItsOwnFolder() {
        assertEquals("2026-01-31-tiny", run.name());
        assertEquals(
                "2026-01-31-tiny-2", RunFolder.create(runs, DATE, "tiny", "{}").name());
        assertEquals(
                "2026-01-31-tiny-3", RunFolder.create(runs, DATE, "Tiny", "{}").name());
    }

    @Test
    void createMakesANameThatEverySystemTakes() {
        assertEquals(
                "2026-01-31-größe-a-b-2",
                RunFolder.create(runs, DATE, " ../Größe: a/b #2? ", "{}").name());
        assertEquals("2026-01-31-run", RunFolder.create(runs, DATE, "???", "{}").name());
        assertEquals(
                71, RunFolder.create(runs, DATE, "x".repeat(300), "{}").name().length());
    }

    @Test
    void createSaysSoWhenTheRunsFolderIsAFile() throws IOException {
        Path file = Files.writeString(runs.resolve("file"), "");
        assertThrows(RunStorageException.class, () -> RunFolder.create(file, DATE, "tiny", "{}"));
    }

    @Test
    void openTakesOnlyAFolderThatARunHasWritten() throws IOException {
        assertEquals(run.path(), RunFolder.open(run.path()).path());
        Path gone = runs.resolve("gone");
        BadInputException missing = assertThrows(BadInputException.class, () -> RunFolder.open(gone));
        assertEquals("There is no folder " + gone + "; choose the folder of a run.", missing.getMessage());
        Path other = Files.createDirectory(runs.resolve("other"));
        assertThrows(BadInputException.class, () -> RunFolder.open(other));
    }

    @Test
    void pathsAreThoseOfTheDocumentedLayout() {
        assertEquals("sft/seed-1/snapshot-0.50", run.relative(run.snapshot(SFT, 0.5)));
        assertEquals("sft/seed-1/checkpoint-000040", run.relative(run.checkpoint(SFT, 40)));
        assertEquals("arms/dpr/seed-2/checkpoint-000040", run.relative(run.checkpoint(DPR, 40)));
        assertEquals("arms/dpr/seed-2/rollouts/000041.parquet", run.relative(run.rollouts(DPR, 41)));
        assertEquals("bench/gsm8k/dpr-seed-2", run.relative(run.bench("gsm8k", "dpr", 2)));
        assertEquals("events.jsonl", run.relative(run.events()));
    }

    @Test
    void namesThatWouldLeaveTheFolderAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Track("dpr", "../dpr", 1));
        assertThrows(IllegalArgumentException.class, () -> run.bench("a/b", "dpr", 1));
    }

    @Test
    void checkpointsAreTheCompleteOnesInTheOrderOfTheirSteps() throws IOException {
        assertEquals(Optional.empty(), run.latestCheckpoint(DPR));
        for (long step : List.of(1_000_000L, 40L, 999_999L)) {
            AtomicFiles.folder(run.checkpoint(DPR, step), folder -> point(step).write(folder));
        }
        Files.createDirectories(run.checkpoint(DPR, 2_000_000));
        Files.createDirectories(run.track(DPR).resolve("checkpoint-old"));
        assertEquals(
                List.of("checkpoint-000040", "checkpoint-999999", "checkpoint-1000000"), names(run.checkpoints(DPR)));
        assertEquals(Optional.of(run.checkpoint(DPR, 1_000_000)), run.latestCheckpoint(DPR));
    }

    @Test
    void snapshotsAndRolloutsAreSorted() {
        for (double fraction : new double[] {1, 0.25, 0.5}) {
            AtomicFiles.folder(run.snapshot(SFT, fraction), folder -> Files.writeString(folder.resolve("w"), ""));
        }
        for (long step : List.of(10L, 9L, 11L)) {
            AtomicFiles.write(run.rollouts(DPR, step), "");
        }
        assertEquals(List.of("snapshot-0.25", "snapshot-0.50", "snapshot-1.00"), names(run.snapshots(SFT)));
        assertEquals(List.of("000009.parquet", "000010.parquet", "000011.parquet"), names(run.rollouts(DPR)));
    }

    @Test
    void sweepLeavesFiguresAlone() {
        assertThrows(AssertionError.class, () -> AtomicFiles.file(run.rollouts(DPR, 1), RunFolderTest::dies));
        assertThrows(AssertionError.class, () -> AtomicFiles.file(run.figures().resolve("a.svg"), RunFolderTest::dies));
        assertEquals(1, run.sweep().size());
        assertTrue(run.rollouts(DPR).isEmpty());
    }

    @Test
    void resumePointIsReadBackBitByBit() {
        ResumePoint point = new ResumePoint(
                40,
                640,
                40,
                new ResumePoint.DataPosition(1, 128),
                Map.of("sampling", Long.MIN_VALUE + 7, "shuffle", 3L),
                Map.of("baseline", 0.1 + 0.2, "beta", Double.MIN_VALUE));
        Path folder = run.checkpoint(DPR, 40);
        AtomicFiles.folder(folder, point::write);
        assertEquals(point, ResumePoint.read(folder));
    }

    @Test
    void resumePointNamesTheFileThatIsSpoiled() throws IOException {
        Path folder = Files.createDirectories(run.checkpoint(DPR, 40));
        Path file = folder.resolve("state.json");
        BadInputException missing = assertThrows(BadInputException.class, () -> ResumePoint.read(folder));
        assertTrue(missing.getMessage().startsWith("There is no file " + file), missing.getMessage());
        Files.writeString(file, "{\"step\":");
        BadInputException spoiled = assertThrows(BadInputException.class, () -> ResumePoint.read(folder));
        assertTrue(spoiled.getMessage().startsWith("The file " + file + " is not"), spoiled.getMessage());
    }

    private static void dies(Path temporary) throws IOException {
        Files.writeString(temporary, "half");
        throw new AssertionError("killed");
    }

    private static ResumePoint point(long step) {
        return new ResumePoint(step, step, step, new ResumePoint.DataPosition(0, step), Map.of(), Map.of());
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> path.getFileName().toString()).toList();
    }
}
