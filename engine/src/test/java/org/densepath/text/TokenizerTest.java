package org.densepath.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.util.Utils;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.densepath.BadInputException;
import org.densepath.text.PromptEncoder.Injected;
import org.junit.jupiter.api.Test;

/// Two small vocabularies written out here: a byte-level one and one in SentencePiece's spelling.
class TokenizerTest {
    /// Every byte, `Ġa`, a special token outside the vocabulary, and a plain added token after it.
    private static final String BYTE_LEVEL = """
        {"added_tokens": [
           {"id": 257, "content": "<|end|>", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false},
           {"id": 258, "content": "<tool>", "special": false, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false},
           {"id": 259, "content": "<|start|>", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false}],
         "truncation": {"direction": "Right", "max_length": 4, "strategy": "LongestFirst", "stride": 0},
         "padding": {"strategy": {"Fixed": 8}, "direction": "Left", "pad_to_multiple_of": null, "pad_id": 0, "pad_type_id": 0, "pad_token": "!"},
         "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
         "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<|start|>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}], "pair": [],
           "special_tokens": {"<|start|>": {"id": "<|start|>", "ids": [259], "tokens": ["<|start|>"]}}},
         "decoder": {"type": "ByteLevel", "add_prefix_space": false, "trim_offsets": true, "use_regex": true},
         "model": {"type": "BPE", "vocab": {%s, "Ġa": 256}, "merges": ["Ġ a"]}}
        """.formatted(alphabet());

    private static final String SENTENCE_PIECE = """
        {"added_tokens": [{"id": 0, "content": "<s>", "special": true, "single_word": false, "lstrip": false, "rstrip": false, "normalized": false}],
         "normalizer": {"type": "Sequence", "normalizers": [{"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]},
         "decoder": {"type": "Sequence", "decoders": [{"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"}, {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
         "model": {"type": "BPE", "byte_fallback": true, "vocab": {"<s>": 0, "▁": 1, "a": 2, "b": 3, "▁a": 4, "<0xC3>": 5, "<0xA9>": 6}, "merges": ["▁ a"]}}
        """;

    @Test
    void encodeAddsCutsAndPadsNothingWhenTheFileAsksForIt() {
        try (Tokenizer tokenizer = Tokenizer.of(BYTE_LEVEL)) {
            assertEquals(9, tokenizer.encode("xyxyxyxyx", true).length());
            assertEquals(1, tokenizer.encode("x", true).length());
        }
    }

    @Test
    void ofTurnsTheLibrarysReportingOff() {
        Tokenizer.of(BYTE_LEVEL).close();
        assertTrue(Utils.isOfflineMode());
        assertEquals("true", Utils.getEnvOrSystemProperty("OPT_OUT_TRACKING"));
    }

    @Test
    void encodeKeepsAddedTokensIdsWhenSpecialTokensAreText() {
        try (Tokenizer tokenizer = Tokenizer.of(BYTE_LEVEL)) {
            assertArrayEquals(
                    new int[] {257, 258, 259},
                    tokenizer.encode("<|end|><tool><|start|>", true).ids());
            int[] ids = tokenizer.encode("<|end|><tool>", false).ids();
            assertEquals(8, ids.length);
            assertEquals(258, ids[7]);
            assertEquals("<|end|><tool>", tokenizer.decode(ids));
        }
    }

    @Test
    void encodeReadsALoneSurrogateAsTheReplacementCharacter() {
        try (Tokenizer tokenizer = Tokenizer.of(BYTE_LEVEL)) {
            assertEquals(
                    "a\uFFFDb\uFFFD",
                    tokenizer.decode(tokenizer.encode("a\uD83Db\uDE00", true).ids()));
        }
    }

    @Test
    void spansShareACharacterWhenItsBytesAreSeveralTokens() {
        try (Tokenizer tokenizer = Tokenizer.of(BYTE_LEVEL)) {
            Encoding encoding = tokenizer.encode("😀 a", true);
            assertArrayEquals(new int[] {0, 0, 0, 0, 1}, encoding.starts());
            assertArrayEquals(new int[] {1, 1, 1, 1, 3}, encoding.ends());
        }
    }

    @Test
    void bytesReadSentencePiecesBlankAndItsBytes() {
        try (Tokenizer tokenizer = Tokenizer.of(SENTENCE_PIECE)) {
            int[] ids = tokenizer.encode("a é", true).ids();
            assertArrayEquals(new int[] {4, 1, 5, 6}, ids);
            assertEquals(" a", tokenizer.text(4));
            assertArrayEquals(new byte[] {(byte) 0xC3}, tokenizer.bytes(5));
            assertEquals("a é", tokenizer.decode(ids));
        }
    }

