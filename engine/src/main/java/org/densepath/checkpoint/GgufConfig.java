package org.densepath.checkpoint;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.densepath.BadInputException;

/// `config.json` and `generation_config.json` as Hugging Face would have them, made from GGUF metadata.
final class GgufConfig {
    private final String file;
    private final GgufFile weights;
    private final GgufMetadata metadata;
    private final GgufArchitecture architecture;

    GgufConfig(String file, GgufFile weights) {
        this.file = file;
        this.weights = weights;
        metadata = weights.metadata();
        architecture = weights.architecture();
    }

    /// Throws [BadInputException] when a key is missing without which the model cannot be built, or keys and
    /// weights contradict each other.
    ObjectNode config() {
        long hidden = required("embedding_length");
        long heads = required("attention.head_count");
        String modelType = modelType();
        ObjectNode config = JsonFile.JSON.createObjectNode();
        CausalModel.className(modelType).ifPresent(config.putArray("architectures")::add);
        config.put("model_type", modelType);
        config.put("vocab_size", vocabulary(hidden));
        config.put("hidden_size", hidden);
        config.put("intermediate_size", required("feed_forward_length"));
        config.put("num_hidden_layers", required("block_count"));
        config.put("num_attention_heads", heads);
        config.put(
                "num_key_value_heads",
                metadata.count(key("attention.head_count_kv")).orElse(heads));
        config.put("head_dim", headDimension(hidden, heads));
        config.put("hidden_act", "silu");
        config.put("max_position_embeddings", required("context_length"));
        // the float32 of the file, not its short decimal: it is what the model was run with
        config.put(
                "rms_norm_eps",
                metadata.number(key("attention.layer_norm_rms_epsilon")).orElse(1e-6));
        double theta = architecture == GgufArchitecture.GEMMA3 ? 1_000_000 : 10_000;
        config.put("rope_theta", metadata.number(key("rope.freq_base")).orElse(theta));
        ropeScaling(config.get("rope_theta").asDouble()).ifPresent(s -> config.set("rope_scaling", s));
        config.put("tie_word_embeddings", !weights.weights().containsKey("lm_head.weight"));
        config.put("attention_bias", weights.weights().containsKey("model.layers.0.self_attn.q_proj.bias"));
        switch (modelType) {
            case "llama" -> config.put("mlp_bias", weights.weights().containsKey("model.layers.0.mlp.up_proj.bias"));
            case "mistral" ->
                metadata.count(key("attention.sliding_window")).ifPresent(w -> config.put("sliding_window", w));
            case "gemma3_text" -> gemma(config, hidden, heads);
            default -> config.put("use_sliding_window", false);
        }
        tokenIds(config);
        config.put("dtype", "float32");
        return config;
    }

    ObjectNode generationConfig() {
        ObjectNode config = JsonFile.JSON.createObjectNode();
        tokenIds(config);
        return config;
    }

    /// llama.cpp writes Mistral as `llama`; only the window tells them apart, and only it changes what is
    /// computed.
    private String modelType() {
        return switch (architecture) {
            case LLAMA -> metadata.has(key("attention.sliding_window")) ? "mistral" : "llama";
            case MISTRAL -> "mistral";
            case QWEN2 -> "qwen2";
            case QWEN3 -> "qwen3";
            case GEMMA3 -> "gemma3_text";
        };
    }

    private long vocabulary(long hidden) {
        WeightFile.WeightInfo embedding = weights.weights().get("model.embed_tokens.weight");
        if (embedding == null) {
            throw new BadInputException(file + " lacks the tensor 'token_embd.weight'.");
        }
        long[] shape = embedding.shape();
        if (shape.length != 2 || shape[1] != hidden) {
            throw new BadInputException(file + " has token embeddings of " + shape[shape.length - 1]
                    + " values, but says 'embedding_length' " + hidden + ": it is damaged; get it again.");
        }
        metadata.list("tokenizer.ggml.tokens").ifPresent(tokens -> {
            if (tokens.size() != shape[0]) {
                throw new BadInputException(file + " has " + tokens.size() + " tokens but embeddings for " + shape[0]
                        + ": it is damaged; get it again.");
            }
        });
        return shape[0];
    }

