package org.densepath.app.task;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.densepath.run.RunStorageException;

/// A worker as a process of the system. It outlives the window: what it prints goes to a file and not to a pipe,
/// so that it does not fall over when nobody reads.
public final class WorkerProcess implements Worker {
    private final Process process;
    private final Path log;

    private WorkerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts `command`. Throws [RunStorageException] when the system does not.
    public static WorkerProcess start(WorkerCommand command) {
        try {
            Path log = Files.createTempFile("densepath-worker-", ".log");
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .directory(command.folder().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            WorkerEnvironment.complete(builder.environment());
            Process process = builder.start();
            process.getOutputStream().close();
            return new WorkerProcess(process, log);
        } catch (IOException e) {
            throw RunStorageException.writing(command.folder(), e);
        }
    }

    @Override
    public long processId() {
        return process.pid();
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public OptionalInt exitCode() {
        return alive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    @Override
    public String lastWords() {
        try {
            List<String> lines = Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank())
                    .toList();
            return lines.isEmpty() ? "" : lines.getLast().strip();
        } catch (IOException e) {
            return "What it printed cannot be read: " + e.getMessage() + ".";
        }
    }

    /// Where its output goes.
    public Path log() {
        return log;
    }
}
