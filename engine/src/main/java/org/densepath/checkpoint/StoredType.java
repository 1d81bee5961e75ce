package org.densepath.checkpoint;

import java.nio.ByteBuffer;

/// The type weights are written in. Values are rounded to the nearest, ties to even; not-a-number stays so.
public enum StoredType {
    F32(4, "float32"),
    F16(2, "float16"),
    BF16(2, "bfloat16");

    private final int bytes;
    private final String torchName;

    StoredType(int bytes, String torchName) {
        this.bytes = bytes;
        this.torchName = torchName;
    }

    /// Bytes per value.
    public int bytes() {
        return bytes;
    }

    /// As `config.json` spells it: `float32`, `float16`, `bfloat16`.
    public String torchName() {
        return torchName;
    }

    /// Puts the first `count` values behind each other into `out` (little-endian) and returns the place of the
    /// first finite value that this type cannot hold, or -1.
    int encode(float[] values, int count, ByteBuffer out) {
        int overflow = -1;
        for (int i = 0; i < count; i++) {
            float value = values[i];
            switch (this) {
                case F32 -> out.putFloat(value);
                case F16 -> {
                    short half = Float.floatToFloat16(value);
                    out.putShort(half);
                    overflow = overflow < 0 && (half & 0x7FFF) == 0x7C00 && Float.isFinite(value) ? i : overflow;
                }
                case BF16 -> {
                    short brain = brain(value);
                    out.putShort(brain);
                    overflow = overflow < 0 && (brain & 0x7FFF) == 0x7F80 && Float.isFinite(value) ? i : overflow;
                }
            }
        }
        return overflow;
    }

    private static short brain(float value) {
        int bits = Float.floatToRawIntBits(value);
        if (Float.isNaN(value)) {
            return (short) (bits >>> 16 | 0x40); // rounding could turn a not-a-number into infinity
        }
        return (short) (bits + 0x7FFF + (bits >>> 16 & 1) >>> 16);
    }
}
