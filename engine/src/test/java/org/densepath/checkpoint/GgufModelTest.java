package org.densepath.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GgufModelTest {
    @Test
    void configIsTiedWithoutAnOutputTensor() {
        assertTrue(GgufBytes.llama().model().config().get("tie_word_embeddings").asBoolean());
        ObjectNode untied = GgufBytes.llama()
                .floats("output.weight", new long[] {4, 3}, GgufBytes.ascending(12))
                .model()
                .config();
        assertFalse(untied.get("tie_word_embeddings").asBoolean());
    }

    @Test
    void configOfALlamaWithAWindowIsMistral() {
        ObjectNode config = GgufBytes.llama()
                .number("llama.attention.sliding_window", 4096)
                .model()
                .config();
        assertEquals("mistral", config.get("model_type").asText());
        assertEquals(4096, config.get("sliding_window").asInt());
        assertEquals("MistralForCausalLM", config.get("architectures").get(0).asText());
    }

    /// The factors that llama.cpp's converter computes for the published Llama 3.1 8B and Llama 3.2 1B.
    @ParameterizedTest
    @CsvSource({"128, 8, 8192", "64, 32, 8192", "64, 8, 4096"})
    void configFindsLlama3ScalingAgain(int headDimension, double factor, int original) {
        float[] factors = new float[headDimension / 2];
        for (int i = 0; i < factors.length; i++) {
            double wavelength = 2 * Math.PI * Math.pow(500_000, 2.0 * i / headDimension);
            double smooth = (original / wavelength - 1) / (4 - 1);
            factors[i] = (float)
                    (wavelength < original / 4.0
                            ? 1
                            : wavelength > original ? factor : 1 / ((1 - smooth) / factor + smooth));
        }
        ObjectNode scaling = GgufBytes.llama()
                .real("llama.rope.freq_base", 500_000)
                .floats("rope_freqs.weight", new long[] {factors.length}, factors)
                .model()
                .config()
                .withObject("rope_scaling");
        assertEquals(
                "{\"rope_type\":\"llama3\",\"factor\":" + factor + ",\"low_freq_factor\":1.0,"
                        + "\"high_freq_factor\":4.0,\"original_max_position_embeddings\":" + original + "}",
                scaling.toString());
    }

    @Test
    void openRefusesRopeFactorsOfAnotherKind() {
        assertSays(
                GgufBytes.llama().floats("rope_freqs.weight", new long[] {4}, 1, 3, 2, 8),
                "has factors for rotary scaling ('rope_freqs.weight') that are not of Llama 3's kind");
    }

    @Test
    void configOfGemma3HasWhatLlamaCppKeepsInItsProgram() {
        ObjectNode config = new GgufBytes()
                .text("general.architecture", "gemma3")
                .number("gemma3.block_count", 26)
                .number("gemma3.context_length", 32768)
                .number("gemma3.embedding_length", 4)
                .number("gemma3.feed_forward_length", 8)
                .number("gemma3.attention.head_count", 4)
                .number("gemma3.attention.head_count_kv", 1)
                .number("gemma3.attention.key_length", 256)
                .number("gemma3.attention.sliding_window", 512)
                .real("gemma3.rope.freq_base", 1e6f)
                .floats("token_embd.weight", new long[] {4, 3}, GgufBytes.ascending(12))
                .model()
                .config();
        assertEquals("gemma3_text", config.get("model_type").asText());
        assertEquals(256, config.get("query_pre_attn_scalar").asInt());
        assertEquals(256, config.get("head_dim").asInt());
        assertEquals(10_000, config.get("rope_local_base_freq").asInt());
        assertEquals(1e6, config.get("rope_theta").asDouble());
        assertEquals("gelu_pytorch_tanh", config.get("hidden_activation").asText());
    }

    @Test
    void severalEndTokensBecomeAList() {
        ObjectNode config = GgufBytes.llama()
                .number("tokenizer.ggml.eos_token_id", 1)
                .number("tokenizer.ggml.eot_token_id", 2)
                .model()
                .generationConfig();
        assertEquals("{\"eos_token_id\":[1,2]}", config.toString());
    }

    @Test
    void namedChatTemplatesBecomeAList() {
        ObjectNode config = GgufBytes.llama()
                .text("tokenizer.chat_template", "a")
                .texts("tokenizer.chat_templates", List.of("tool_use"))
                .text("tokenizer.chat_template.tool_use", "b")
                .model()
                .tokenizerConfig();
        assertEquals(
                "{\"chat_template\":[{\"name\":\"default\",\"template\":\"a\"},"
                        + "{\"name\":\"tool_use\",\"template\":\"b\"}]}",
                config.toString());
    }

    @Test
    void sentencePieceTokenizerMergesByScoreAndFallsBackToBytes(@TempDir Path folder) throws Exception {
        GgufModel model = sentencePiece().model();
        List<String> tokens = sentencePieceTokens();
        assertEquals("<s>", model.tokenizerConfig().get("bos_token").asText());
        // "ab" has a higher score than "bc", so "abc" is ab+c; ä is two bytes; </s> is cut out of the text
        assertArrayEquals(
                ids(tokens, "▁", "ab", "c", "▁", "bc", "<0xC3>", "<0xA4>", "</s>", "▁a"),
                encode(model, folder, "abc bcä</s>a"));
    }

    @Test
    void sentencePieceTokenizerDecodesToTheText(@TempDir Path folder) throws Exception {
        Path json = Files.writeString(
                folder.resolve("tokenizer.json"),
                sentencePiece().model().tokenizerJson().orElseThrow());
        try (HuggingFaceTokenizer tokenizer = tokenizer(json)) {
            assertEquals(
                    "abc bcä a", tokenizer.decode(tokenizer.encode("abc bcä a").getIds(), false));
        }
    }

    @ParameterizedTest
    @CsvSource({"gpt-2, 12345", "smollm, 1|2|3|4|5", "llama-bpe, 123|45", "qwen2, 1|2|3|4|5", "tekken, 1|2|3|4|5"})
    void byteLevelTokenizersCutDigitsAsTheirModelsDo(String pre, String pieces, @TempDir Path folder) throws Exception {
        List<String> tokens = List.of("1", "2", "3", "4", "5", "12", "123", "45", "12345");
        GgufModel model = withTokens(tokens, 1)
                .text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.ggml.pre", pre)
                .texts("tokenizer.ggml.merges", List.of("1 2", "12 3", "4 5", "123 45"))
                .model();
        assertArrayEquals(ids(tokens, pieces.split("\\|")), encode(model, folder, "12345"));
    }

    @Test
    void tokenizerJsonNamesAPreTokenizerThatIsNotKnown() {
        GgufModel model = withTokens(List.of("a"), 1)
                .text("tokenizer.ggml.model", "gpt2")
                .text("tokenizer.ggml.pre", "martian")
                .model();
        String message =
                assertThrows(BadInputException.class, model::tokenizerJson).getMessage();
        assertTrue(message.contains("cuts text in the way 'martian' ('tokenizer.ggml.pre')"), message);
    }

    @Test
    void openRefusesTokensThatDoNotMatchTheEmbeddings() {
        assertSays(
                GgufBytes.llama().texts("tokenizer.ggml.tokens", List.of("a", "b")),
                "has 2 tokens but embeddings for 3");
    }

    @Test
    void openRefusesTokenTypesOfAnotherNumber() {
        assertSays(
                GgufBytes.llama()
                        .texts("tokenizer.ggml.tokens", List.of("a", "b", "c"))
                        .ints("tokenizer.ggml.token_type", List.of(1, 1)),
                "has 3 tokens but 2 items in 'tokenizer.ggml.token_type'");
    }

    @Test
    void openNamesAMissingKey() {
        assertSays(
                new GgufBytes()
                        .text("general.architecture", "qwen2")
                        .floats("token_embd.weight", new long[] {4, 3}, GgufBytes.ascending(12)),
                "lacks the metadata key 'qwen2.embedding_length', without which the model cannot be built");
    }

    private static void assertSays(GgufBytes bytes, String part) {
        String message = assertThrows(BadInputException.class, bytes::model).getMessage();
        assertTrue(message.contains(part), message);
        assertTrue(message.startsWith("tiny.gguf"), message);
    }

    private static List<String> sentencePieceTokens() {
        List<String> tokens = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        for (int b = 0; b < 256; b++) {
            tokens.add("<0x%02X>".formatted(b));
        }
        tokens.addAll(List.of("ab", "bc", "▁a", "▁", "a", "b", "c"));
        return tokens;
    }

    private static GgufBytes sentencePiece() {
        List<String> tokens = sentencePieceTokens();
        List<Integer> kinds = new ArrayList<>();
        List<Float> scores = new ArrayList<>();
        for (int id = 0; id < tokens.size(); id++) {
            kinds.add(id == 0 ? 2 : id < 3 ? 3 : id < 259 ? 6 : 1);
            scores.add(id < 259 ? 0f : 259f - id);
        }
        return withTokens(tokens, kinds).text("tokenizer.ggml.model", "llama").reals("tokenizer.ggml.scores", scores);
    }

    private static GgufBytes withTokens(List<String> tokens, int kind) {
        return withTokens(tokens, tokens.stream().map(t -> kind).toList());
    }

    private static GgufBytes withTokens(List<String> tokens, List<Integer> kinds) {
        return new GgufBytes()
                .text("general.architecture", "llama")
                .number("llama.block_count", 1)
                .number("llama.context_length", 64)
                .number("llama.embedding_length", 1)
                .number("llama.feed_forward_length", 8)
                .number("llama.attention.head_count", 1)
                .floats("token_embd.weight", new long[] {1, tokens.size()}, GgufBytes.ascending(tokens.size()))
                .texts("tokenizer.ggml.tokens", tokens)
                .ints("tokenizer.ggml.token_type", kinds);
    }

    private static long[] ids(List<String> tokens, String... pieces) {
        long[] ids = new long[pieces.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = tokens.indexOf(pieces[i]);
        }
        return ids;
    }

    private static long[] encode(GgufModel model, Path folder, String text) throws Exception {
        Path json = Files.writeString(
                folder.resolve("tokenizer.json"), model.tokenizerJson().orElseThrow());
        try (HuggingFaceTokenizer tokenizer = tokenizer(json)) {
            return tokenizer.encode(text).getIds();
        }
    }

    private static HuggingFaceTokenizer tokenizer(Path json) throws Exception {
        return HuggingFaceTokenizer.builder()
                .optTokenizerPath(json)
                .optAddSpecialTokens(false)
                .optTruncation(false)
                .optPadding(false)
                .build();
    }
}
