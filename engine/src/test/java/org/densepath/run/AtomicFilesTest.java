package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    private static final Path FULL_DISK = Path.of("/dev/full");

    @TempDir
    Path folder;

    @Test
    void writeReplacesAnOlderFile() throws IOException {
        Path file = folder.resolve("deep/er/a.txt");
        AtomicFiles.write(file, "one");
        AtomicFiles.write(file, "zwölf");
        assertEquals("zwölf", Files.readString(file));
        assertEquals(List.of("a.txt"), names(file.getParent()));
    }

    @Test
    void fileIsNotThereWhileItIsFilled() {
        Path file = folder.resolve("a.txt");
        AtomicFiles.file(file, temporary -> {
            Files.writeString(temporary, "half");
            assertFalse(Files.exists(file));
        });
        assertTrue(Files.exists(file));
    }

    @Test
    void fileStaysAsItWasWhenTheDiskIsFull() throws IOException {
        assumeTrue(Files.exists(FULL_DISK));
        Path file = folder.resolve("a.txt");
        AtomicFiles.write(file, "old");
        RunStorageException full = assertThrows(
                RunStorageException.class,
                () -> AtomicFiles.file(file, temporary -> {
                    Files.writeString(temporary, "half");
                    Files.write(FULL_DISK, new byte[10]);
                }));
        assertEquals("Cannot write " + file + ": the disk is full.", full.getMessage());
        assertEquals("Free space on that disk and try again; a run goes on with resume.", full.whatToDo());
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.txt"), names(folder));
    }

    @Test
    void folderReplacesAnOlderOneAsAWhole() throws IOException {
        Path target = folder.resolve("checkpoint-000001");
        AtomicFiles.folder(target, temporary -> Files.writeString(temporary.resolve("old"), "1"));
        AtomicFiles.folder(target, temporary -> {
            Files.createDirectory(temporary.resolve("sub"));
            Files.writeString(temporary.resolve("sub/new"), "2");
        });
        assertEquals(List.of("sub"), names(target));
        assertEquals("2", Files.readString(target.resolve("sub/new")));
        assertEquals(List.of("checkpoint-000001"), names(folder));
    }

    @Test
    void folderStaysAsItWasWhenFillingFails() throws IOException {
        Path target = folder.resolve("checkpoint-000001");
        AtomicFiles.folder(target, temporary -> Files.writeString(temporary.resolve("old"), "1"));
        assertThrows(
                IllegalStateException.class,
                () -> AtomicFiles.folder(target, temporary -> {
                    Files.writeString(temporary.resolve("new"), "2");
                    throw new IllegalStateException("diverged");
                }));
        assertEquals(List.of("old"), names(target));
        assertEquals(List.of("checkpoint-000001"), names(folder));
    }

    @Test
    void writeSaysSoInOneSentenceWhenAFileIsWhereAFolderShouldBe() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("arms"), "");
        Path file = notAFolder.resolve("dpr/state.json");
        RunStorageException refused =
                assertThrows(RunStorageException.class, () -> AtomicFiles.write(file, "anything"));
        assertTrue(refused.getMessage().startsWith("Cannot write " + file + ": "), refused.getMessage());
    }

    @Test
    void sweepRemovesWhatADeadProcessLeftAndNothingElse() throws IOException {
        AtomicFiles.write(folder.resolve("kept/a.txt"), "whole");
        leaveUnfinished(folder.resolve("kept/checkpoint-000002"));
        leaveUnfinished(folder.resolve("checkpoint-000003"));
        assertEquals(2, AtomicFiles.sweep(folder).size());
        assertEquals(List.of("kept"), names(folder));
        assertEquals(List.of("a.txt"), names(folder.resolve("kept")));
    }

    /// An error that nothing catches leaves on the disk what a kill leaves.
    private static void leaveUnfinished(Path target) {
        assertThrows(
                AssertionError.class,
                () -> AtomicFiles.folder(target, temporary -> {
                    Files.writeString(temporary.resolve("weights"), "half");
                    throw new AssertionError("killed");
                }));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
