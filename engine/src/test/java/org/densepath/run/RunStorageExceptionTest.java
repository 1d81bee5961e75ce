package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunStorageExceptionTest {
    private static final Path FILE = Path.of("events.jsonl");

    @Test
    void aFullDiskIsNamedAsOneOnEverySystem() {
        for (IOException cause : List.of(
                new IOException("No space left on device"),
                new FileSystemException("a", null, "There is not enough space on the disk"),
                new IOException("Disk quota exceeded"))) {
            assertEquals("Cannot write events.jsonl: the disk is full.", sentence(cause));
        }
    }

    @Test
    void aMissingRightIsNamedAsOne() {
        for (IOException cause :
                List.of(new AccessDeniedException("a"), new FileSystemException("a", null, "Read-only file system"))) {
            assertEquals(
                    "Cannot write events.jsonl: the folder may not be written or read by this user.", sentence(cause));
        }
    }

    @Test
    void aVanishedFolderIsNamedAsOne() {
        assertEquals(
                "Cannot write events.jsonl: its folder has been moved or deleted.",
                sentence(new NoSuchFileException("a")));
    }

    @Test
    void anythingElseKeepsTheSystemsWords() {
        assertEquals("Cannot write events.jsonl: Input/output error.", sentence(new IOException("Input/output error")));
        assertEquals("Cannot write events.jsonl: IOException.", sentence(new IOException()));
    }

    private static String sentence(IOException cause) {
        return RunStorageException.writing(FILE, cause).getMessage();
    }
}
