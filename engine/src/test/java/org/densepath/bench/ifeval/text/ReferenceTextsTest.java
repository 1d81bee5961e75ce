package org.densepath.bench.ifeval.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Sentences and words against those of NLTK 3.10.4 (`make_cases.py`).
class ReferenceTextsTest {
    @Test
    void sentencesWordsAndCountsAreNltks() throws Exception {
        try (InputStream in = ReferenceTextsTest.class.getResourceAsStream("/org/densepath/bench/ifeval/texts.jsonl")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                JsonNode row = new ObjectMapper().readTree(line);
                String text = row.get("text").asText();
                assertEquals(texts(row.get("sentences")), Sentences.of(text), text);
                assertEquals(texts(row.get("words")), Words.of(text), text);
                assertEquals(row.get("count").asInt(), Words.count(text), text);
            }
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
