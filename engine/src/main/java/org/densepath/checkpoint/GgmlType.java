package org.densepath.checkpoint;

import java.util.Optional;

/// The types a GGUF weight may be stored in: how many values a block holds, its bytes, and how it becomes
/// float32. Layouts are those of ggml (`ggml-common.h`); each decoder gives the same bits as ggml's reference
/// code.
enum GgmlType {
    F32(0, 1, 4, ScalarBlocks::f32),
    F16(1, 1, 2, ScalarBlocks::f16),
    Q4_0(2, 32, 18, LegacyBlocks::q40),
    Q4_1(3, 32, 20, LegacyBlocks::q41),
    Q5_0(6, 32, 22, LegacyBlocks::q50),
    Q5_1(7, 32, 24, LegacyBlocks::q51),
    Q8_0(8, 32, 34, LegacyBlocks::q80),
    Q2_K(10, 256, 84, KBlocks::q2),
    Q3_K(11, 256, 110, KBlocks::q3),
    Q4_K(12, 256, 144, KBlocks::q4),
    Q5_K(13, 256, 176, KBlocks::q5),
    Q6_K(14, 256, 210, KBlocks::q6),
    BF16(30, 1, 2, ScalarBlocks::bf16);

    /// Decodes `blocks` blocks that begin at `in[at]` into `out` from its start.
    @FunctionalInterface
    interface Decoder {
        void decode(byte[] in, int at, int blocks, float[] out);
    }

    private final int id;
    private final int blockValues;
    private final int blockBytes;
    private final Decoder decoder;

    GgmlType(int id, int blockValues, int blockBytes, Decoder decoder) {
        this.id = id;
        this.blockValues = blockValues;
        this.blockBytes = blockBytes;
        this.decoder = decoder;
    }

    static Optional<GgmlType> of(int id) {
        for (GgmlType type : values()) {
            if (type.id == id) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /// What ggml calls a type that is not read here, for messages.
    static String nameOf(int id) {
        return switch (id) {
            case 9 -> "Q8_1";
            case 15 -> "Q8_K";
            case 16, 17, 18, 19, 20, 21, 22, 23, 29 -> "an IQ type (" + id + ")";
            case 24, 25, 26, 27 -> "whole numbers (" + id + ")";
            case 28 -> "F64";
            case 34, 35 -> "a ternary type (" + id + ")";
            case 39 -> "MXFP4";
            default -> "the unknown type " + id;
        };
    }

    int blockValues() {
        return blockValues;
    }

    int blockBytes() {
        return blockBytes;
    }

    void decode(byte[] in, int at, int blocks, float[] out) {
        decoder.decode(in, at, blocks, out);
    }
}
