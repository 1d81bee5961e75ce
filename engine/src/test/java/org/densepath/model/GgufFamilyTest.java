package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.GgufBytes;
import org.densepath.checkpoint.GgufModel;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The golden models of each family as llama.cpp's converter writes them (names, order of rows, norms with 1
/// added, keys) score as their Hugging Face folders do.
class GgufFamilyTest {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("model.embed_tokens.", "token_embd."),
            Map.entry("model.norm.", "output_norm."),
            Map.entry("lm_head.", "output."),
            Map.entry("model.layers.", "blk."),
            Map.entry("input_layernorm", "attn_norm"),
            Map.entry("self_attn.q_proj", "attn_q"),
            Map.entry("self_attn.k_proj", "attn_k"),
            Map.entry("self_attn.v_proj", "attn_v"),
            Map.entry("self_attn.o_proj", "attn_output"),
            Map.entry("self_attn.q_norm", "attn_q_norm"),
            Map.entry("self_attn.k_norm", "attn_k_norm"),
            Map.entry("mlp.gate_proj", "ffn_gate"),
            Map.entry("mlp.up_proj", "ffn_up"),
            Map.entry("mlp.down_proj", "ffn_down"));

    private static Torch torch;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    @ParameterizedTest
    @CsvSource({"llama-bf16, llama", "mistral, llama", "qwen2, qwen2", "qwen2-fp16, qwen2", "qwen3, qwen3"})
    void aGgufFileScoresAsTheFolderItWasMadeFrom(String name, String architecture) {
        assertSameScores(name, Golden.path("models/" + name), gguf(name, architecture));
    }

    @Test
    void gemmasNormsScaleAndLinearRopeAreThoseOfItsFolder() {
        // llama.cpp keeps the scores' scale and the pattern of layers in its program
        Path six = Golden.variant(folder, "gemma3", c -> {
            c.put("query_pre_attn_scalar", 24).remove("layer_types");
            c.putObject("rope_scaling").put("rope_type", "linear").put("factor", 8);
        });
        GgufBytes bytes = gguf("gemma3", "gemma3")
                .text("gemma3.rope.scaling.type", "linear")
                .real("gemma3.rope.scaling.factor", 8);
        assertSameScores("gemma3", six, bytes);
    }

    @Test
    void gemmasLayersAndCapAreReadWhereTheFileHasThem() {
        Path own = Golden.variant(
                folder, "gemma3", c -> c.put("query_pre_attn_scalar", 24).put("final_logit_softcapping", 4));
        GgufBytes bytes = gguf("gemma3", "gemma3")
                .real("gemma3.final_logit_softcapping", 4)
                .flags("gemma3.attention.sliding_window_pattern", List.of(true, true, false, true, true, false));
        assertSameScores("gemma3", own, bytes);
        assertEquals(
                2,
                gguf("gemma3", "gemma3")
                        .number("gemma3.attention.sliding_window_pattern", 2)
                        .model()
                        .config()
                        .get("sliding_window_pattern")
                        .asInt());
    }

    private static void assertSameScores(String name, Path original, GgufBytes bytes) {
        try (LanguageModel expected = Golden.model(torch, original);
                GgufModel files = bytes.model();
                LanguageModel actual = LanguageModel.load(torch, files)) {
            // the shift of a norm by 1 rounds its gain
            assertArrayEquals(Golden.scores(expected, name), Golden.scores(actual, name), 1e-4f);
        }
    }

    private static GgufBytes gguf(String name, String architecture) {
        try (ModelFiles files = ModelFiles.open(Golden.path("models/" + name))) {
            ObjectNode config = files.config();
            GgufBytes bytes = keys(new GgufBytes().text("general.architecture", architecture), architecture, config);
            for (String weight : files.weights().weights().keySet()) {
                long[] shape = files.weights().weights().get(weight).shape();
                FloatBuffer buffer = FloatBuffer.allocate(
                        (int) files.weights().weights().get(weight).size());
                files.weights().read(weight, buffer);
                float[] values = buffer.array();
                if (architecture.equals("llama") && (weight.contains("q_proj") || weight.contains("k_proj"))) {
                    String heads = weight.contains("q_proj") ? "num_attention_heads" : "num_key_value_heads";
                    values = interleaved(values, config.get(heads).asInt(), (int) shape[shape.length - 1]);
                }
                if (architecture.equals("gemma3") && weight.endsWith("norm.weight")) {
                    for (int i = 0; i < values.length; i++) {
                        values[i] += 1;
                    }
                }
                bytes.floats(ggufName(weight, architecture), reversed(shape), values);
            }
            return bytes;
        }
    }

    private static GgufBytes keys(GgufBytes bytes, String a, ObjectNode config) {
        int heads = config.get("num_attention_heads").asInt();
        int hidden = config.get("hidden_size").asInt();
        bytes.number(a + ".block_count", config.get("num_hidden_layers").asInt())
                .number(
                        a + ".context_length",
                        config.get("max_position_embeddings").asInt())
                .number(a + ".embedding_length", hidden)
                .number(
                        a + ".feed_forward_length",
                        config.get("intermediate_size").asInt())
                .number(a + ".attention.head_count", heads)
                .number(
                        a + ".attention.head_count_kv",
                        config.get("num_key_value_heads").asInt())
                .number(a + ".attention.key_length", config.path("head_dim").asInt(hidden / heads))
                .real(a + ".attention.layer_norm_rms_epsilon", (float)
                        config.get("rms_norm_eps").asDouble())
                .real(a + ".rope.freq_base", (float) config.get("rope_theta").asDouble());
        boolean windowed = !a.startsWith("qwen") && config.hasNonNull("sliding_window");
        return windowed
                ? bytes.number(
                        a + ".attention.sliding_window",
                        config.get("sliding_window").asInt())
                : bytes;
    }

    private static String ggufName(String weight, String architecture) {
        boolean gemma = architecture.equals("gemma3");
        String name = weight.replace("post_attention_layernorm", gemma ? "post_attention_norm" : "ffn_norm")
                .replace("pre_feedforward_layernorm", "ffn_norm")
                .replace("post_feedforward_layernorm", "post_ffw_norm");
        for (Map.Entry<String, String> entry : NAMES.entrySet()) {
            name = name.replace(entry.getKey(), entry.getValue());
        }
        return name;
    }

    /// The converter's `permute`: row (head, half, i) goes to (head, i, half).
    private static float[] interleaved(float[] values, int heads, int columns) {
        int half = values.length / columns / heads / 2;
        float[] out = new float[values.length];
        for (int r = 0; r < values.length / columns; r++) {
            int to = r / (2 * half) * 2 * half + 2 * (r % half) + r / half % 2;
            System.arraycopy(values, r * columns, out, to * columns, columns);
        }
        return out;
    }

    private static long[] reversed(long[] shape) {
        return shape.length == 1 ? shape : new long[] {shape[1], shape[0]};
    }
}
