package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class GgmlTypeTest {
    @TestFactory
    List<DynamicTest> decodeGivesTheReferencesBits() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode golden : Golden.json("gguf/blocks.json").get("types")) {
            tests.add(DynamicTest.dynamicTest(golden.get("type").asText(), () -> assertBitsEqual(golden)));
        }
        assertEquals(12, tests.size());
        return tests;
    }

    private static void assertBitsEqual(JsonNode golden) {
        GgmlType type = GgmlType.of(golden.get("ggml_type").asInt()).orElseThrow();
        assertEquals(golden.get("type").asText(), type.name());
        assertEquals(golden.get("block_size").asInt(), type.blockValues());
        assertEquals(golden.get("block_bytes").asInt(), type.blockBytes());
        byte[] raw = Base64.getDecoder().decode(golden.get("raw_base64").asText());
        JsonNode values = golden.get("values");
        float[] out = new float[values.size()];
        type.decode(raw, 0, raw.length / type.blockBytes(), out);
        for (int i = 0; i < out.length; i++) {
            int expected = Float.floatToRawIntBits((float) values.get(i).asDouble());
            assertEquals(expected, Float.floatToRawIntBits(out[i]), type + " value " + i);
        }
    }

    @Test
    void decodeBeginsWhereItIsTold() {
        float[] out = new float[2];
        GgmlType.F16.decode(new byte[] {9, 9, 0, 0x3C, 0, (byte) 0xC0}, 2, 2, out);
        assertEquals(List.of(1f, -2f), List.of(out[0], out[1]));
    }
}