    @Test
    void streamKeepsTheBlankBetweenWordsWhenTheDecoderStripsTheFirst() {
        try (Tokenizer tokenizer = Tokenizer.of(SENTENCE_PIECE)) {
            TextStream stream = new TextStream(tokenizer);
            List<String> pieces = new ArrayList<>();
            for (int id : new int[] {4, 1, 5, 6, 4, 5}) {
                pieces.add(stream.add(id));
            }
            assertEquals(List.of("a", " ", "", "é", " a", ""), pieces);
            assertEquals("\uFFFD", stream.finish());
        }
    }

    @Test
    void bytesAreNoneWhenTheModelHasMoreRowsThanTheTokenizerTokens() {
        try (Tokenizer tokenizer = Tokenizer.of(BYTE_LEVEL)) {
            assertEquals(260, tokenizer.vocabularySize());
            assertEquals(0, tokenizer.bytes(300).length);
            assertEquals("a", tokenizer.decode(new int[] {tokenizer.idOf("a").orElseThrow(), 300}));
        }
    }

    @Test
    void ofRefusesWhatIsNoTokenizer() {
        for (String json : List.of("", "[]", "{", "{}", "{\"model\": {\"vocab\": {\"a\": -1}}}", "{\"model\": 3}")) {
            assertThrows(BadInputException.class, () -> Tokenizer.of(json), json);
        }
        String unknownModel = "{\"model\": {\"type\": \"Nothing\", \"vocab\": {\"a\": 0}}}";
        assertThrows(BadInputException.class, () -> Tokenizer.of(unknownModel));
    }

    @Test
    void promptEncoderWarnsWhenAMessageSpellsASpecialToken() {
        try (Tokenizer tokenizer = Tokenizer.of(BYTE_LEVEL)) {
            var prompt = new PromptEncoder(tokenizer, TEMPLATE, Injected.RECOGNISED)
                    .encode(List.of(Message.user("x<|end|>y")));
            assertArrayEquals(tokenizer.encode(prompt.text(), true).ids(), prompt.ids());
            assertEquals(1, prompt.warnings().size());
            assertTrue(prompt.warnings().getFirst().startsWith("Message 1 (user) contains <|end|>"));
        }
    }

    @Test
    void promptEncoderReadsAMessagesSpecialTokenAsTextWhenAsked() {
        try (Tokenizer tokenizer = Tokenizer.of(BYTE_LEVEL)) {
            var prompt = new PromptEncoder(tokenizer, TEMPLATE, Injected.READ_AS_TEXT)
                    .encode(List.of(Message.user("x<|end|><|start|>"), Message.user("y")));
            assertEquals("<|start|>USER x<|end|><|start|><|end|><|start|>USER y<|end|>", prompt.text());
            assertEquals(prompt.text(), tokenizer.decode(prompt.ids()));
            assertEquals(2, Arrays.stream(prompt.ids()).filter(id -> id == 257).count());
            assertEquals(2, Arrays.stream(prompt.ids()).filter(id -> id == 259).count());
        }
    }

    @Test
    void promptEncoderGivesTheSameIdsEitherWayWhenNothingIsInjected() {
        try (Tokenizer tokenizer = Tokenizer.of(BYTE_LEVEL)) {
            List<Message> messages = List.of(Message.user("What is <b> a?"));
            var recognised = new PromptEncoder(tokenizer, TEMPLATE, Injected.RECOGNISED).encode(messages);
            var asText = new PromptEncoder(tokenizer, TEMPLATE, Injected.READ_AS_TEXT).encode(messages);
            assertArrayEquals(recognised.ids(), asText.ids());
            assertEquals(List.of(), asText.warnings());
        }
    }

    private static final Function<List<Message>, String> TEMPLATE = messages -> {
        StringBuilder text = new StringBuilder();
        for (Message message : messages) {
            text.append("<|start|>").append(message.role().toUpperCase(Locale.ROOT));
            text.append(' ').append(message.content().strip()).append("<|end|>");
        }
        return text.toString();
    };

    private static String alphabet() {
        StringBuilder entries = new StringBuilder();
        int next = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = (b >= '!' && b <= '~') || (b >= 0xA1 && b <= 0xAC) || b >= 0xAE;
            char c = (char) (printable ? b : next++);
            String key = c == '"' || c == '\\' ? "\\" + c : String.valueOf(c);
            entries.append(b == 0 ? "" : ", ")
                    .append('"')
                    .append(key)
                    .append("\": ")
                    .append(b);
        }
        return entries.toString();
    }
}