    private long headDimension(long hidden, long heads) {
        if (heads < 1) {
            throw new BadInputException(file + " says it has " + heads + " attention heads.");
        }
        return metadata.count(key("attention.key_length")).orElse(hidden / heads);
    }

    private Optional<ObjectNode> ropeScaling(double theta) {
        Optional<String> exact = metadata.text(GgufLayout.ROPE_SCALING);
        if (exact.isPresent()) {
            return Optional.of(JsonFile.parseObject(file + " under '" + GgufLayout.ROPE_SCALING + "'", exact.get()));
        }
        float[] factors = weights.ropeFactors();
        for (float factor : factors) {
            if (factor != 1) {
                return Optional.of(RopeFactors.toScaling(file, factors, theta));
            }
        }
        Optional<String> type = metadata.text(key("rope.scaling.type")).filter(t -> !t.equals("none"));
        return type.map(t -> {
            ObjectNode scaling = JsonFile.JSON.createObjectNode();
            scaling.put("rope_type", t);
            metadata.number(key("rope.scaling.factor")).ifPresent(f -> scaling.put("factor", f));
            metadata.count(key("rope.scaling.original_context_length"))
                    .ifPresent(n -> scaling.put("original_max_position_embeddings", n));
            return scaling;
        });
    }

    /// What llama.cpp keeps in its program and not in the file: the scores' scale (27B alone divides by
    /// hidden/heads), the local layers' base and their pattern.
    private void gemma(ObjectNode config, long hidden, long heads) {
        config.remove("hidden_act");
        config.put("hidden_activation", "gelu_pytorch_tanh");
        boolean is27b = config.get("num_hidden_layers").asLong() == 62;
        config.put(
                "query_pre_attn_scalar",
                is27b ? hidden / heads : config.get("head_dim").asLong());
        config.put(
                "sliding_window",
                metadata.count(key("attention.sliding_window")).orElse(512));
        layerTypes(config);
        metadata.number(key("final_logit_softcapping")).ifPresent(c -> config.put("final_logit_softcapping", c));
        config.put(
                "rope_local_base_freq",
                metadata.number(key("rope.freq_base_swa")).orElse(10_000));
    }

    /// Newer files say which layers look back by a window: a flag for each, or a number n where every n-th does
    /// not.
    private void layerTypes(ObjectNode config) {
        String pattern = key("attention.sliding_window_pattern");
        if (!metadata.isList(pattern)) {
            config.put("sliding_window_pattern", metadata.count(pattern).orElse(6));
            return;
        }
        ArrayNode types = config.putArray("layer_types");
        for (Object slide : metadata.list(pattern).orElseThrow().values()) {
            types.add(Boolean.TRUE.equals(slide) ? "sliding_attention" : "full_attention");
        }
    }

    private void tokenIds(ObjectNode config) {
        metadata.count("tokenizer.ggml.bos_token_id").ifPresent(id -> config.put("bos_token_id", id));
        metadata.count("tokenizer.ggml.padding_token_id").ifPresent(id -> config.put("pad_token_id", id));
        long[] ends = Stream.of("eos", "eot", "eom")
                .map(kind -> metadata.count("tokenizer.ggml." + kind + "_token_id"))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .distinct()
                .toArray();
        if (ends.length == 1) {
            config.put("eos_token_id", ends[0]);
        } else if (ends.length > 1) {
            ArrayNode list = config.putArray("eos_token_id");
            for (long end : ends) {
                list.add(end);
            }
        }
    }

    private long required(String key) {
        return metadata.requiredCount(key(key));
    }

    private String key(String key) {
        return architecture.key() + "." + key;
    }
}
