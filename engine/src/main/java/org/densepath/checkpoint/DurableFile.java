package org.densepath.checkpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Files that appear whole or not at all: written beside their place, forced to the disk, renamed.
final class DurableFile {
    /// Writes a file's bytes to the channel.
    @FunctionalInterface
    interface Content {
        void writeTo(WritableByteChannel out) throws IOException;
    }

    private DurableFile() {}

    /// Replaces `file` in one step, or leaves it as it was. Throws [UncheckedIOException] when the disk refuses.
    static void write(Path file, Content content) {
        Path temporary = temporaryBeside(file);
        try {
            try (FileChannel out =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(out);
                out.force(true);
            }
            move(temporary, file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be written: " + e.getMessage(), e);
        } finally {
            deleteQuietly(temporary);
        }
    }

    static void write(Path file, byte[] content) {
        write(file, out -> writeFully(out, ByteBuffer.wrap(content)));
    }

    static void writeFully(WritableByteChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /// `.name.tmp-…` in the same folder: a rename stays within one file system.
    static Path temporaryBeside(Path file) {
        String random = UUID.randomUUID().toString().substring(0, 8);
        return file.resolveSibling("." + file.getFileName() + ".tmp-" + random);
    }

    /// Renames and forces the folder's entry to the disk.
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
        forceFolder(to.toAbsolutePath().getParent());
    }

    /// A rename lasts through a power cut only when its folder is forced too; Windows does it by itself and opens
    /// no folder as a file.
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    private static void deleteQuietly(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            return;
        }
    }
}
