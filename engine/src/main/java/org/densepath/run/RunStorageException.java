package org.densepath.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// The disk said no to a run: full, read-only, gone, or spoiled. Not the user's input, so the worker ends with
/// exit code 1; nothing half-written is visible, and the run can be resumed once the cause is removed.
public final class RunStorageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String whatToDo;

    /// `sentence` says what could not be done, with the path and the reason; `whatToDo` what a person can change.
    public RunStorageException(String sentence, String whatToDo, Throwable cause) {
        super(sentence, cause);
        this.whatToDo = whatToDo;
    }

    public static RunStorageException writing(Path path, IOException cause) {
        return of("Cannot write " + path, cause);
    }

    public static RunStorageException reading(Path path, IOException cause) {
        return of("Cannot read " + path, cause);
    }

    public String whatToDo() {
        return whatToDo;
    }

    private static RunStorageException of(String what, IOException cause) {
        // Java has no exception class for a full or a read-only disk: only the system's message tells them apart.
        String said = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (said.contains("no space left") || said.contains("not enough space") || said.contains("quota exceeded")) {
            return new RunStorageException(
                    what + ": the disk is full.",
                    "Free space on that disk and try again; a run goes on with resume.",
                    cause);
        }
        if (cause instanceof AccessDeniedException
                || said.contains("read-only file system")
                || said.contains("permission denied")) {
            return new RunStorageException(
                    what + ": the folder may not be written or read by this user.",
                    "Give this user the right to it or choose another folder; a run goes on with resume.",
                    cause);
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return new RunStorageException(
                    what + ": its folder has been moved or deleted.",
                    "Put the folder back or choose another one; a run that was moved goes on with resume where it is"
                            + " now.",
                    cause);
        }
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new RunStorageException(
                what + ": " + reason + ".", "Check that disk and that path; a run goes on with resume.", cause);
    }
}
