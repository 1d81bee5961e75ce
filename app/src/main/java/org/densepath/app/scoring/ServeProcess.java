package org.densepath.app.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.densepath.app.task.WorkerCommand;
import org.densepath.app.task.WorkerEnvironment;

/// One `densepath serve`: lines to it, lines from it, and how it ended. It ends with this program at the latest,
/// because its input then does.
final class ServeProcess {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final Path log;

    private ServeProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /// Starts it. `answer` is told every line that it writes and `ended`, once, with a sentence; both on a thread
    /// of their own.
    ///
    /// Throws [ScorerException] when the system starts no process.
    static ServeProcess start(WorkerCommand command, Consumer<JsonNode> answer, Consumer<String> ended) {
        try {
            Path log = Files.createTempFile("densepath-serve-", ".log");
            log.toFile().deleteOnExit();
            ProcessBuilder builder = new ProcessBuilder(command.words())
                    .directory(command.folder().toFile())
                    .redirectError(log.toFile());
            WorkerEnvironment.complete(builder.environment());
            ServeProcess serve = new ServeProcess(builder.start(), log);
            Thread.ofPlatform().daemon().name("serve-answers").start(() -> {
                serve.read(answer);
                ended.accept(serve.lastSentence());
            });
            return serve;
        } catch (IOException e) {
            throw new ScorerException("The scoring worker cannot be started: " + e.getMessage() + ".", e);
        }
    }

    long processId() {
        return process.pid();
    }

    /// Sends a line. A process that is gone takes it silently; its end is told elsewhere.
    void send(JsonNode line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            process.destroy();
        }
    }

    void kill() {
        process.destroy();
    }

    private void read(Consumer<JsonNode> answer) {
        try (InputStream out = process.getInputStream();
                BufferedReader lines = new BufferedReader(new InputStreamReader(out, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                try {
                    answer.accept(JSON.readTree(line));
                } catch (JsonProcessingException e) {
                    // what a native library prints is no answer
                    continue;
                }
            }
        } catch (IOException e) {
            // the stream of a killed process breaks
        }
    }

    private String lastSentence() {
        try {
            int code = process.waitFor();
            String said = Files.readString(log)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.matches("\\s+at .*|Caused by: .*"))
                    .reduce((_, last) -> last)
                    .orElse("");
            boolean killed = code > 128 || said.isEmpty();
            return "The scoring worker has ended"
                    + (killed ? " (exit code " + code + "); the next question starts it again." : ": " + said.strip());
        } catch (IOException e) {
            return "The scoring worker has ended; what it said cannot be read: " + e.getMessage() + ".";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "The scoring worker has ended.";
        }
    }
}
