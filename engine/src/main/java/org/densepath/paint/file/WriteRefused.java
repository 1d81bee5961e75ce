package org.densepath.paint.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/// The disk said no to a figure: full, read-only, gone. Nothing half-written is left.
public final class WriteRefused extends IOException {
    private static final long serialVersionUID = 1;

    private final String whatToDo;

    WriteRefused(Path file, IOException cause) {
        super("Cannot write " + file + ": " + reason(cause) + ".", cause);
        whatToDo = full(cause) ? "Free space on that disk, or choose another folder." : "Choose another folder.";
    }

    /// The same of the file that was wanted, in place of its temporary name.
    WriteRefused of(Path wanted) {
        return new WriteRefused(wanted, (IOException) getCause());
    }

    /// What a person can change.
    public String whatToDo() {
        return whatToDo;
    }

    private static String reason(IOException cause) {
        if (full(cause)) {
            return "the disk is full";
        }
        String said = said(cause);
        if (cause instanceof AccessDeniedException
                || said.contains("read-only")
                || said.contains("permission denied")) {
            return "the folder may not be written by this user";
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "there is no such folder";
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /// Java has no exception class for a full disk: only the system's message tells.
    private static boolean full(IOException cause) {
        String said = said(cause);
        return said.contains("no space left")
                || said.contains("not enough space")
                || said.contains("out of disk space")
                || said.contains("quota exceeded");
    }

    private static String said(IOException cause) {
        return String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    }
}
