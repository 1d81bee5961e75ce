package org.densepath.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// Files and folders that appear whole or not at all: filled under a temporary name, forced to disk, renamed.
/// What exists under its own name is therefore complete, also after a kill or a power cut.
public final class AtomicFiles {
    private static final String UNFINISHED = ".unfinished";

    private AtomicFiles() {}

    /// Fills a temporary file or folder; what it throws undoes the write.
    @FunctionalInterface
    public interface Filling {
        void fill(Path temporary) throws IOException;
    }

    /// Writes `text` as UTF-8, replacing an older file. Missing parent folders are made.
    ///
    /// Throws [RunStorageException] when the disk refuses; an older file is then untouched.
    public static void write(Path file, String text) {
        file(file, temporary -> Files.writeString(temporary, text));
    }

    /// As [#write], with content that `filling` writes to the path it is given (nothing is there yet).
    public static void file(Path file, Filling filling) {
        appear(file, filling);
    }

    /// A folder with all that `filling` puts into it; an older folder of that name is replaced.
    ///
    /// Throws [RunStorageException] when the disk refuses; an older folder is then untouched.
    public static void folder(Path folder, Filling filling) {
        appear(folder, temporary -> {
            Files.createDirectory(temporary);
            filling.fill(temporary);
        });
    }

    /// Deletes what a killed process left half-written anywhere under `root`, and returns what it deleted. Only
    /// for the one who holds the run's lock: another writer's temporary files look the same.
    public static List<Path> sweep(Path root) {
        if (!Files.exists(root)) {
            return List.of();
        }
        List<Path> left = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(AtomicFiles::isUnfinished).forEach(left::add);
            for (Path path : left) {
                delete(path);
            }
        } catch (IOException e) {
            throw RunStorageException.writing(root, e);
        }
        return left;
    }

    /// Whether `path` is the temporary name of something not yet complete.
    public static boolean isUnfinished(Path path) {
        return path.getFileName().toString().endsWith(UNFINISHED);
    }

    private static void appear(Path target, Filling filling) {
        Path parent = target.toAbsolutePath().getParent();
        Path temporary = temporaryFor(target);
        try {
            Files.createDirectories(parent);
            filling.fill(temporary);
            forceAll(temporary);
            rename(temporary, target);
            forceFolder(parent);
        } catch (IOException e) {
            deleteQuietly(temporary, e);
            throw RunStorageException.writing(target, e);
        } catch (RuntimeException e) {
            deleteQuietly(temporary, e);
            throw e;
        }
    }

    private static void rename(Path temporary, Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        // No system replaces a filled folder in one step, so the old one steps aside first.
        Path old = temporaryFor(target);
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        delete(old);
    }

    private static Path temporaryFor(Path target) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return target.resolveSibling("." + target.getFileName() + "." + unique + UNFINISHED);
    }

    private static void forceAll(Path root) throws IOException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(root)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                forceFolder(path);
            } else if (Files.isRegularFile(path)) {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder as a file, and needs no such call: its file system logs renames itself.
            return;
        }
    }

    private static void deleteQuietly(Path path, Exception cause) {
        try {
            delete(path);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> all = Files.walk(root)) {
            paths = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
