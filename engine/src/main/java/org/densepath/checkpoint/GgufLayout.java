package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import org.densepath.BadInputException;

/// A model's `config.json` told in GGUF's words: its keys, names and order of rows. The reverse of [GgufConfig].
final class GgufLayout {
    /// A key of our own: Llama 3's `rope_scaling` as JSON, of which llama.cpp needs only the factors.
    static final String ROPE_SCALING = "densepath.rope_scaling";

    private final GgufArchitecture architecture;
    private final ObjectNode config;
    private final long hidden;
    private final long heads;
    private final long headDimension;

    private GgufLayout(GgufArchitecture architecture, ObjectNode config) {
        this.architecture = architecture;
        this.config = config;
        hidden = required("hidden_size");
        heads = required("num_attention_heads");
        headDimension = config.path("head_dim").asLong(hidden / heads);
    }

    /// Throws [BadInputException] when llama.cpp keeps in its program what this model has otherwise.
    static GgufLayout of(ObjectNode config) {
        String type = config.path("model_type").asText();
        GgufArchitecture architecture =
                switch (type) {
                    // llama.cpp writes Mistral as llama
                    case "llama", "mistral" -> GgufArchitecture.LLAMA;
                    case "qwen2" -> GgufArchitecture.QWEN2;
                    case "qwen3" -> GgufArchitecture.QWEN3;
                    case "gemma3_text" -> GgufArchitecture.GEMMA3;
                    default ->
                        throw new BadInputException(
                                "GGUF is written of llama, mistral, qwen2, qwen3 and gemma3_text, not of '" + type
                                        + "': export a folder.");
                };
        GgufLayout layout = new GgufLayout(architecture, config);
        layout.requireSayable();
        return layout;
    }

    private void requireSayable() {
        if (config.path("use_sliding_window").asBoolean() && architecture != GgufArchitecture.GEMMA3) {
            throw unsayable("use_sliding_window");
        }
        long layers = required("num_hidden_layers");
        double scalar = layers == 62 ? (double) hidden / heads : headDimension;
        if (architecture == GgufArchitecture.GEMMA3
                && config.path("query_pre_attn_scalar").asDouble(256) != scalar) {
            throw unsayable("query_pre_attn_scalar");
        }
        if (config.has("rope_parameters")) {
            throw unsayable("rope_parameters");
        }
    }

    private static BadInputException unsayable(String key) {
        return new BadInputException("GGUF has no place for this model's '" + key
                + "', so it would compute another thing: export a folder.");
    }

    GgufKeys keys(String name, GgufEncoding encoding) {
        String a = architecture.key() + ".";
        GgufKeys keys = new GgufKeys()
                .text("general.architecture", architecture.key())
                .text("general.type", "model")
                .text("general.name", name)
                .number("general.file_type", encoding.fileType())
                .number("general.quantization_version", 2)
                .number(a + "block_count", required("num_hidden_layers"))
                .number(
                        a + "context_length",
                        config.path("max_position_embeddings").asLong(131_072))
                .number(a + "embedding_length", hidden)
                .number(a + "feed_forward_length", required("intermediate_size"))
                .number(a + "attention.head_count", heads)
                .number(
                        a + "attention.head_count_kv",
                        config.path("num_key_value_heads").asLong(heads))
                .number(a + "attention.key_length", headDimension)
                .number(a + "attention.value_length", headDimension)
                .number(a + "rope.dimension_count", headDimension)
                .number(a + "vocab_size", required("vocab_size"))
                .real(
                        a + "attention.layer_norm_rms_epsilon",
                        config.path("rms_norm_eps").asDouble(1e-6))
                .real(a + "rope.freq_base", theta());
        if (rope("type").equals("linear")) {
            keys.text(a + "rope.scaling.type", "linear")
                    .real(a + "rope.scaling.factor", scaling().path("factor").asDouble());
        }
        if (rope("type").equals("llama3")) {
            // the factors do not tell the settings of short heads
            keys.text(ROPE_SCALING, scaling().toString());
        }
        boolean windowed = architecture == GgufArchitecture.GEMMA3
                || config.path("model_type").asText().equals("mistral");
        if (windowed && config.hasNonNull("sliding_window")) {
            keys.number(
                    a + "attention.sliding_window", config.get("sliding_window").asLong());
        }
        if (architecture == GgufArchitecture.GEMMA3) {
            gemma(keys, a);
        }
        return keys;
    }

    private void gemma(GgufKeys keys, String a) {
        List<Boolean> slides = new ArrayList<>();
        long every = config.path("sliding_window_pattern").asLong(6);
        for (int i = 0; i < required("num_hidden_layers"); i++) {
            JsonNode type = config.path("layer_types").path(i);
            slides.add(type.isTextual() ? type.asText().equals("sliding_attention") : (i + 1) % every != 0);
        }
        keys.flags(a + "attention.sliding_window_pattern", slides)
                .real(
                        a + "rope.freq_base_swa",
                        config.path("rope_local_base_freq").asDouble(10_000));
        if (config.hasNonNull("final_logit_softcapping")) {
            keys.real(
                    a + "final_logit_softcapping",
                    config.get("final_logit_softcapping").asDouble());
        }
    }

    /// What each pair's frequency is divided by with Llama 3's scaling; empty without it.
    float[] ropeFactors() {
        String type = rope("type");
        if (type.equals("default") || type.equals("linear")) {
            return new float[0];
        }
        if (!type.equals("llama3")) {
            throw unsayable("rope_scaling");
        }
        return RopeFactors.ofScaling(scaling(), theta(), (int) headDimension / 2);
    }

    boolean isLeftOut(String weight) {
        boolean tied = config.path("tie_word_embeddings").asBoolean(architecture == GgufArchitecture.GEMMA3);
        return tied && weight.equals("lm_head.weight");
    }

    String name(String weight) {
        return architecture
                .ggufName(weight)
                .orElseThrow(() -> new BadInputException(
                        "GGUF has no name for the weight '" + weight + "' of this family: export a folder."));
    }

    /// The values as llama.cpp wants them: rows (head, half, i) of q and k at (head, i, half), norms plus 1.
    FloatBuffer converted(String weight, long[] shape, FloatBuffer values) {
        String tensor = name(weight);
        float shift = architecture.shift(tensor);
        boolean interleaved = architecture.isInterleaved(tensor);
        if (shift == 0 && !interleaved) {
            return values;
        }
        float[] in = new float[values.remaining()];
        values.get(in);
        float[] out = new float[in.length];
        int rows = (int) shape[0];
        int columns = in.length / rows;
        int dimension = (int) headDimension;
        for (int r = 0; r < rows; r++) {
            int within = r % dimension;
            int half = dimension / 2;
            int to = interleaved ? r - within + 2 * (within % half) + within / half : r;
            for (int c = 0; c < columns; c++) {
                out[to * columns + c] = in[r * columns + c] + shift;
            }
        }
        return FloatBuffer.wrap(out);
    }

    private JsonNode scaling() {
        return config.path("rope_scaling");
    }

    private String rope(String key) {
        return scaling().path("rope_" + key).asText(scaling().path(key).asText("default"));
    }

    private double theta() {
        return config.path("rope_theta").asDouble(architecture == GgufArchitecture.GEMMA3 ? 1_000_000 : 10_000);
    }

    private long required(String key) {
        if (!config.path(key).canConvertToLong()) {
            throw new BadInputException("config.json lacks '" + key + "'; add it from the model's publisher.");
        }
        return config.get(key).asLong();
    }
}
