package org.densepath.checkpoint;

import java.io.ByteArrayOutputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Writes small GGUF files for tests, sound or not.
public final class GgufBytes {
    private final ByteArrayOutputStream keys = new ByteArrayOutputStream();
    private final ByteArrayOutputStream tensors = new ByteArrayOutputStream();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private int keyCount;
    private int tensorCount;

    /// A Llama of one layer, hidden 4, two heads of dimension 2, one key/value head, and three tokens.
    static GgufBytes llama() {
        return new GgufBytes()
                .text("general.architecture", "llama")
                .number("llama.block_count", 1)
                .number("llama.context_length", 64)
                .number("llama.embedding_length", 4)
                .number("llama.feed_forward_length", 8)
                .number("llama.attention.head_count", 2)
                .number("llama.attention.head_count_kv", 1)
                .real("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .floats("token_embd.weight", new long[] {4, 3}, ascending(12))
                .floats("blk.0.attn_q.weight", new long[] {4, 4}, ascending(16))
                .floats("output_norm.weight", new long[] {4}, ascending(4));
    }

    public static float[] ascending(int n) {
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = i;
        }
        return values;
    }

    public GgufBytes text(String key, String value) {
        return key(key, GgufValue.STRING, string(value));
    }

    public GgufBytes number(String key, int value) {
        return key(key, GgufValue.UINT32, int32(value));
    }

    public GgufBytes real(String key, float value) {
        return key(key, GgufValue.FLOAT32, int32(Float.floatToRawIntBits(value)));
    }

    public GgufBytes flag(String key, boolean value) {
        return key(key, GgufValue.BOOL, new byte[] {(byte) (value ? 1 : 0)});
    }

    public GgufBytes texts(String key, List<String> values) {
        return list(
                key, GgufValue.STRING, values.stream().map(GgufBytes::string).toList());
    }

    public GgufBytes ints(String key, List<Integer> values) {
        return list(key, GgufValue.INT32, values.stream().map(GgufBytes::int32).toList());
    }

    public GgufBytes reals(String key, List<Float> values) {
        return list(
                key,
                GgufValue.FLOAT32,
                values.stream().map(v -> int32(Float.floatToRawIntBits(v))).toList());
    }

    public GgufBytes flags(String key, List<Boolean> values) {
        return list(
                key,
                GgufValue.BOOL,
                values.stream().map(v -> new byte[] {(byte) (v ? 1 : 0)}).toList());
    }

    GgufBytes list(String key, int type, List<byte[]> items) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(int32(type));
        out.writeBytes(int64(items.size()));
        items.forEach(out::writeBytes);
        return key(key, GgufValue.ARRAY, out.toByteArray());
    }

    GgufBytes key(String key, int type, byte[] value) {
        keyCount++;
        keys.writeBytes(string(key));
        keys.writeBytes(int32(type));
        keys.writeBytes(value);
        return this;
    }

    public GgufBytes floats(String name, long[] ne, float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(name, ne, 0, bytes.array());
    }

    GgufBytes tensor(String name, long[] ne, int type, byte[] bytes) {
        data.writeBytes(new byte[(32 - data.size() % 32) % 32]);
        return tensorAt(name, ne, type, data.size(), bytes);
    }

    GgufBytes tensorAt(String name, long[] ne, int type, long offset, byte[] bytes) {
        tensorCount++;
        tensors.writeBytes(string(name));
        tensors.writeBytes(int32(ne.length));
        for (long n : ne) {
            tensors.writeBytes(int64(n));
        }
        tensors.writeBytes(int32(type));
        tensors.writeBytes(int64(offset));
        data.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return bytes(3, tensorCount, keyCount);
    }

    byte[] bytes(int version, long tensorCount, long keyCount) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GGUF".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(int32(version));
        out.writeBytes(int64(tensorCount));
        out.writeBytes(int64(keyCount));
        out.writeBytes(keys.toByteArray());
        out.writeBytes(tensors.toByteArray());
        out.writeBytes(new byte[(32 - out.size() % 32) % 32]);
        out.writeBytes(data.toByteArray());
        return out.toByteArray();
    }

    GgufFile file() {
        return file(bytes());
    }

    static GgufFile file(byte[] bytes) {
        return new GgufFile("tiny.gguf", MemorySegment.ofArray(bytes), () -> {});
    }

    public GgufModel model() {
        return GgufModel.of("tiny.gguf", MemorySegment.ofArray(bytes()));
    }

    static byte[] string(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + utf8.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(utf8.length)
                .put(utf8)
                .array();
    }

    static byte[] int32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    static byte[] int64(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }
}
