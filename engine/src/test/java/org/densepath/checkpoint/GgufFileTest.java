package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GgufFileTest {
    @Test
    void namesAndShapesAreHuggingFaces() {
        try (GgufFile file = GgufBytes.llama().file()) {
            assertEquals(
                    List.of("model.embed_tokens.weight", "model.layers.0.self_attn.q_proj.weight", "model.norm.weight"),
                    List.copyOf(file.weights().keySet()));
            assertArrayEquals(
                    new long[] {3, 4},
                    file.weights().get("model.embed_tokens.weight").shape());
        }
    }

    @Test
    void readUndoesTheInterleavingWithinEachHead() {
        // one head of dimension 6: rows 0..5 of the file are (0,0) (0,1) (1,0) (1,1) (2,0) (2,1) as (i, half)
        try (GgufFile file = new GgufBytes()
                .text("general.architecture", "llama")
                .number("llama.attention.head_count", 2)
                .floats("blk.3.attn_q.weight", new long[] {1, 12}, GgufBytes.ascending(12))
                .floats("blk.3.attn_v.weight", new long[] {1, 12}, GgufBytes.ascending(12))
                .floats("blk.3.attn_q.bias", new long[] {12}, GgufBytes.ascending(12))
                .file()) {
            float[] halves = {0, 2, 4, 1, 3, 5, 6, 8, 10, 7, 9, 11};
            assertArrayEquals(halves, Golden.read(file, "model.layers.3.self_attn.q_proj.weight"));
            assertArrayEquals(halves, Golden.read(file, "model.layers.3.self_attn.q_proj.bias"));
            assertArrayEquals(GgufBytes.ascending(12), Golden.read(file, "model.layers.3.self_attn.v_proj.weight"));
        }
    }

    @Test
    void readCountsRowsOfKeysInKeyValueHeads() {
        try (GgufFile file = new GgufBytes()
                .text("general.architecture", "llama")
                .number("llama.attention.head_count", 3)
                .number("llama.attention.head_count_kv", 1)
                .floats("blk.0.attn_k.weight", new long[] {1, 4}, GgufBytes.ascending(4))
                .file()) {
            assertArrayEquals(new float[] {0, 2, 1, 3}, Golden.read(file, "model.layers.0.self_attn.k_proj.weight"));
        }
    }

    @Test
    void readTakesTheOneOffGemmasNorms() {
        try (GgufFile file = new GgufBytes()
                .text("general.architecture", "gemma3")
                .floats("blk.0.post_ffw_norm.weight", new long[] {2}, 1.5f, 0.25f)
                .floats("blk.0.ffn_down.weight", new long[] {2}, 1.5f, 0.25f)
                .file()) {
            assertArrayEquals(
                    new float[] {0.5f, -0.75f}, Golden.read(file, "model.layers.0.post_feedforward_layernorm.weight"));
            assertArrayEquals(new float[] {1.5f, 0.25f}, Golden.read(file, "model.layers.0.mlp.down_proj.weight"));
        }
    }

    @Test
    void readFromFourThreadsGivesWhatOneDecodes() {
        byte[] raw = new byte[300_000 / 32 * 34];
        new Random(1).nextBytes(raw);
        try (GgufFile file = new GgufBytes()
                .text("general.architecture", "qwen2")
                .tensor("output.weight", new long[] {32, 300_000 / 32}, 8, raw)
                .file()) {
            float[] expected = new float[raw.length / 34 * 32];
            GgmlType.Q8_0.decode(raw, 0, raw.length / 34, expected);
            IntStream.range(0, 4)
                    .parallel()
                    .forEach(i -> assertArrayEquals(expected, Golden.read(file, "lm_head.weight")));
        }
    }

    @Test
    void version2IsRead() {
        GgufBytes sound = GgufBytes.llama();
        try (GgufFile file = GgufBytes.file(sound.bytes(2, 3, 8))) {
            assertEquals(3, file.weights().size());
        }
    }

    @Test
    void nestedListsAndEveryTypeOfValueAreRead() {
        byte[] inner = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(GgufValue.UINT16)
                .putLong(2)
                .putShort((short) 1)
                .putShort((short) -1)
                .array();
        GgufMetadata metadata = GgufBytes.llama()
                .list("nested", GgufValue.ARRAY, List.of(inner, inner))
                .key("u8", GgufValue.UINT8, new byte[] {-1})
                .key("i8", GgufValue.INT8, new byte[] {-1})
                .key("u16", GgufValue.UINT16, new byte[] {-1, -1})
                .key("i16", GgufValue.INT16, new byte[] {-1, -1})
                .key("i32", GgufValue.INT32, GgufBytes.int32(-7))
                .key("u64", GgufValue.UINT64, GgufBytes.int64(1L << 40))
                .key("i64", GgufValue.INT64, GgufBytes.int64(-1))
                .key("f64", GgufValue.FLOAT64, GgufBytes.int64(Double.doubleToRawLongBits(0.1)))
                .flag("flag", true)
                .file()
                .metadata();
        assertEquals(
                List.of(255L, -1L, 65535L, -1L, -7L, 1L << 40, -1L, 0.1, true),
                List.of("u8", "i8", "u16", "i16", "i32", "u64", "i64", "f64", "flag").stream()
                        .map(metadata.values()::get)
                        .toList());
        GgufArray second =
                (GgufArray) metadata.list("nested").orElseThrow().values().get(1);
        assertEquals(List.of(1L, 65535L), second.values());
    }

    @Test
    void openSaysThatAFileIsNoGguf() {
        assertSays("GGML0123456789012345".getBytes(), "is no GGUF file: it does not begin with 'GGUF'");
    }

    @Test
    void openNamesAnUnknownVersion() {
        assertSays(GgufBytes.llama().bytes(4, 3, 8), "is a GGUF file of version 4; versions 2 and 3");
        assertSays(GgufBytes.llama().bytes(3 << 24, 3, 8), "is a GGUF file in big-endian byte order");
    }

    @Test
    void openRefusesAbsurdCounts() {
        assertSays(GgufBytes.llama().bytes(3, 1L << 60, 8), "it says it has 1152921504606846976 tensors");
        assertSays(GgufBytes.llama().bytes(3, 3, -1), "it says it has 18446744073709551615 metadata keys");
    }

    @Test
    void openRefusesATextThatIsLongerThanTheFile() {
        GgufBytes bad = new GgufBytes().key("general.name", GgufValue.STRING, GgufBytes.int64(1L << 50));
        assertSays(bad, "general.name needs 1125899906842624 bytes where");
    }

    @Test
    void openRefusesAListThatIsLongerThanTheFile() {
        byte[] head = Arrays.copyOf(GgufBytes.int32(GgufValue.UINT8), 12);
        head[10] = 1;
        assertSays(
                new GgufBytes().key("general.tags", GgufValue.ARRAY, head),
                "the list 'general.tags' says it has 281474976710656 items");
    }

    @Test
    void openNamesAMetadataTypeThatIsUnknown() {
        assertSays(new GgufBytes().key("k", 13, new byte[8]), "the metadata key 'k' has the unknown type 13");
    }

    @Test
    void openNamesATypeThatIsNotRead() {
        assertSays(
                GgufBytes.llama().tensor("output.weight", new long[] {256}, 20, new byte[136]),
                "stores 'output.weight' as an IQ type (20), which is not read: take the model in F32");
    }

    @Test
    void openRefusesATensorOutsideTheFile() {
        assertSays(
                GgufBytes.llama().tensorAt("output.weight", new long[] {4}, 0, 1 << 20, new byte[16]),
                "the tensor 'output.weight' needs bytes 1048576 to 1048592 of the data, which has");
    }

    @Test
    void openRefusesTensorsThatOverlap() {
        assertSays(
                GgufBytes.llama().tensorAt("output.weight", new long[] {4}, 0, 32, new byte[16]),
                "inside the one before it");
    }

    @Test
    void openRefusesATensorThatIsNotAligned() {
        assertSays(
                GgufBytes.llama().tensorAt("output.weight", new long[] {1}, 0, 4, new byte[16]),
                "the tensor 'output.weight' begins at 4, which is no multiple of 32");
    }

    @Test
    void openRefusesAnAbsurdShape() {
        assertSays(
                GgufBytes.llama().tensor("output.weight", new long[] {1L << 40, 1L << 40}, 0, new byte[16]),
                "more than the file can hold");
    }

    @Test
    void openRefusesRowsThatAreNoWholeBlocks() {
        assertSays(
                GgufBytes.llama().tensor("output.weight", new long[] {33}, 2, new byte[18]),
                "has rows of 33 values, which are no whole blocks of Q4_0");
    }

    @Test
    void openNamesATensorWithoutAPlace() {
        assertSays(
                GgufBytes.llama().floats("blk.0.ffn_gate_exps.weight", new long[] {1}, 1),
                "has the tensor 'blk.0.ffn_gate_exps.weight', for which a dense model");
    }

    @Test
    void openNamesAnArchitectureThatIsNotRead() {
        assertSays(new GgufBytes().text("general.architecture", "mamba"), "holds a model of the architecture 'mamba'");
    }

    @Test
    void openRefusesEveryFileThatIsCutOff() {
        byte[] whole = GgufBytes.llama().bytes();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(BadInputException.class, () -> GgufBytes.file(cut), "cut to " + length);
        }
    }

    @Test
    void openTakesAPathWithBlanksAndOtherLetters(@TempDir Path folder) throws Exception {
        Path path =
                Files.write(folder.resolve("Größe 模型.gguf"), GgufBytes.llama().bytes());
        try (ModelFiles model = ModelFiles.open(path)) {
            assertEquals("Größe 模型.gguf", model.name());
            assertArrayEquals(GgufBytes.ascending(12), Golden.read(model.weights(), "model.embed_tokens.weight"));
        }
    }

    private static void assertSays(GgufBytes bytes, String part) {
        assertSays(bytes.bytes(), part);
    }

    private static void assertSays(byte[] bytes, String part) {
        String message = assertThrows(BadInputException.class, () -> GgufBytes.file(bytes))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.startsWith("tiny.gguf "), message);
    }
}
