package org.densepath.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// Appends to `events.jsonl`: one line an event, handed to the system at once, forced to the disk at saves and
/// ends. Opening cuts off a line that a killed worker left torn, and goes on with its sequence.
///
/// A worker that resumes appends [Event.RunResumed] first. Safe for use by several threads.
public final class EventWriter implements AutoCloseable {
    private final Path file;
    private final InstantSource clock;
    private final FileChannel channel;
    private long end;
    private long sequence;

    private EventWriter(Path file, InstantSource clock, FileChannel channel) {
        this.file = file;
        this.clock = clock;
        this.channel = channel;
    }

    /// Only for the holder of the run's lock. Throws [RunStorageException] when the file cannot be written.
    public static EventWriter open(Path file, InstantSource clock) {
        EventLog log = new EventLog(file);
        List<EventLine> lines = log.poll();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            EventWriter writer = new EventWriter(file, clock, channel);
            writer.end = log.offset();
            writer.sequence =
                    lines.stream().mapToLong(EventLine::sequence).max().orElse(0);
            channel.truncate(writer.end);
            return writer;
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw RunStorageException.writing(file, e);
        }
    }

    /// Appends one line and returns it as written. Throws [RunStorageException] when the disk refuses or the run
    /// folder is gone; the file then ends with the last complete line.
    public synchronized EventLine append(Event event) {
        if (event instanceof Event.UnknownEvent) {
            throw new IllegalArgumentException("an unknown event is read, never written");
        }
        EventLine line = new EventLine(
                EventLine.SCHEMA_VERSION, sequence + 1, clock.instant().truncatedTo(ChronoUnit.MILLIS), event);
        byte[] bytes = (EventFormat.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            // Unix goes on writing into a deleted file without a word.
            if (!Files.exists(file)) {
                throw new NoSuchFileException(file.toString());
            }
            writeWhole(ByteBuffer.wrap(bytes));
            sequence++;
            if (mustLast(event)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
        return line;
    }

    /// Waits until all events are on the disk: to be called before a checkpoint folder appears, so that no
    /// checkpoint is ahead of its metrics after a power cut.
    public synchronized void force() {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
    }

    @Override
    public synchronized void close() {
        try (channel) {
            channel.force(true);
        } catch (IOException e) {
            throw RunStorageException.writing(file, e);
        }
    }

    private void writeWhole(ByteBuffer bytes) throws IOException {
        long at = end;
        try {
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            cutBackTo(end, e);
            throw e;
        }
        end = at;
    }

    private void cutBackTo(long length, IOException cause) {
        try {
            channel.truncate(length);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static boolean mustLast(Event event) {
        return switch (event) {
            case Event.CheckpointSaved _,
                    Event.SnapshotSaved _,
                    Event.StageFinished _,
                    Event.RunStopped _,
                    Event.RunFinished _,
                    Event.RunFailed _ -> true;
            default -> false;
        };
    }

    private static void closeQuietly(FileChannel channel, IOException cause) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }
}
