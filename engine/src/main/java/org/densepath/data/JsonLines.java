package org.densepath.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.densepath.data.JsonRecords.JsonRecord;

/// One JSON object a line. Blank lines are allowed; a line that is damaged is refused and the next one is read.
final class JsonLines {
    private JsonLines() {}

    static void read(InputStream in, List<JsonRecord> records, List<Refused> refused) throws IOException {
        JsonLineReader lines = new JsonLineReader(in);
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            JsonLineReader.Line read = line.get();
            if (read.problem() == null) {
                records.add(new JsonRecord(read.number(), read.fields()));
            } else {
                refused.add(new Refused(read.number(), read.problem()));
            }
        }
    }

    static String utf8(byte[] bytes) throws UnusableRecord {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            throw new UnusableRecord("is not UTF-8 at byte " + (in.position() + 1) + "; save the file as UTF-8");
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
        if (node.isTextual() && !StandardCharsets.UTF_8.newEncoder().canEncode(node.textValue())) {
            throw new UnusableRecord("holds half of a character (one of \\ud800 to \\udfff alone); write it whole");
        }
        for (JsonNode below : node) {
            requireWholeCharacters(below);
        }
    }

    static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
