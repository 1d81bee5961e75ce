package org.densepath.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// One JSON object a line, read as it comes. Blank lines are passed over but counted; a line that is damaged is
/// given with its problem, and the next one is read.
public final class JsonLineReader {
    private static final int LONGEST_LINE = 64 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ByteLines lines;
    private int number;
    private long bytes;

    public JsonLineReader(InputStream in) {
        lines = new ByteLines(in, LONGEST_LINE);
    }

    /// A line's number, counted from 1, and its object; or null and what is wrong with it, which completes the
    /// sentence "line 7 …".
    public record Line(int number, ObjectNode fields, String problem) {}

    /// The next line that is not blank; empty at the end.
    public Optional<Line> next() throws IOException {
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            number++;
            bytes += line.length + 1L;
            try {
                if (lines.tooLong()) {
                    throw new UnusableRecord("is longer than 64 MiB");
                }
                String text = JsonLines.utf8(line);
                text = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
                if (!text.isBlank()) {
                    return Optional.of(new Line(number, JsonLines.object(text), null));
                }
            } catch (UnusableRecord e) {
                return Optional.of(new Line(number, null, e.getMessage()));
            }
        }
        return Optional.empty();
    }

    /// How many bytes have been read as lines.
    public long bytes() {
        return bytes;
    }
}
