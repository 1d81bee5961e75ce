package org.densepath.sample.task;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDataFilesTest {
    @TempDir
    Path folder;

    @Test
    void writeKeepsEveryPromptInOneFileOnly() throws Exception {
        SampleDataFiles.write(folder, TaskSplits.of(7, 66, 33, 300), 160);
        List<String> keys = new ArrayList<>();
        for (String file : List.of("demonstrations-tasks", "pool", "validation", "test")) {
            TaskFile.read(folder.resolve(file + ".jsonl")).forEach(task -> keys.add(task.key()));
        }
        assertEquals(399, keys.size());
        assertEquals(399, new HashSet<>(keys).size());
    }

    @Test
    void writeGivesEveryDemonstrationItsTask() throws Exception {
        SampleDataFiles.write(folder, TaskSplits.of(7, 66, 33, 300), 160);
        TaskIndex index = new TaskIndex(TaskFile.read(folder.resolve("demonstrations-tasks.jsonl")));
        List<String> lines = Files.readAllLines(folder.resolve("demonstrations.jsonl"));
        for (String line : lines) {
            var messages = new ObjectMapper().readTree(line).get("messages");
            Task task = index.find(messages.get(0).get("content").asText()).orElseThrow();
            assertEquals(" " + task.answer(), messages.get(1).get("content").asText());
        }
        assertEquals(160, lines.size());
    }
}
