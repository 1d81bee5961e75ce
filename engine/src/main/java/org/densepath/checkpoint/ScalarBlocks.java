package org.densepath.checkpoint;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Little-endian numbers in bytes: the types without blocks, and the half-precision scales of those with.
final class ScalarBlocks {
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private ScalarBlocks() {}

    static void f32(byte[] in, int at, int blocks, float[] out) {
        for (int i = 0; i < blocks; i++) {
            out[i] = Float.intBitsToFloat(int32(in, at + 4 * i));
        }
    }

    static void f16(byte[] in, int at, int blocks, float[] out) {
        for (int i = 0; i < blocks; i++) {
            out[i] = half(in, at + 2 * i);
        }
    }

    static void bf16(byte[] in, int at, int blocks, float[] out) {
        for (int i = 0; i < blocks; i++) {
            out[i] = Float.intBitsToFloat((short) SHORT.get(in, at + 2 * i) << 16);
        }
    }

    static float half(byte[] in, int at) {
        return Float.float16ToFloat((short) SHORT.get(in, at));
    }

    static int int32(byte[] in, int at) {
        return (int) INT.get(in, at);
    }
}
