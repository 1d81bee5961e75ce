package org.densepath.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// SmolLM2's tokenizer against the golden ids, pieces and prompts.
class TokenizerGoldenTest {
    private static Tokenizer tokenizer;

    @BeforeAll
    static void open() throws IOException {
        tokenizer = Tokenizer.of(SmolTokenizer.json());
    }

    @AfterAll
    static void close() {
        if (tokenizer != null) {
            tokenizer.close();
        }
    }

    @Test
    void encodeGivesTheGoldenIdsWhenSpecialTokensAreRecognised() throws IOException {
        for (JsonNode row : golden("tokens.json").get("strings")) {
            String text = row.get("text").asText();
            assertArrayEquals(ints(row.get("ids")), tokenizer.encode(text, true).ids(), text);
        }
    }

    @Test
    void encodeGivesTheGoldenIdsWhenSpecialTokensAreText() throws IOException {
        int different = 0;
        for (JsonNode row : golden("tokens.json").get("strings")) {
            String text = row.get("text").asText();
            boolean same = row.get("ids_without_special").isNull();
            different += same ? 0 : 1;
            int[] expected = ints(row.get(same ? "ids" : "ids_without_special"));
            assertArrayEquals(expected, tokenizer.encode(text, false).ids(), text);
        }
        assertEquals(true, different > 0);
    }

    @Test
    void bytesOfEachTokenAreTheGoldenPieces() throws IOException {
        for (JsonNode row : golden("tokens.json").get("strings")) {
            int[] ids = ints(row.get("ids"));
            for (int i = 0; i < ids.length; i++) {
                String hex = HexFormat.of().formatHex(tokenizer.bytes(ids[i]));
                assertEquals(row.get("piece_bytes").get(i).asText(), hex);
            }
        }
    }

    @Test
    void bytesJoinedAreTheTextAndSoIsDecode() throws IOException {
        for (JsonNode row : golden("tokens.json").get("strings")) {
            String text = row.get("text").asText();
            for (boolean special : new boolean[] {true, false}) {
                int[] ids = tokenizer.encode(text, special).ids();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int id : ids) {
                    bytes.writeBytes(tokenizer.bytes(id));
                }
                assertEquals(text, bytes.toString(StandardCharsets.UTF_8));
                assertEquals(text, tokenizer.decode(ids));
            }
        }
    }

    @Test
    void spansTileTheTextInCodePoints() throws IOException {
        for (JsonNode row : golden("tokens.json").get("strings")) {
            String text = row.get("text").asText();
            Encoding encoding = tokenizer.encode(text, true);
            int end = 0;
            for (int i = 0; i < encoding.length(); i++) {
                boolean sharesACharacter = i > 0 && encoding.starts()[i] < end;
                assertEquals(sharesACharacter ? end - 1 : end, encoding.starts()[i], text);
                end = encoding.ends()[i];
            }
            assertEquals(text.codePointCount(0, text.length()), end, text);
        }
    }

    @Test
    void streamedTextIsTheDecodedTextAndNeverEndsInHalfACharacter() throws IOException {
        for (JsonNode row : golden("tokens.json").get("strings")) {
            String text = row.get("text").asText();
            TextStream stream = new TextStream(tokenizer);
            StringBuilder streamed = new StringBuilder();
            for (int id : ints(row.get("ids"))) {
                streamed.append(stream.add(id));
                assertEquals(true, text.startsWith(streamed.toString()), text);
            }
            assertEquals(text, streamed + stream.finish());
        }
    }

    @Test
    void groupsJoinedAreTheDecodedText() throws IOException {
        for (JsonNode row : golden("tokens.json").get("strings")) {
            StringBuilder joined = new StringBuilder();
            int next = 0;
            for (var group : CharacterGroups.of(tokenizer, ints(row.get("ids"))).groups()) {
                assertEquals(next, group.firstToken());
                next = group.endToken();
                joined.append(group.text());
            }
            assertEquals(row.get("ids").size(), next);
            assertEquals(row.get("text").asText(), joined.toString());
        }
    }

    @Test
    void promptsAndAnswersHaveTheGoldenIds() throws IOException {
        JsonNode golden = golden("logprobs.json");
        for (JsonNode pair : golden.get("pairs")) {
            String prompt = pair.get("prompt_text").asText();
            int[] promptIds = tokenizer.encode(prompt, true).ids();
            assertArrayEquals(ints(pair.get("prompt_ids")), promptIds);
            int[] answer = tokenizer.encode(pair.get("answer").asText(), false).ids();
            int[] expected = ints(pair.get("answer_ids"));
            assertArrayEquals(Arrays.copyOf(expected, expected.length - 1), answer);
        }
    }

    @Test
    void vocabularyKnowsItsSpecialTokens() {
        assertEquals(49_152, tokenizer.vocabularySize());
        int end = tokenizer.idOf("<|im_end|>").orElseThrow();
        assertEquals(2, end);
        assertEquals(true, tokenizer.isSpecial(end));
        assertEquals("<|im_end|>", tokenizer.text(end));
        assertEquals(false, tokenizer.isSpecial(504));
        assertEquals(true, tokenizer.idOf("no such token").isEmpty());
    }

    @Test
    void encodeNeitherCutsNorPadsWhenTheTextIsLong() {
        int[] ids = tokenizer.encode("word ".repeat(20_000), true).ids();
        assertEquals(20_001, ids.length, 1.0);
        assertEquals("word ".repeat(20_000), tokenizer.decode(ids));
    }

    private static JsonNode golden(String name) throws IOException {
        try (InputStream in = TokenizerGoldenTest.class.getResourceAsStream("/golden/gguf/" + name)) {
            return new ObjectMapper().readTree(in);
        }
    }

    private static int[] ints(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }
}
