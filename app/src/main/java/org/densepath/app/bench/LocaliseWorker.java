package org.densepath.app.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.densepath.BadInputException;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.task.Progress;
import org.densepath.app.task.WorkerCommand;
import org.densepath.app.task.WorkerEnvironment;

/// Runs `densepath bench localise` in a worker. What it has scored stays when it is given up.
final class LocaliseWorker {
    private static final Pattern COUNTS = Pattern.compile("(\\d+) of (\\d+) pairs");
    private static final long LOOK_MILLIS = 200;

    private final RunViewModel.Commands commands;

    LocaliseWorker(RunViewModel.Commands commands) {
        this.commands = commands;
    }

    /// For a background thread. Throws [BadInputException] with the worker's sentence when it fails.
    void measure(Path run, Progress progress) throws IOException, InterruptedException {
        Path said = Files.createTempFile("densepath-localise-", ".log");
        try {
            WorkerCommand command = commands.of(BenchCommands.localise(run));
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .directory(command.folder().toFile())
                    .redirectError(said.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            WorkerEnvironment.complete(builder.environment());
            Process process = builder.start();
            try {
                while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) && !progress.cancelled()) {
                    tell(lines(said), progress);
                }
            } finally {
                process.destroyForcibly();
            }
            if (process.waitFor() != 0 && !progress.cancelled()) {
                List<String> lines = lines(said);
                throw new BadInputException(lines.isEmpty() ? "The worker has ended without a word." : lines.getLast());
            }
        } finally {
            Files.deleteIfExists(said);
        }
    }

    private static void tell(List<String> lines, Progress progress) {
        Matcher counts = COUNTS.matcher(lines.isEmpty() ? "" : lines.getLast());
        if (counts.find()) {
            progress.of(Long.parseLong(counts.group(1)), Long.parseLong(counts.group(2)));
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
