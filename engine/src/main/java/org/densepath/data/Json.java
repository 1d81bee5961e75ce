package org.densepath.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;

/// How strictly JSON from a person is read: nesting, text length, nothing after the value, no field twice.
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxStringLength(64 << 20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    /// For text that should be one value and no more.
    static final ObjectReader ONE_VALUE = MAPPER.reader(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Json() {}

    /// The parser's complaint, short and without its source.
    static String complaint(JsonProcessingException e) {
        String message = e.getOriginalMessage()
                .lines()
                .findFirst()
                .orElse("")
                .replaceFirst(" \\((bound as|start marker at) .*", "");
        String where =
                e.getLocation() == null ? "" : " at column " + e.getLocation().getColumnNr();
        return "is not valid JSON" + where + ": "
                + (message.length() > 160 ? message.substring(0, 160) + "…" : message);
    }
}
