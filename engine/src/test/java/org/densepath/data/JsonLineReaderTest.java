package org.densepath.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonLineReaderTest {
    private static JsonLineReader reader(byte[] bytes) {
        return new JsonLineReader(new ByteArrayInputStream(bytes));
    }

    @Test
    void nextCountsBlankLinesAndSkipsAByteOrderMark() throws Exception {
        byte[] text = "\uFEFF{\"a\": 1}\r\n\n{\"a\": 2}".getBytes(StandardCharsets.UTF_8);
        JsonLineReader reader = reader(text);
        assertEquals(1, reader.next().orElseThrow().fields().get("a").asInt());
        assertEquals(3, reader.next().orElseThrow().number());
        assertTrue(reader.next().isEmpty());
    }

    @Test
    void nextGoesOnAfterALineThatIsNotUtf8() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("{\"a\": \"".getBytes(StandardCharsets.US_ASCII));
        bytes.write(0xFF);
        bytes.write("\"}\n{}\n".getBytes(StandardCharsets.US_ASCII));
        JsonLineReader reader = reader(bytes.toByteArray());
        assertTrue(reader.next().orElseThrow().problem().contains("UTF-8"));
        assertEquals("{}", reader.next().orElseThrow().fields().toString());
    }

    @Test
    void aTornLineIsToldInPlainWords() throws Exception {
        String problem = reader("{\"a\": [1".getBytes(StandardCharsets.US_ASCII))
                .next()
                .orElseThrow()
                .problem();
        assertTrue(problem.endsWith("expected close marker for Array"), problem);
    }

    @Test
    void halfACharacterIsRefusedAndAWholeOneIsNot() throws Exception {
        String lines = "{\"a\": [\"\\ud83d\"]}\n{\"a\": \"\\ud83d\\ude00\"}\n{\"a\": \"\\\\ud83d\"}\n";
        JsonLineReader reader = reader(lines.getBytes(StandardCharsets.US_ASCII));
        assertTrue(reader.next().orElseThrow().problem().contains("half of a character"));
        assertEquals("😀", reader.next().orElseThrow().fields().get("a").asText());
        assertEquals("\\ud83d", reader.next().orElseThrow().fields().get("a").asText());
    }

    @Test
    void bytesFollowTheLines() throws Exception {
        JsonLineReader reader = reader("{}\n{}\n".getBytes(StandardCharsets.US_ASCII));
        reader.next();
        assertEquals(3, reader.bytes());
    }
}
