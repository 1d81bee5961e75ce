package org.densepath.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.densepath.BadInputException;

/// One worker a run: the file `lock` names the process that writes the folder. It is stale when that process is
/// gone, so nothing needs cleaning up after a kill. A released lock is an empty file.
public final class RunLock implements AutoCloseable {
    // The system's file lock is held only while the file is looked at and written: a process loses it as soon as it
    // closes any other handle on the same file, so it could not be the lock itself.
    private static final long GUARD_POSITION = Long.MAX_VALUE - 1;

    // The same start is told up to seconds apart when the clock is set, and no system gives a number out again so soon.
    private static final Duration SAME_START = Duration.ofMinutes(1);

    private final Path file;
    private final Holder holder;

    private RunLock(Path file, Holder holder) {
        this.file = file;
        this.holder = holder;
    }

    /// The process that a lock names.
    public record Holder(long processId, Instant startTime, String host) {
        static Holder of(ProcessHandle process) {
            return new Holder(process.pid(), process.info().startInstant().orElse(Instant.EPOCH), thisHost());
        }

        /// Whether that process still runs. Of another machine's process nothing can be known: it counts as
        /// alive.
        public boolean isAlive() {
            if (!host.equals(thisHost())) {
                return true;
            }
            Optional<ProcessHandle> process = ProcessHandle.of(processId).filter(ProcessHandle::isAlive);
            return process.isPresent() && sameStart(process.get());
        }

        private boolean sameStart(ProcessHandle process) {
            // A system that hides start times leaves the number alone to go by.
            Instant start = process.info().startInstant().orElse(startTime);
            return Duration.between(startTime, start).abs().compareTo(SAME_START) < 0
                    || startTime.equals(Instant.EPOCH);
        }
    }

    /// Takes the lock for this process.
    ///
    /// Throws [BadInputException] when another live process holds it, [RunStorageException] when the disk
    /// refuses.
    public static RunLock acquire(Path file) {
        return acquire(file, Holder.of(ProcessHandle.current()));
    }

    static RunLock acquire(Path file, Holder holder) {
        guarded(file, channel -> {
            Optional<Holder> other = parse(read(channel)).filter(Holder::isAlive);
            if (other.isPresent()) {
                throw refused(file, other.get());
            }
            write(channel, RunJson.MAPPER.writeValueAsString(holder));
        });
        return new RunLock(file, holder);
    }

    /// Who holds the lock; empty when it was released, never taken, or its process is gone.
    public static Optional<Holder> holder(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return parse(Files.readString(file)).filter(Holder::isAlive);
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }

    /// Whether a worker is writing this run.
    public static boolean isHeld(Path file) {
        return holder(file).isPresent();
    }

    /// Releases the lock. The file stays: if it were deleted, two others could lock a file of that name each.
    @Override
    public void close() {
        if (Files.exists(file)) {
            guarded(file, channel -> {
                if (parse(read(channel)).filter(holder::equals).isPresent()) {
                    write(channel, "");
                }
            });
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(FileChannel channel) throws IOException;
    }

    private static void guarded(Path file, Work work) {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock guard = channel.tryLock(GUARD_POSITION, 1, false)) {
            if (guard == null) {
                throw startsJustNow(file, null);
            }
            work.on(channel);
        } catch (OverlappingFileLockException e) {
            throw startsJustNow(file, e);
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 4096));
        while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) > 0) {}
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static void write(FileChannel channel, String text) throws IOException {
        channel.truncate(0);
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes, bytes.position());
        }
        channel.force(true);
    }

    /// A torn lock is of a process that died while it took it.
    private static Optional<Holder> parse(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(RunJson.MAPPER.readValue(text, Holder.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static BadInputException refused(Path file, Holder other) {
        String run = "The run " + file.toAbsolutePath().getParent();
        return new BadInputException(
                other.host().equals(thisHost())
                        ? run + " is being written by process " + other.processId() + "; stop that one first."
                        : run + " is being written by process " + other.processId() + " on " + other.host()
                                + "; stop it there, or delete the file lock if it is gone.");
    }

    private static BadInputException startsJustNow(Path file, Exception cause) {
        return new BadInputException(
                "Another worker is starting in " + file.toAbsolutePath().getParent() + " at this moment; let it.",
                cause);
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
