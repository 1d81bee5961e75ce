package org.densepath.run;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/// How much disk a run takes.
public final class RunSize {
    private RunSize() {}

    /// The bytes of all files in the folder. What cannot be read, or goes away meanwhile, is left out.
    public static long bytes(Path folder) {
        long[] sum = new long[1];
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    sum[0] += attributes.size();
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException cause) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException cause) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw RunStorageException.reading(folder, e);
        }
        return sum[0];
    }
}
