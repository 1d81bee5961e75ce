package org.densepath.checkpoint;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Small safetensors files for tests, sound or not.
final class SafetensorsBytes {
    private SafetensorsBytes() {}

    static byte[] of(String header, byte... data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data)
                .array();
    }

    static SafetensorsFile open(byte[] bytes) {
        return new SafetensorsFile("tiny.safetensors", MemorySegment.ofArray(bytes), () -> {});
    }

    static SafetensorsFile open(String header, byte... data) {
        return open(of(header, data));
    }
}
