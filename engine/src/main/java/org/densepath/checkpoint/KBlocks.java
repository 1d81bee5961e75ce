package org.densepath.checkpoint;

/// ggml's super-blocks of 256 values: a float16 scale d (and dmin) for the super-block, small whole-number scales
/// for its groups of 16 or 32. x = d·scale·q, or x = d·scale·q − dmin·min. Products are taken in ggml's order, so
/// that the bits agree.
final class KBlocks {
    private KBlocks() {}

    /// 16 bytes scale|min<<4, 64 bytes of 2-bit q, d, dmin.
    static void q2(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 84, y += 256) {
            float d = ScalarBlocks.half(in, at + 80);
            float dmin = ScalarBlocks.half(in, at + 82);
            for (int group = 0; group < 16; group++) {
                int scale = in[at + group];
                float dl = d * (scale & 0xF);
                float ml = dmin * (scale >> 4 & 0xF);
                // groups 0..7 lie in the first 32 bytes: two groups of 16 bytes for each of four 2-bit shifts
                int q = at + 16 + group / 8 * 32 + group % 2 * 16;
                int shift = group % 8 / 2 * 2;
                for (int j = 0; j < 16; j++) {
                    out[y + 16 * group + j] = dl * (in[q + j] >> shift & 3) - ml;
                }
            }
        }
    }

    /// 32 bytes of third bits, 64 bytes of 2-bit q, 12 bytes of sixteen 6-bit scales + 32, d.
    static void q3(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 110, y += 256) {
            float d = ScalarBlocks.half(in, at + 108);
            for (int group = 0; group < 16; group++) {
                int low = in[at + 96 + group % 8] >> (group < 8 ? 0 : 4) & 0xF;
                int high = in[at + 104 + group % 4] >> group / 4 * 2 & 3;
                float dl = d * ((low | high << 4) - 32);
                int q = at + 32 + group / 8 * 32 + group % 2 * 16;
                int third = at + group % 2 * 16;
                int shift = group % 8 / 2 * 2;
                int bit = group / 2;
                for (int j = 0; j < 16; j++) {
                    int value = (in[q + j] >> shift & 3) - 4 + ((in[third + j] >> bit & 1) << 2);
                    out[y + 16 * group + j] = dl * value;
                }
            }
        }
    }

    /// d, dmin, 12 bytes of eight 6-bit scales and mins, 128 bytes of 4-bit q.
    static void q4(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 144, y += 256) {
            float d = ScalarBlocks.half(in, at);
            float dmin = ScalarBlocks.half(in, at + 2);
            for (int group = 0; group < 8; group++) {
                float dl = d * scale(in, at + 4, group);
                float ml = dmin * min(in, at + 4, group);
                int q = at + 16 + group / 2 * 32;
                int shift = group % 2 * 4;
                for (int j = 0; j < 32; j++) {
                    out[y + 32 * group + j] = dl * (in[q + j] >> shift & 0xF) - ml;
                }
            }
        }
    }

    /// As q4, with 32 bytes of fifth bits before the 4-bit q.
    static void q5(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 176, y += 256) {
            float d = ScalarBlocks.half(in, at);
            float dmin = ScalarBlocks.half(in, at + 2);
            for (int group = 0; group < 8; group++) {
                float dl = d * scale(in, at + 4, group);
                float ml = dmin * min(in, at + 4, group);
                int q = at + 48 + group / 2 * 32;
                int fifth = at + 16;
                int shift = group % 2 * 4;
                for (int j = 0; j < 32; j++) {
                    int value = (in[q + j] >> shift & 0xF) + ((in[fifth + j] >> group & 1) << 4);
                    out[y + 32 * group + j] = dl * value - ml;
                }
            }
        }
    }

    /// 128 bytes of low 4 bits, 64 bytes of high 2 bits of q + 32, 16 signed scales, d.
    static void q6(byte[] in, int at, int blocks, float[] out) {
        for (int b = 0, y = 0; b < blocks; b++, at += 210, y += 256) {
            float d = ScalarBlocks.half(in, at + 208);
            for (int group = 0; group < 16; group++) {
                float dl = d * in[at + 192 + group];
                int half = group / 8;
                int quarter = group % 8 / 2; // 32 values; the first two in low nibbles, the others in high ones
                int low = at + half * 64 + quarter % 2 * 32 + group % 2 * 16;
                int high = at + 128 + half * 32 + group % 2 * 16;
                int lowShift = quarter / 2 * 4;
                int highShift = quarter * 2;
                for (int j = 0; j < 16; j++) {
                    int value = in[low + j] >> lowShift & 0xF | (in[high + j] >> highShift & 3) << 4;
                    out[y + 16 * group + j] = dl * (value - 32);
                }
            }
        }
    }

    /// Scales 0..3 are the low six bits of bytes 0..3; of 4..7 four bits are in bytes 8..11, two atop bytes 0..3.
    private static int scale(byte[] in, int at, int group) {
        return group < 4 ? in[at + group] & 63 : in[at + group + 4] & 0xF | (in[at + group - 4] >> 6 & 3) << 4;
    }

    private static int min(byte[] in, int at, int group) {
        return group < 4 ? in[at + group + 4] & 63 : in[at + group + 4] >> 4 & 0xF | (in[at + group] >> 6 & 3) << 4;
    }
}
