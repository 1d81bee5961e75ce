package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunNotesTest {
    @TempDir
    Path run;

    @Test
    void notesAreReadAsTheyWereWritten() {
        RunNotes notes = new RunNotes(List.of("paper", "λ = 0.5"), "Entropy falls\nafter step 40.");
        notes.write(run);

        assertEquals(notes, RunNotes.read(run));
    }

    @Test
    void aRunWithoutNotesHasNone() {
        assertEquals(RunNotes.NONE, RunNotes.read(run));
    }

    @Test
    void aTagStandsOnceAndIsNotBlank() {
        assertEquals(
                List.of("a", "b"),
                RunNotes.NONE
                        .withTag(" a ")
                        .withTag("b")
                        .withTag("a")
                        .withTag(" ")
                        .tags());
    }

    @Test
    void fieldsOfANewerVersionAreLeftAside() throws IOException {
        Files.writeString(run.resolve("notes.json"), "{\"tags\": [\"a\"], \"stars\": 5}");

        assertEquals(new RunNotes(List.of("a"), ""), RunNotes.read(run));
    }

    @Test
    void aSpoiledFileIsRefusedWithASentence() throws IOException {
        Files.writeString(run.resolve("notes.json"), "{ torn");

        assertThrows(BadInputException.class, () -> RunNotes.read(run));
    }

    @Test
    void noFolderIsMadeForARunThatIsGone() {
        assertThrows(RunStorageException.class, () -> RunNotes.NONE.write(run.resolve("gone")));
    }
}
