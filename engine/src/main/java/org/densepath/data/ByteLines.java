package org.densepath.data;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The lines of a stream as bytes, without their ends (`\n` or `\r\n`). A line above the limit is skipped, not
/// held.
final class ByteLines {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int filled;
    private boolean tooLong;

    ByteLines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// The next line, or null after the last one. Empty where the line is above the limit.
    byte[] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean any = false;
        tooLong = false;
        while (at < filled || fill()) {
            any = true;
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            tooLong |= line.size() + (end - at) > limit;
            if (!tooLong) {
                line.write(buffer, at, end - at);
            } else {
                line.reset();
            }
            boolean complete = end < filled;
            at = end + 1;
            if (complete) {
                break;
            }
        }
        return any ? withoutCarriageReturn(line.toByteArray()) : null;
    }

    /// Whether the line given last was above the limit.
    boolean tooLong() {
        return tooLong;
    }

    private boolean fill() throws IOException {
        filled = in.read(buffer);
        at = 0;
        return filled > 0;
    }

    private static byte[] withoutCarriageReturn(byte[] line) {
        int end = line.length > 0 && line[line.length - 1] == '\r' ? line.length - 1 : line.length;
        return end == line.length ? line : Arrays.copyOf(line, end);
    }
}
