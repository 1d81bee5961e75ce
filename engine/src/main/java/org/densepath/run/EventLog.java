package org.densepath.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Reads `events.jsonl` as it grows: each [#poll] gives the lines completed since the last one. A last line
/// without its line end is not there yet. Belongs to one thread.
public final class EventLog {
    private static final int LARGEST_READ = 16 << 20;

    private final Path file;
    private long offset;

    public EventLog(Path file) {
        this.file = file;
    }

    /// All that counts of a run's events: complete lines, without those that a resume has superseded
    /// ([Resumption]).
    public static List<EventLine> read(Path file) {
        return Resumption.withoutSuperseded(new EventLog(file).poll());
    }

    /// The complete lines since the last call, as written: also what a later resume supersedes ([RunState] takes
    /// that out). Empty when there is nothing new or no file yet.
    ///
    /// Throws [RunStorageException] when the file cannot be read or has become shorter than what was read of it.
    public List<EventLine> poll() {
        List<EventLine> lines = new ArrayList<>();
        forEach((bytes, from, to) -> {
            String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            lines.add(EventFormat.read(line));
        });
        return lines;
    }

    /// Takes complete lines that are not blank, without their ends. The array is not used again by the log.
    @FunctionalInterface
    interface Lines {
        void line(byte[] bytes, int from, int to);
    }

    /// As [#poll], undecoded.
    void forEach(Lines lines) {
        if (!Files.exists(file)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() < offset) {
                throw new IOException("it has become shorter than it was");
            }
            while (readBlock(channel, lines)) {}
        } catch (IOException e) {
            throw RunStorageException.reading(file, e);
        }
    }

    /// Where the last complete line that was read ends, in bytes.
    public long offset() {
        return offset;
    }

    private boolean readBlock(FileChannel channel, Lines lines) throws IOException {
        ByteBuffer block = ByteBuffer.allocate((int) Math.min(LARGEST_READ, channel.size() - offset));
        while (block.hasRemaining() && channel.read(block, offset + block.position()) > 0) {}
        byte[] bytes = block.array();
        int start = 0;
        for (int at = 0; at < block.position(); at++) {
            if (bytes[at] == '\n') {
                if (!blank(bytes, start, at)) {
                    lines.line(bytes, start, at);
                }
                start = at + 1;
            }
        }
        offset += start;
        return start > 0;
    }

    private static boolean blank(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r')) {
            at++;
        }
        return at == to;
    }
}
