package org.densepath.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkerCommandTest {
    @Test
    void lineQuotesWhatAShellWouldSplit() {
        WorkerCommand command = new WorkerCommand(Path.of("/"), List.of("java", "/home/my runs", "it's"));

        assertEquals("java '/home/my runs' 'it'\\''s'", command.line());
    }

    @Test
    void shortLineLeavesOutTheClassPath() {
        WorkerCommand command =
                WorkerCommand.of(Path.of("/home"), WorkerCommand.MAIN, List.of(), List.of("resume", "/home/runs/a"));

        assertEquals("java … org.densepath.cli.DensePath resume /home/runs/a", command.shortLine());
        assertEquals("packaging/densepath resume /home/runs/a", command.launcherLine());
        assertTrue(command.line().contains(System.getProperty("java.class.path")));
    }
}
