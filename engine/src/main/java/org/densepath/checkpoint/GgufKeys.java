package org.densepath.checkpoint;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The metadata of a GGUF file to be written, in the order in which it is put.
final class GgufKeys {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int count;

    GgufKeys text(String key, String value) {
        return put(key, GgufValue.STRING, string(value));
    }

    GgufKeys number(String key, long value) {
        return put(key, GgufValue.UINT32, int32(Math.toIntExact(value)));
    }

    GgufKeys real(String key, double value) {
        return put(key, GgufValue.FLOAT32, int32(Float.floatToRawIntBits((float) value)));
    }

    GgufKeys flag(String key, boolean value) {
        return put(key, GgufValue.BOOL, flag(value));
    }

    GgufKeys texts(String key, List<String> values) {
        return list(key, GgufValue.STRING, values.stream().map(GgufKeys::string).toList());
    }

    GgufKeys ints(String key, List<Integer> values) {
        return list(key, GgufValue.INT32, values.stream().map(GgufKeys::int32).toList());
    }

    GgufKeys reals(String key, List<Float> values) {
        return list(
                key,
                GgufValue.FLOAT32,
                values.stream().map(v -> int32(Float.floatToRawIntBits(v))).toList());
    }

    GgufKeys flags(String key, List<Boolean> values) {
        return list(key, GgufValue.BOOL, values.stream().map(GgufKeys::flag).toList());
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private GgufKeys list(String key, int type, List<byte[]> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(int32(type));
        out.writeBytes(int64(items.size()));
        items.forEach(out::writeBytes);
        return put(key, GgufValue.ARRAY, out.toByteArray());
    }

    private GgufKeys put(String key, int type, byte[] value) {
        count++;
        bytes.writeBytes(string(key));
        bytes.writeBytes(int32(type));
        bytes.writeBytes(value);
        return this;
    }

    /// Length as 64 bits, then UTF-8.
    static byte[] string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return little(8 + utf8.length).putLong(utf8.length).put(utf8).array();
    }

    static byte[] int32(int value) {
        return little(4).putInt(value).array();
    }

    static byte[] int64(long value) {
        return little(8).putLong(value).array();
    }

    private static byte[] flag(boolean value) {
        return new byte[] {(byte) (value ? 1 : 0)};
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
