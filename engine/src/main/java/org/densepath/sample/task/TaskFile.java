package org.densepath.sample.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;

/// Tasks as JSON lines. A line is also a plain prompt record (`prompt`), so the file serves as one of prompts.
public final class TaskFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private TaskFile() {}

    /// Writes a new file, one task a line. An existing file is left as it is and
    /// [java.nio.file.FileAlreadyExistsException] is thrown.
    public static void write(Path file, List<Task> tasks) throws IOException {
        List<String> lines = new ArrayList<>(tasks.size());
        for (Task task : tasks) {
            lines.add(JSON.writeValueAsString(task));
        }
        Files.write(file, lines, StandardOpenOption.CREATE_NEW);
    }

    /// The file's tasks in order; empty lines are passed over. Throws [BadInputException] with the number of the
    /// line that is no task.
    public static List<Task> read(Path file) throws IOException {
        List<Task> tasks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            if (!line.isBlank()) {
                tasks.add(parse(file, number, line));
            }
        }
        return tasks;
    }

    private static Task parse(Path file, int number, String line) {
        try {
            return JSON.readValue(line, Task.class);
        } catch (JsonProcessingException e) {
            throw new BadInputException(
                    "Line " + number + " of " + file + " is not a task with family, prompt, answer and check ("
                            + reason(e) + "); correct or remove the line.",
                    e);
        }
    }

    /// What a record's own constructor refused says more than the parser's sentence around it.
    private static String reason(JsonProcessingException e) {
        return e.getCause() instanceof IllegalArgumentException refused ? refused.getMessage() : e.getOriginalMessage();
    }
}
