package org.densepath.checkpoint;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.densepath.BadInputException;

/// A file's bytes mapped into memory, of any length (a segment knows no 2 GiB limit), until it is closed.
final class MappedFile implements AutoCloseable {
    private final Arena arena;
    private final MemorySegment bytes;

    private MappedFile(Arena arena, MemorySegment bytes) {
        this.arena = arena;
        this.bytes = bytes;
    }

    /// Throws [BadInputException] when there is no such file or it cannot be read.
    static MappedFile open(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInputException(file + " is a folder where a file of weights was expected: name the file.");
        }
        // shared: two threads may read, and any of them may close
        Arena arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new MappedFile(arena, channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
        } catch (NoSuchFileException e) {
            arena.close();
            throw new BadInputException(file + " does not exist: check the path.", e);
        } catch (IOException e) {
            arena.close();
            throw new BadInputException(file + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    MemorySegment bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
