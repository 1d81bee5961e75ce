package org.densepath.checkpoint;

import java.nio.ByteBuffer;

/// The types in which weights are written to GGUF.
public enum GgufEncoding {
    /// For norms and biases; `file_type` 0.
    F32(0, 0, 1, 4),
    F16(1, 1, 1, 2),
    /// Blocks of 32 values: a half-precision scale d = max|x|/127 and 32 signed bytes, round(x/d).
    Q8_0(8, 7, 32, 34);

    private final int type;
    private final int fileType;
    private final int blockValues;
    private final int blockBytes;

    GgufEncoding(int type, int fileType, int blockValues, int blockBytes) {
        this.type = type;
        this.fileType = fileType;
        this.blockValues = blockValues;
        this.blockBytes = blockBytes;
    }

    /// ggml's number of the type.
    int type() {
        return type;
    }

    /// llama.cpp's number of a file whose matrices are of this type.
    int fileType() {
        return fileType;
    }

    /// Whether rows of this length are whole blocks.
    boolean divides(long columns) {
        return columns % blockValues == 0;
    }

    long bytes(long values) {
        return Math.multiplyExact(values / blockValues, blockBytes);
    }

    /// Puts the first `count` values (whole blocks) behind each other into `out` (little-endian) and returns the
    /// place of the first value that this type cannot hold, or -1.
    int encode(float[] values, int count, ByteBuffer out) {
        return switch (this) {
            case F32 -> StoredType.F32.encode(values, count, out);
            case F16 -> StoredType.F16.encode(values, count, out);
            case Q8_0 -> blocks(values, count, out);
        };
    }

    /// As ggml's reference (`quantize_row_q8_0_ref`): divided by the scale before it is rounded to half
    /// precision.
    private static int blocks(float[] values, int count, ByteBuffer out) {
        int overflow = -1;
        for (int from = 0; from < count; from += Q8_0.blockValues) {
            float largest = 0;
            int at = from;
            for (int i = from; i < from + Q8_0.blockValues; i++) {
                float size = Math.abs(values[i]);
                if (size > largest || Float.isNaN(size)) {
                    largest = size;
                    at = i;
                }
            }
            float scale = largest / 127;
            short half = Float.floatToFloat16(scale);
            if (overflow < 0 && (half & 0x7FFF) >= 0x7C00) {
                overflow = at;
            }
            out.putShort(half);
            float inverse = scale == 0 ? 0 : 1 / scale;
            for (int i = from; i < from + Q8_0.blockValues; i++) {
                float x = values[i] * inverse;
                out.put((byte) (int) (x + Math.copySign(0.5f, x)));
            }
        }
        return overflow;
    }
}
