package org.densepath.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.densepath.checkpoint.GgufBytes;
import org.densepath.checkpoint.GgufModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small vocabularies in the ways that Gemma's and Qwen's are written, from GGUF and from `tokenizer.json`.
class FamilyTokenizerTest {
    private static final int NORMAL = 1;
    private static final int CONTROL = 3;
    private static final int USER = 4;
    private static final int BYTE = 6;

    /// Gemma's ids of special tokens; runs of blanks and newlines are tokens that are cut out of the text,
    /// written with blanks as llama.cpp's converter does.
    private static final List<String> HEAD =
            List.of("<pad>", "<eos>", "<bos>", "<unk>", "<end_of_turn>", "  ", "   ", "\n\n");

    /// Better pieces first.
    private static final List<String> PIECES = List.of("▁a", "ab", "bc", "▁ab", "▁", "a", "b", "c", "\n");

    private static final String GEMMA_JSON = """
        {"added_tokens": [%s],
         "normalizer": {"type": "Replace", "pattern": {"String": " "}, "content": "▁"},
         "pre_tokenizer": {"type": "Split", "pattern": {"String": " "}, "behavior": "MergedWithPrevious", "invert": false},
         "post_processor": {"type": "TemplateProcessing", "single": [{"SpecialToken": {"id": "<bos>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}], "pair": [],
           "special_tokens": {"<bos>": {"id": "<bos>", "ids": [2], "tokens": ["<bos>"]}}},
         "decoder": {"type": "Sequence", "decoders": [{"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"}, {"type": "Fuse"}]},
         "model": {"type": "BPE", "unk_token": "<unk>", "fuse_unk": true, "byte_fallback": true, "vocab": {%s},
           "merges": [["\\n", "\\n"], ["▁", "▁"], ["▁▁", "▁"], ["▁", "a"], ["a", "b"], ["b", "c"], ["▁a", "b"], ["▁", "ab"]]}}
        """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ab c",
                " ab",
                "abc bc",
                "a  b   c",
                "   a",
                "ab\n\nc\n",
                "aé",
                "😀",
                "ab<end_of_turn>\n",
                "",
                " "
            })
    void gemmaFromGgufReadsTextAsItsTokenizerJson(String text) {
        try (Tokenizer gguf = Tokenizer.of(gemma().model());
                Tokenizer json = Tokenizer.of(gemmaJson())) {
            int[] ids = json.encode(text, true).ids();
            assertArrayEquals(ids, gguf.encode(text, true).ids());
            assertEquals(text, gguf.decode(ids));
            assertEquals(text, json.decode(ids));
            for (int id : ids) {
                assertArrayEquals(json.bytes(id), gguf.bytes(id), "token " + id);
            }
        }
    }

    @Test
    void gemmaAddsNoBlankBeforeTheFirstWordAndFallsBackToBytes() {
        try (Tokenizer tokenizer = Tokenizer.of(gemma().model())) {
            assertArrayEquals(
                    ids("ab", "▁", "bc"), tokenizer.encode("ab bc", true).ids());
            assertArrayEquals(
                    ids("▁ab", "  ", "c"), tokenizer.encode(" ab  c", true).ids());
            assertArrayEquals(
                    ids("<0xC3>", "<0xA9>", "<end_of_turn>"),
                    tokenizer.encode("é<end_of_turn>", true).ids());
            assertEquals(" ab", tokenizer.text(ids("▁ab")[0]));
        }
    }

    @Test
    void gemmaOpensAConversationWithItsBeginToken() {
        GgufModel model = gemma().model();
        assertEquals("<bos>", model.tokenizerConfig().get("bos_token").asText());
        assertEquals("<unk>", model.tokenizerConfig().get("unk_token").asText());
        assertEquals("[1,4]", model.generationConfig().get("eos_token_id").toString());
    }

    @Test
    void qwenCutsContractionsInAnyCaseKeepsNewlinesTogetherAndComposesAccents() {
        List<String> tokens = new ArrayList<>();
        for (int b = 0; b < 256; b++) {
            tokens.add(String.valueOf(letter(b)));
        }
        tokens.addAll(List.of("'L", "'LL", "ĊĊ", "12", "Ã©", "<|im_end|>", "<tool_call>"));
        List<Integer> kinds = new ArrayList<>(tokens.stream().map(t -> NORMAL).toList());
        kinds.set(261, CONTROL);
        kinds.set(262, USER);
        GgufModel model = header("qwen2", tokens, kinds)
                .text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.ggml.pre", "qwen2")
                .texts("tokenizer.ggml.merges", List.of("' L", "'L L", "Ċ Ċ", "1 2", "Ã ©"))
                .model();
        try (Tokenizer tokenizer = Tokenizer.of(model)) {
            assertArrayEquals(
                    new int[] {'I', 257}, tokenizer.encode("I'LL", true).ids());
            assertArrayEquals(
                    new int[] {258, 'x'}, tokenizer.encode("\n\nx", true).ids());
            assertArrayEquals(new int[] {'1', '2'}, tokenizer.encode("12", true).ids());
            assertArrayEquals(new int[] {260}, tokenizer.encode("e\u0301", true).ids());
            assertArrayEquals(
                    new int[] {262, 261},
                    tokenizer.encode("<tool_call><|im_end|>", true).ids());
            assertEquals(10, tokenizer.encode("<|im_end|>", false).length());
        }
    }

    /// GPT-2's stand-in for a byte.
    private static char letter(int b) {
        boolean printable = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
        int hidden = b <= ' ' ? b : b <= 0xA0 ? b - 0x7F + 33 : 67;
        return (char) (printable ? b : 256 + hidden);
    }

    private static List<String> gemmaTokens() {
        List<String> tokens = new ArrayList<>(HEAD);
        for (int b = 0; b < 256; b++) {
            tokens.add("<0x%02X>".formatted(b));
        }
        tokens.addAll(PIECES);
        return tokens;
    }

    private static int[] ids(String... pieces) {
        List<String> tokens = gemmaTokens();
        int[] ids = new int[pieces.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tokens.indexOf(pieces[i]);
        }
        return ids;
    }

    private static GgufBytes gemma() {
        List<String> tokens = gemmaTokens();
        List<Integer> kinds = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        for (int id = 0; id < tokens.size(); id++) {
            kinds.add(id < 5 ? CONTROL : id < HEAD.size() ? USER : id < HEAD.size() + 256 ? BYTE : NORMAL);
            scores.add(id < HEAD.size() ? -1000f : -(float) id);
        }
        return header("gemma3", tokens, kinds)
                .text("tokenizer.ggml.model", "llama")
                .text("tokenizer.ggml.pre", "default")
                .reals("tokenizer.ggml.scores", scores)
                .flag("tokenizer.ggml.add_space_prefix", false)
                .number("tokenizer.ggml.padding_token_id", 0)
                .number("tokenizer.ggml.eos_token_id", 1)
                .number("tokenizer.ggml.bos_token_id", 2)
                .number("tokenizer.ggml.unknown_token_id", 3)
                .number("tokenizer.ggml.eot_token_id", 4);
    }

    private static GgufBytes header(String architecture, List<String> tokens, List<Integer> kinds) {
        return new GgufBytes()
                .text("general.architecture", architecture)
                .number(architecture + ".block_count", 1)
                .number(architecture + ".context_length", 64)
                .number(architecture + ".embedding_length", 1)
                .number(architecture + ".feed_forward_length", 8)
                .number(architecture + ".attention.head_count", 1)
                .floats("token_embd.weight", new long[] {1, tokens.size()}, GgufBytes.ascending(tokens.size()))
                .texts("tokenizer.ggml.tokens", tokens)
                .ints("tokenizer.ggml.token_type", kinds);
    }

    private static String gemmaJson() {
        Map<Integer, String> vocabulary = new TreeMap<>();
        List<String> tokens = gemmaTokens();
        for (int id = 0; id < tokens.size(); id++) {
            boolean blanks = tokens.get(id).isBlank() && tokens.get(id).startsWith(" ");
            vocabulary.put(id, (blanks ? tokens.get(id).replace(' ', '▁') : tokens.get(id)).replace("\n", "\\n"));
        }
        String added = vocabulary.entrySet().stream()
                .limit(HEAD.size())
                .map(e ->
                        "{\"id\": %d, \"content\": \"%s\", \"special\": %b, \"single_word\": false, \"lstrip\": false, \"rstrip\": false, \"normalized\": false}"
                                .formatted(e.getKey(), e.getValue(), e.getKey() < 5))
                .collect(Collectors.joining(", "));
        String vocab = vocabulary.entrySet().stream()
                .map(e -> "\"" + e.getValue() + "\": " + e.getKey())
                .collect(Collectors.joining(", "));
        return GEMMA_JSON.formatted(added, vocab);
    }
}
