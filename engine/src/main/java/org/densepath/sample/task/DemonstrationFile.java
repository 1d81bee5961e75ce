package org.densepath.sample.task;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Demonstrations as JSON lines: `{"messages": [{"role": "user", …}, {"role": "assistant", …}]}`.
public final class DemonstrationFile {
    private static final JsonMapper JSON = new JsonMapper();

    private DemonstrationFile() {}

    /// Writes the tasks' right answers as a new file. An answer is written with a leading blank: so its tokens,
    /// taken of the answer's text alone, are those the sample model was trained on (` cat` and not `cat`).
    public static void write(Path file, List<Task> tasks) throws IOException {
        List<String> lines = new ArrayList<>(tasks.size());
        for (Task task : tasks) {
            ObjectNode record = JSON.createObjectNode();
            record.putArray("messages")
                    .add(message("user", task.prompt()))
                    .add(message("assistant", " " + task.answer()));
            lines.add(JSON.writeValueAsString(record));
        }
        Files.write(file, lines, StandardOpenOption.CREATE_NEW);
    }

    private static ObjectNode message(String role, String content) {
        return JSON.createObjectNode().put("role", role).put("content", content);
    }
}
