package org.densepath.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.densepath.BadInputException;

/// A place in a GGUF file's bytes; every step forward is checked against the file's end before anything is
/// allocated.
final class GgufCursor {
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String file;
    private final MemorySegment bytes;
    private long position;

    GgufCursor(String file, MemorySegment bytes, long position) {
        this.file = file;
        this.bytes = bytes;
        this.position = position;
    }

    String file() {
        return file;
    }

    MemorySegment bytes() {
        return bytes;
    }

    long position() {
        return position;
    }

    long remaining() {
        return bytes.byteSize() - position;
    }

    byte int8(String what) {
        return bytes.get(ValueLayout.JAVA_BYTE, advance(1, what));
    }

    short int16(String what) {
        return bytes.get(SHORT, advance(2, what));
    }

    int int32(String what) {
        return bytes.get(INT, advance(4, what));
    }

    long int64(String what) {
        return bytes.get(LONG, advance(8, what));
    }

    /// Length in 8 bytes, then UTF-8.
    String text(String what) {
        long length = int64(what);
        long at = advance(length, what);
        // the length is within the file, but a Java string holds less than 2 GiB
        if (length > Integer.MAX_VALUE - 16) {
            throw bad(what + " is a text of " + length + " bytes");
        }
        byte[] utf8 = bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    void skipText(String what) {
        advance(int64(what), what);
    }

    /// Steps over `length` bytes and returns where they begin.
    long advance(long length, String what) {
        if (length < 0 || length > remaining()) {
            throw bad(what + " needs " + Long.toUnsignedString(length) + " bytes where " + remaining()
                    + " are left in the file");
        }
        long at = position;
        position += length;
        return at;
    }

    /// One sentence: the file, what is wrong at which byte, what to do.
    BadInputException bad(String whatIsWrong) {
        return new BadInputException(file + " is no sound GGUF file: " + whatIsWrong + " (at byte " + position
                + "); it is cut off or damaged, get it again.");
    }
}
