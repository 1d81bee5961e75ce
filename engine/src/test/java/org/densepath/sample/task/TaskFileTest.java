package org.densepath.sample.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskFileTest {
    @TempDir
    Path folder;

    @Test
    void readGivesBackWhatWasWrittenForEveryFamily() throws Exception {
        Path file = folder.resolve("pool.jsonl");
        List<Task> tasks = TaskSplits.of(7, 0, 0, 550).pool();
        TaskFile.write(file, tasks);
        assertEquals(tasks, TaskFile.read(file));
    }

    @Test
    void writeSpellsTheRecordAsAgreed() throws Exception {
        Path file = folder.resolve("one.jsonl");
        Check check = new Check.Listing(ListStyle.LINE, "fruits", 2, "fig");
        TaskFile.write(file, List.of(new Task("list", "Give me two fruits other than fig.", "plum, kiwi.", check)));
        assertEquals("""
            {"family":"list","prompt":"Give me two fruits other than fig.","answer":"plum, kiwi.",\
            "check":{"kind":"listing","style":"line","category":"fruits","count":2,"excluded":"fig"}}
            """, Files.readString(file));
    }

    @Test
    void writeLeavesAnExistingFileAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.jsonl"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> TaskFile.write(file, List.of()));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void readNamesTheLineWhenItIsNoTask() throws Exception {
        String good =
                "{\"family\":\"add\",\"prompt\":\"p\",\"answer\":\"1\",\"check\":{\"kind\":\"exact\",\"text\":\"1\"}}";
        for (String bad : List.of(
                "{",
                "{\"prompt\":\"p\"}",
                good.replace("exact", "guess"),
                good.replace("\"add\"", "\"subtract\""),
                good.replace("\"answer\":\"1\"", "\"answer\":\"2\""))) {
            Path file = Files.writeString(folder.resolve("bad.jsonl"), good + "\n\n" + bad + "\n");
            BadInputException refusal = assertThrows(BadInputException.class, () -> TaskFile.read(file), bad);
            assertTrue(refusal.getMessage().startsWith("Line 3 of "), refusal.getMessage());
        }
    }

    @Test
    void readSaysWhyWhenTheAnswerIsNotAcceptedByItsOwnCheck() throws Exception {
        Path file = Files.writeString(
                folder.resolve("bad.jsonl"),
                "{\"family\":\"add\",\"prompt\":\"p\",\"answer\":\"2\",\"check\":{\"kind\":\"exact\",\"text\":\"1\"}}");
        String refusal =
                assertThrows(BadInputException.class, () -> TaskFile.read(file)).getMessage();
        assertTrue(refusal.contains("(the check of \"p\" refuses its own answer 2)"), refusal);
    }

    @Test
    void findGivesTheTaskWhenThePromptIsSpelledALittleDifferently() {
        List<Task> tasks = TaskSplits.of(7, 0, 0, 110).pool();
        TaskIndex index = new TaskIndex(tasks);
        Task task = tasks.get(5);
        assertEquals(Optional.of(task), index.find(" " + task.prompt().toUpperCase() + " "));
        assertEquals(Optional.empty(), index.find("What is this?"));
    }

    @Test
    void demonstrationsHoldThePromptAndTheAnswerWithItsLeadingBlank() throws Exception {
        Path file = folder.resolve("demonstrations.jsonl");
        Task task = TaskSplits.of(7, 0, 0, 1).pool().getFirst();
        DemonstrationFile.write(file, List.of(task));
        JsonNode messages = new ObjectMapper().readTree(Files.readString(file)).get("messages");
        assertEquals("user", messages.get(0).get("role").asText());
        assertEquals(task.prompt(), messages.get(0).get("content").asText());
        assertEquals("assistant", messages.get(1).get("role").asText());
        assertEquals(" " + task.answer(), messages.get(1).get("content").asText());
    }
}
