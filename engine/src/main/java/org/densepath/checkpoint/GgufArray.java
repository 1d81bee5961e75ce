package org.densepath.checkpoint;

import java.util.ArrayList;
import java.util.List;

/// A list in GGUF metadata. It is walked once when the file is opened, to see that it ends within the file, and
/// stays in the mapping until it is asked for: opening a file allocates nothing for its vocabulary.
final class GgufArray {
    private static final int MAX_DEPTH = 8;

    private final GgufCursor source;
    private final String key;
    private final int type;
    private final long count;
    private final long begin;

    private GgufArray(GgufCursor source, String key, int type, long count, long begin) {
        this.source = source;
        this.key = key;
        this.type = type;
        this.count = count;
        this.begin = begin;
    }

    /// Reads the list's head and steps over its items.
    static GgufArray read(GgufCursor at, String key) {
        return read(at, key, 0);
    }

    private static GgufArray read(GgufCursor at, String key, int depth) {
        int type = at.int32(key);
        long count = at.int64(key);
        GgufArray array = new GgufArray(at, key, type, count, at.position());
        array.skipItems(at, depth);
        return array;
    }

    private void skipItems(GgufCursor at, int depth) {
        long least = GgufValue.leastBytes(type);
        if (least == 0) {
            throw at.bad("the list '" + key + "' holds the unknown type " + type);
        }
        if (count < 0 || count > at.remaining() / least || count > Integer.MAX_VALUE - 16) {
            throw at.bad("the list '" + key + "' says it has " + Long.toUnsignedString(count) + " items");
        }
        switch (type) {
            case GgufValue.STRING -> {
                for (long i = 0; i < count; i++) {
                    at.skipText(key);
                }
            }
            case GgufValue.ARRAY -> {
                if (depth >= MAX_DEPTH) {
                    throw at.bad("the list '" + key + "' is nested more than " + MAX_DEPTH + " deep");
                }
                for (long i = 0; i < count; i++) {
                    read(at, key, depth + 1);
                }
            }
            default -> at.advance(count * least, key);
        }
    }

    int size() {
        return (int) count;
    }

    /// Throws [org.densepath.BadInputException] when the items are no text.
    List<String> texts() {
        GgufCursor at = items();
        if (type != GgufValue.STRING) {
            throw at.bad("the list '" + key + "' should hold text");
        }
        List<String> texts = new ArrayList<>(size());
        for (long i = 0; i < count; i++) {
            texts.add(at.text(key));
        }
        return texts;
    }

    /// Items as `Long`, `Double`, `Boolean`, `String` or [GgufArray].
    List<Object> values() {
        GgufCursor at = items();
        List<Object> values = new ArrayList<>(size());
        for (long i = 0; i < count; i++) {
            values.add(GgufValue.read(at, type, key));
        }
        return values;
    }

    /// Whole numbers of 32 bits. Throws [org.densepath.BadInputException] when the items are others.
    int[] ints() {
        GgufCursor at = items();
        if (type != GgufValue.INT32 && type != GgufValue.UINT32) {
            throw at.bad("the list '" + key + "' should hold whole numbers");
        }
        int[] numbers = new int[size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = at.int32(key);
        }
        return numbers;
    }

    /// Throws [org.densepath.BadInputException] when the items are no float32.
    float[] floats() {
        GgufCursor at = items();
        if (type != GgufValue.FLOAT32) {
            throw at.bad("the list '" + key + "' should hold float32");
        }
        float[] numbers = new float[size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Float.intBitsToFloat(at.int32(key));
        }
        return numbers;
    }

    private GgufCursor items() {
        return new GgufCursor(source.file(), source.bytes(), begin);
    }
}
