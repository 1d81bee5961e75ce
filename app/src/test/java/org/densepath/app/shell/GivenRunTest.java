package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.densepath.BadInputException;
import org.densepath.app.task.FakeRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenRunTest {
    @TempDir
    Path home;

    @Test
    void folderIsFoundFromAnyPlaceInIt() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "demo")) {
            Path folder = run.folder().path();
            assertEquals(folder, GivenRun.folder(folder));
            assertEquals(folder, GivenRun.folder(folder.resolve("events.jsonl")));
            assertEquals(folder, GivenRun.folder(folder.resolve("arms/dpr/seed-1")));
        }
    }

    @Test
    void folderRefusesWhatIsNoRun() {
        BadInputException refused = assertThrows(BadInputException.class, () -> GivenRun.folder(home));
        assertTrue(refused.getMessage().startsWith(home.toString()), refused.getMessage());
    }
}
