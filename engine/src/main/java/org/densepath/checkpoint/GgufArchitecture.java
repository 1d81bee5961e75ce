package org.densepath.checkpoint;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// The model families that are read from GGUF, and what llama.cpp's converter changed in them: names, the order
/// of q and k rows, norms stored as 1 + w.
///
/// Source: llama.cpp `convert_hf_to_gguf.py` and `gguf-py/gguf/tensor_mapping.py`.
enum GgufArchitecture {
    /// Also Mistral, which llama.cpp writes as `llama`. Rows of q and k are interleaved for a rotation of
    /// neighbours.
    LLAMA("llama", true, 0),
    MISTRAL("mistral", true, 0),
    QWEN2("qwen2", false, 0),
    QWEN3("qwen3", false, 0),
    /// Norms are stored as 1 + w.
    GEMMA3("gemma3", false, 1);

    private static final Pattern BLOCK = Pattern.compile("blk\\.(\\d{1,4})\\.([a-z_]+)\\.(weight|bias)");

    private static final Pattern LAYER = Pattern.compile("model\\.layers\\.(\\d{1,4})\\.[a-z_.]+\\.(weight|bias)");

    private static final Map<String, String> OUTSIDE = Map.of(
            "token_embd.weight", "model.embed_tokens.weight",
            "output_norm.weight", "model.norm.weight",
            "output.weight", "lm_head.weight");

    private static final Map<String, String> INSIDE = Map.ofEntries(
            Map.entry("attn_norm", "input_layernorm"),
            Map.entry("attn_q", "self_attn.q_proj"),
            Map.entry("attn_k", "self_attn.k_proj"),
            Map.entry("attn_v", "self_attn.v_proj"),
            Map.entry("attn_output", "self_attn.o_proj"),
            Map.entry("attn_q_norm", "self_attn.q_norm"),
            Map.entry("attn_k_norm", "self_attn.k_norm"),
            Map.entry("ffn_norm", "post_attention_layernorm"),
            Map.entry("ffn_gate", "mlp.gate_proj"),
            Map.entry("ffn_up", "mlp.up_proj"),
            Map.entry("ffn_down", "mlp.down_proj"));

    /// Gemma 3 has four norms a layer, and so other names for them.
    private static final Map<String, String> GEMMA_NORMS = Map.of(
            "post_attention_norm", "post_attention_layernorm",
            "ffn_norm", "pre_feedforward_layernorm",
            "post_ffw_norm", "post_feedforward_layernorm");

    private final String key;
    private final boolean interleaved;
    private final float normShift;

    GgufArchitecture(String key, boolean interleaved, float normShift) {
        this.key = key;
        this.interleaved = interleaved;
        this.normShift = normShift;
    }

    /// By `general.architecture`. Throws [BadInputException] when it is missing or of a family that is not read.
    static GgufArchitecture of(String file, GgufMetadata metadata) {
        String name = metadata.text("general.architecture")
                .orElseThrow(() -> new BadInputException(file + " lacks the metadata key 'general.architecture'."));
        for (GgufArchitecture architecture : values()) {
            if (architecture.key.equals(name)) {
                return architecture;
            }
        }
        throw new BadInputException(file + " holds a model of the architecture '" + name
                + "'; from GGUF llama, mistral, qwen2, qwen3 and gemma3 are read.");
    }

    /// The first part of the model's own metadata keys: `llama` in `llama.block_count`.
    String key() {
        return key;
    }

    /// Hugging Face's name, or empty where a model of this family has no such weight.
    Optional<String> huggingFaceName(String tensor) {
        String outside = OUTSIDE.get(tensor);
        if (outside != null) {
            return Optional.of(outside);
        }
        Matcher block = BLOCK.matcher(tensor);
        if (!block.matches()) {
            return Optional.empty();
        }
        String part = this == GEMMA3
                ? GEMMA_NORMS.getOrDefault(block.group(2), INSIDE.get(block.group(2)))
                : INSIDE.get(block.group(2));
        return Optional.ofNullable(part)
                .map(p -> "model.layers." + Integer.parseInt(block.group(1)) + "." + p + "." + block.group(3));
    }

    /// GGUF's name of a weight, or empty where a model of this family has no such weight.
    Optional<String> ggufName(String weight) {
        for (Map.Entry<String, String> outside : OUTSIDE.entrySet()) {
            if (outside.getValue().equals(weight)) {
                return Optional.of(outside.getKey());
            }
        }
        Matcher layer = LAYER.matcher(weight);
        if (!layer.matches()) {
            return Optional.empty();
        }
        return Stream.concat(GEMMA_NORMS.keySet().stream(), INSIDE.keySet().stream())
                .map(part -> "blk." + layer.group(1) + "." + part + "." + layer.group(2))
                .filter(tensor -> huggingFaceName(tensor).equals(Optional.of(weight)))
                .findFirst();
    }

    /// Whether the tensor's rows are interleaved in pairs within each head.
    boolean isInterleaved(String tensor) {
        return interleaved && (tensor.contains(".attn_q.") || tensor.contains(".attn_k."));
    }

    /// What was added to the tensor when it was converted, to be taken off again.
    float shift(String tensor) {
        return tensor.endsWith("norm.weight") ? normShift : 0;
    }
}
