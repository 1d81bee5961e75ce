package org.densepath.checkpoint;

/// ggml's blocks of 32 values with one scale d, and where named a smallest value m: x = d·q or x = d·q + m. Byte
/// j of the 16 quants holds value j in its low half and value j + 16 in its high half; d and m are float16.
final class LegacyBlocks {
    private LegacyBlocks() {}

    /// d, 16 bytes of q + 8.
    static void q40(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 18, y += 32) {
            float d = ScalarBlocks.half(in, at);
            for (int j = 0; j < 16; j++) {
                int q = in[at + 2 + j];
                out[y + j] = ((q & 0xF) - 8) * d;
                out[y + j + 16] = ((q >> 4 & 0xF) - 8) * d;
            }
        }
    }

    /// d, m, 16 bytes of q.
    static void q41(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 20, y += 32) {
            float d = ScalarBlocks.half(in, at);
            float m = ScalarBlocks.half(in, at + 2);
            for (int j = 0; j < 16; j++) {
                int q = in[at + 4 + j];
                out[y + j] = (q & 0xF) * d + m;
                out[y + j + 16] = (q >> 4 & 0xF) * d + m;
            }
        }
    }

    /// d, the 32 fifth bits, 16 bytes of q + 16.
    static void q50(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 22, y += 32) {
            float d = ScalarBlocks.half(in, at);
            int fifth = ScalarBlocks.int32(in, at + 2);
            for (int j = 0; j < 16; j++) {
                int q = in[at + 6 + j];
                out[y + j] = ((q & 0xF | (fifth >>> j & 1) << 4) - 16) * d;
                out[y + j + 16] = ((q >> 4 & 0xF | (fifth >>> j + 16 & 1) << 4) - 16) * d;
            }
        }
    }

    /// d, m, the 32 fifth bits, 16 bytes of q.
    static void q51(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 24, y += 32) {
            float d = ScalarBlocks.half(in, at);
            float m = ScalarBlocks.half(in, at + 2);
            int fifth = ScalarBlocks.int32(in, at + 4);
            for (int j = 0; j < 16; j++) {
                int q = in[at + 8 + j];
                out[y + j] = (q & 0xF | (fifth >>> j & 1) << 4) * d + m;
                out[y + j + 16] = (q >> 4 & 0xF | (fifth >>> j + 16 & 1) << 4) * d + m;
            }
        }
    }

    /// d, 32 signed bytes.
    static void q80(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 34, y += 32) {
            float d = ScalarBlocks.half(in, at);
            for (int j = 0; j < 32; j++) {
                out[y + j] = in[at + 2 + j] * d;
            }
        }
    }
}
