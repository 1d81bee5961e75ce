package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsFileTest {
    private static final String PAIR = "{'a':{'dtype':'%s','shape':[2],'data_offsets':[0,%d]}}";

    @Test
    void readGivesTheLogProbabilitiesThatStandInJsonToo() {
        try (SafetensorsFile file = SafetensorsFile.open(Golden.path("expect/llama-tied.safetensors"))) {
            float[] stored = Golden.read(file, "logprobs");
            JsonNode rows = Golden.json("expect/llama-tied.json").get("logprobs");
            for (int i = 0; i < stored.length; i++) {
                double expected = rows.get(i / 24).get(i % 24).asDouble();
                assertEquals((float) expected, stored[i], "value " + i);
            }
        }
    }

    @Test
    void readNarrowsDoublesToTheNearest() {
        try (SafetensorsFile file = SafetensorsFile.open(Golden.path("expect/llama-tied.safetensors"))) {
            float[] single = Golden.read(file, "logits");
            float[] narrowed = Golden.read(file, "logits_float64");
            // row 1 has no pads at its end, and the two implementations agree to 2e-5
            for (int i = single.length - 320; i < single.length; i++) {
                assertEquals(single[i], narrowed[i], 1e-4f, "value " + i);
            }
        }
    }

    @Test
    void readWidensBothHalfPrecisions() {
        assertArrayEquals(new float[] {1, -2}, pair("F16", 0x00, 0x3C, 0x00, 0xC0));
        assertArrayEquals(new float[] {1, -2}, pair("BF16", 0x80, 0x3F, 0x00, 0xC0));
        assertArrayEquals(new float[] {0x1p-24f, Float.NEGATIVE_INFINITY}, pair("F16", 0x01, 0x00, 0x00, 0xFC));
    }

    @Test
    void readKeepsNotANumber() {
        float[] values = pair("F32", 0, 0, 0xC0, 0x7F, 0x01, 0x00, 0x80, 0x7F);
        assertEquals(0x7FC00000, Float.floatToRawIntBits(values[0]));
        assertTrue(Float.isNaN(values[1]));
        assertTrue(Float.isNaN(pair("BF16", 0xC0, 0x7F, 0, 0)[0]));
        assertTrue(Float.isNaN(pair("F16", 0x00, 0x7E, 0, 0)[0]));
    }

    @Test
    void readBeginsAtTheBuffersPositionAndMovesIt() {
        FloatBuffer target = FloatBuffer.allocate(4).position(1);
        try (SafetensorsFile file = tiny("BF16", 0x80, 0x3F, 0x00, 0xC0)) {
            file.read("a", target);
        }
        assertEquals(3, target.position());
        assertArrayEquals(new float[] {0, 1, -2, 0}, target.array());
    }

    @Test
    void readFillsADirectBuffer() {
        FloatBuffer target =
                ByteBuffer.allocateDirect(8).order(ByteOrder.nativeOrder()).asFloatBuffer();
        try (SafetensorsFile file = tiny("F32", 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0)) {
            file.read("a", target);
        }
        assertEquals(1, target.get(0));
        assertEquals(-2, target.get(1));
    }

    /// The file is sparse: it takes no room on the disk.
    @Test
    void readFindsAWeightBeyondTwoGibibytes(@TempDir Path folder) throws Exception {
        long far = 3L << 30;
        String header = "{'big':{'dtype':'U8','shape':[%d],'data_offsets':[0,%d]},"
                + "'a':{'dtype':'BF16','shape':[2],'data_offsets':[%d,%d]}}";
        byte[] head =
                SafetensorsBytes.of(header.formatted(far, far, far, far + 4).replace('\'', '"'));
        Path path = Files.write(folder.resolve("large.safetensors"), head);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            byte[] last = {(byte) 0x80, 0x3F, 0x00, (byte) 0xC0};
            channel.write(ByteBuffer.wrap(last), head.length + far);
        }
        try (SafetensorsFile file = SafetensorsFile.open(path)) {
            assertArrayEquals(new float[] {1, -2}, Golden.read(file, "a"));
        }
    }

    @Test
    void readRefusesABufferThatIsTooSmall() {
        try (SafetensorsFile file = tiny("BF16", 0x80, 0x3F, 0x00, 0xC0)) {
            assertThrows(IllegalArgumentException.class, () -> file.read("a", FloatBuffer.allocate(1)));
        }
    }

    @Test
    void wholeNumbersAreListedButNotRead() {
        try (SafetensorsFile file = SafetensorsFile.open(Golden.path("expect/llama-tied.safetensors"))) {
            assertEquals("I64", file.weights().get("input_ids").storedAs());
            String message = assertThrows(BadInputException.class, () -> Golden.read(file, "input_ids"))
                    .getMessage();
            assertTrue(message.contains("stores the weight 'input_ids' as I64, but only F32, F16, BF16"), message);
        }
    }

    @Test
    void readNamesAMissingWeight() {
        try (SafetensorsFile file = tiny("BF16", 0, 0, 0, 0)) {
            String message = assertThrows(
                            BadInputException.class, () -> file.read("lm_head.weight", FloatBuffer.allocate(1)))
                    .getMessage();
            assertEquals("tiny.safetensors has no weight 'lm_head.weight'.", message);
        }
    }

    @Test
    void metadataIsKept() {
        try (SafetensorsFile file = SafetensorsBytes.open("{\"__metadata__\":{\"format\":\"pt\"}}")) {
            assertEquals("pt", file.metadata().get("format"));
            assertTrue(file.weights().isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a': | is not readable JSON",
                "[] | is not an object",
                "{'a':1} | has no object for 'a'",
                "{'a':{'dtype':'F32','shape':[1]}} | lacks dtype, shape or data_offsets for 'a'",
                "{'a':{'dtype':'F31','shape':[1],'data_offsets':[0,4]}} | gives 'a' the unknown type 'F31'",
                "{'a':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | the shape [2] of F32, but 4 bytes",
                "{'a':{'dtype':'F32','shape':[-1],'data_offsets':[0,4]}} | has a negative number for 'a'",
                "{'a':{'dtype':'F32','shape':[1.5],'data_offsets':[0,4]}} | no list of whole numbers for 'a'",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}} | ends at byte 8 of the data, which has only 4",
                "{'a':{'dtype':'F32','shape':[0],'data_offsets':[0,0]}} | has 4 bytes after its last weight",
                "{'a':{'dtype':'F16','shape':[1],'data_offsets':[0,2]},'b':{'dtype':'F16','shape':[1],"
                        + "'data_offsets':[0,2]}} | the weight 'b' begins at byte 0 of the data where 2 was expected",
                "{'a':{'dtype':'F16','shape':[1],'data_offsets':[0,2]},'a':{'dtype':'F16','shape':[1],"
                        + "'data_offsets':[2,4]}} | names 'a' twice",
                "{'a':{'dtype':'F32','shape':[4294967296,4294967296,4294967296],'data_offsets':[0,0]}} | but 0 bytes",
                "{'a':{'dtype':'F32','shape':[1],'data_offsets':[0,4],'x':1}} | has the unknown field 'x' for 'a'",
                "{'__metadata__':{'a':1}} | has metadata that is not text",
                "{} {} | does not end"
            })
    void openSaysWhatIsWrongWithTheHeader(String header, String part) {
        byte[] bytes = SafetensorsBytes.of(header.replace('\'', '"'), new byte[4]);
        assertSays(bytes, part);
    }

    @Test
    void openSaysThatAFileIsTooShort() {
        assertSays(new byte[5], "tiny.safetensors has 5 bytes, too few for a safetensors file: get it again.");
    }

    @Test
    void openSaysThatAHeaderIsLongerThanTheFile() {
        byte[] bytes = SafetensorsBytes.of("{}");
        bytes[4] = 1;
        assertSays(bytes, "says its header has 4294967298 bytes, but the file has 10");
    }

    private static void assertSays(byte[] bytes, String part) {
        String message = assertThrows(BadInputException.class, () -> SafetensorsBytes.open(bytes))
                .getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.startsWith("tiny.safetensors"), message);
    }

    private static float[] pair(String type, int... data) {
        try (SafetensorsFile file = tiny(type, data)) {
            return Golden.read(file, "a");
        }
    }

    private static SafetensorsFile tiny(String type, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return SafetensorsBytes.open(PAIR.formatted(type, data.length).replace('\'', '"'), bytes);
    }
}
