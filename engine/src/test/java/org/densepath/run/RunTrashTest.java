package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.densepath.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTrashTest {
    @TempDir
    Path home;

    private Path runs;
    private Path trash;
    private RunFolder run;

    @BeforeEach
    void aRun() {
        runs = home.resolve("my runs");
        trash = home.resolve("Trash");
        run = RunFolder.create(runs, LocalDate.of(2026, 1, 31), "größer", "{}");
    }

    @Test
    void aRunGoesToTheTrashAsTheDesktopKnowsIt() throws IOException {
        RunTrash.Trashed trashed = RunTrash.in(trash).move(run.path());

        assertFalse(Files.exists(run.path()));
        assertEquals(Optional.of(trash.resolve("files/2026-01-31-größer")), trashed.now());
        assertTrue(Files.exists(trash.resolve("files/2026-01-31-größer/experiment.json")));
        String note = Files.readString(trash.resolve("info/2026-01-31-größer.trashinfo"));
        assertTrue(note.startsWith("[Trash Info]\nPath=/"), note);
        assertTrue(note.contains("/my%20runs/2026-01-31-gr%C3%B6%C3%9Fer\nDeletionDate=20"), note);
        assertTrue(note.matches("(?s).*DeletionDate=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\n"), note);
    }

    @Test
    void aRunIsTakenBack() throws IOException {
        RunTrash.restore(RunTrash.in(trash).move(run.path()));

        assertTrue(Files.exists(run.experiment()));
        assertFalse(Files.exists(trash.resolve("info/2026-01-31-größer.trashinfo")));
    }

    @Test
    void twoRunsOfOneNameLieSideBySide() {
        RunTrash.Trashed first = RunTrash.in(trash).move(run.path());
        RunFolder.create(runs, LocalDate.of(2026, 1, 31), "größer", "{\"second\": 1}");
        RunTrash.Trashed second = RunTrash.in(trash).move(run.path());

        assertFalse(first.now().equals(second.now()));
        RunTrash.restore(first);
        BadInputException refused = assertThrows(BadInputException.class, () -> RunTrash.restore(second));
        assertTrue(refused.getMessage().startsWith("There is a folder "));
        assertTrue(Files.exists(second.now().orElseThrow()));
    }

    @Test
    void aRunThatIsBeingWrittenStays() {
        try (RunLock _ = RunLock.acquire(run.lock())) {
            BadInputException refused = assertThrows(
                    BadInputException.class, () -> RunTrash.in(trash).move(run.path()));
            assertTrue(refused.getMessage().contains("stop it first"));
        }
        assertTrue(Files.exists(run.experiment()));
    }

    @Test
    void withoutATrashOfTheSystemAFolderBesideTheRunsIsIt() {
        RunTrash none = new RunTrash(Optional.empty(), _ -> false);
        RunTrash.Trashed trashed = none.move(run.path());

        assertEquals(Optional.of(runs.resolve(".trash/2026-01-31-größer")), trashed.now());
        assertTrue(new RunList(runs).scan().isEmpty());
        RunTrash.restore(trashed);
        assertTrue(Files.exists(run.experiment()));
    }

    @Test
    void aTrashThatCannotBeWrittenIsPassedOver() throws IOException {
        Files.writeString(trash, "no folder");

        assertTrue(RunTrash.in(trash).move(run.path()).now().orElseThrow().startsWith(runs.resolve(".trash")));
    }

    @Test
    void whatTheDesktopTookOnlyTheDesktopGivesBack() {
        RunTrash.Trashed trashed = new RunTrash(Optional.empty(), _ -> true).move(run.path());

        assertFalse(trashed.restorable());
        assertThrows(BadInputException.class, () -> RunTrash.restore(trashed));
    }
}
