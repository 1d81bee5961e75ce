package org.densepath.data;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/// A file that is one JSON array of objects. Where the array is damaged, what follows cannot be read, and that is
/// said.
final class JsonArray {
    private static final String REST = "; nothing after it could be read";

    private JsonArray() {}

    static void read(InputStream in, JsonRecords.Taken taken) throws IOException {
        int line = 1;
        try (JsonParser parser = Json.MAPPER.createParser(in)) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    taken.refuse(line, "breaks off within the array" + REST);
                    return;
                }
                line = parser.currentTokenLocation().getLineNr();
                JsonNode node = parser.readValueAsTree();
                try {
                    taken.record(line, JsonLines.object(node));
                } catch (UnusableRecord e) {
                    taken.refuse(line, e.getMessage());
                }
            }
            line = parser.currentLocation().getLineNr();
            if (parser.nextToken() != null) {
                taken.refuse(line, "goes on after the array's end" + REST);
            }
        } catch (JsonProcessingException e) {
            int where = e.getLocation() == null ? line : e.getLocation().getLineNr();
            taken.refuse(where, Json.complaint(e) + REST);
        } catch (CharConversionException e) {
            taken.refuse(line, "is not UTF-8" + REST);
        }
    }
}
