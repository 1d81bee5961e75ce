package org.densepath.app.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.densepath.BadInputException;
import org.densepath.app.live.RunViewModel;
import org.densepath.app.task.Progress;
import org.densepath.app.task.WorkerCommand;
import org.densepath.app.task.WorkerEnvironment;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.Speed;

/// Measures a model's speed in a worker: `densepath estimate`. A model that brings the worker down does not bring
/// down the window.
final class SpeedMeter {
    private static final ObjectMapper JSON = new ObjectMapper();
    /// The lines that the worker writes while it measures.
    private static final int STEPS = 4;

    private static final long LOOK_MILLIS = 150;

    private final RunViewModel.Commands commands;

    SpeedMeter(RunViewModel.Commands commands) {
        this.commands = commands;
    }

    /// For a background thread. Throws [BadInputException] with the worker's sentence when it cannot be measured.
    Speed measure(Experiment experiment, Progress progress) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("densepath-estimate-");
        Path said = folder.resolve("said");
        Path answer = folder.resolve("answer");
        Path file = folder.resolve("experiment.json");
        try {
            Files.writeString(file, ExperimentFile.text(experiment));
            WorkerCommand command = commands.of(List.of("estimate", file.toString(), "--json"));
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .directory(command.folder().toFile())
                    .redirectError(said.toFile())
                    .redirectOutput(answer.toFile());
            WorkerEnvironment.complete(builder.environment());
            Process process = builder.start();
            try {
                while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS) && !progress.cancelled()) {
                    progress.of(Math.min(lines(said).size(), STEPS), STEPS + 1);
                }
            } finally {
                process.destroyForcibly();
            }
            if (progress.cancelled() || process.waitFor() != 0) {
                List<String> lines = lines(said);
                throw new BadInputException(lines.isEmpty() ? "The speed could not be measured." : lines.getLast());
            }
            return JSON.treeToValue(JSON.readTree(Files.readString(answer)).path("speed"), Speed.class);
        } finally {
            for (Path path : List.of(file, said, answer, folder)) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
