package org.densepath.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command reads and writes: results go to `out`, all else to `err`. `terminal`: whether a person watches
/// `err`.
public record Streams(InputStream in, PrintStream out, PrintStream err, boolean terminal) {
    /// The process's own, in UTF-8 on every system.
    static Streams ofProcess() {
        return new Streams(
                new FileInputStream(FileDescriptor.in),
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                watched());
    }

    /// Java knows no way to ask about `err` alone: the launcher, which does, says it by a property.
    private static boolean watched() {
        String told = System.getProperty("densepath.terminal");
        return told == null ? System.console() != null && System.console().isTerminal() : Boolean.parseBoolean(told);
    }
}
