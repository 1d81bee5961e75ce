package org.densepath.app.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A folder copied for a test that writes into it.
public final class FolderCopy {
    private FolderCopy() {}

    public static void of(Path from, Path to) throws IOException {
        of(from, to, _ -> true);
    }

    /// @param wanted which files
    public static void of(Path from, Path to, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (wanted.test(path)) {
                    Files.copy(path, copy);
                }
            }
        }
    }
}
