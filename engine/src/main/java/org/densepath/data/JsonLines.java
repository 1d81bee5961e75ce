package org.densepath.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// One JSON object a line. Blank lines are allowed; a line that is damaged is refused and the next one is read.
final class JsonLines {
    private static final int DECODED_AT_ONCE = 1 << 13;

    private JsonLines() {}

    static void read(InputStream in, JsonRecords.Taken taken) throws IOException {
        JsonLineReader lines = new JsonLineReader(in);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            JsonLineReader.Line read = line.get();
            if (read.problem() == null) {
                taken.record(read.number(), read.fields());
            } else {
                taken.refuse(read.number(), read.problem());
            }
        }
    }

    /// Decodes a bit at a time to find what is no UTF-8: a long line is not held once more as characters.
    static String utf8(byte[] bytes) throws UnusableRecord {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer decoded = CharBuffer.allocate(DECODED_AT_ONCE);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        while (true) {
            CoderResult result = decoder.decode(in, decoded.clear(), true);
            if (result.isError()) {
                throw new UnusableRecord("is not UTF-8 at byte " + (in.position() + 1) + "; save the file as UTF-8");
            }
            if (result.isUnderflow()) {
                return new String(bytes, StandardCharsets.UTF_8);
            }
        }
    }

    static ObjectNode object(String text) throws UnusableRecord {
        try {
            return object(Json.ONE_VALUE.readTree(text));
        } catch (JsonProcessingException e) {
            throw new UnusableRecord(Json.complaint(e));
        }
    }

    static ObjectNode object(JsonNode node) throws UnusableRecord {
        if (node instanceof ObjectNode object) {
            requireWholeCharacters(object);
            return object;
        }
        throw new UnusableRecord("is a JSON " + kind(node) + "; expected an object");
    }

    /// An escape such as `\\ud83d` alone is half a character: no tokenizer can give its bytes back.
    private static void requireWholeCharacters(JsonNode node) throws UnusableRecord {
        if (node.isTextual() && hasHalfCharacter(node.textValue())) {
            throw new UnusableRecord("holds half of a character (one of \\ud800 to \\udfff alone); write it whole");
        }
        for (JsonNode below : node) {
            requireWholeCharacters(below);
        }
    }

    private static boolean hasHalfCharacter(String text) {
        for (int at = 0, point; at < text.length(); at += Character.charCount(point)) {
            point = text.codePointAt(at);
            if (Character.getType(point) == Character.SURROGATE) {
                return true;
            }
        }
        return false;
    }

    static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
