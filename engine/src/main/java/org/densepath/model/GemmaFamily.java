package org.densepath.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.densepath.model.DecoderSettings.Reach;

/// The text part of Gemma 3 (arXiv 2503.19786). Local layers look back by a sliding window and rotate by
/// `rope_local_base_freq`, unscaled; every sixth layer (`layer_types`, `sliding_window_pattern`) is global and
/// rotates by `rope_theta` with `rope_scaling`. Each query and key head is normed before it is rotated; two more
/// norms a layer stand after attention and after the feed-forward part; gains are stored less 1. Embeddings are
/// multiplied by √d, scores by `query_pre_attn_scalar`^−½; the gate is tanh-GELU; the head is the embedding.
/// `final_logit_softcapping` caps the logits.
///
/// Source: Hugging Face `modeling_gemma3.py` (4.57). Its configuration has a key `attn_logit_softcapping` that
/// the model does not read: a model that was trained there was trained without, and so it is computed here.
final class GemmaFamily implements ModelFamily {
    /// What published `text_config`s leave out, from `Gemma3TextConfig`.
    private static final Map<String, Number> USUAL = Map.of(
            "num_attention_heads", 8,
            "num_key_value_heads", 4,
            "head_dim", 256,
            "query_pre_attn_scalar", 256,
            "vocab_size", 262_208,
            "max_position_embeddings", 131_072,
            "sliding_window", 4096);

    private static final String ATTENTION_CAP = "attn_logit_softcapping";
    private static final double GLOBAL_THETA = 1e6;
    private static final double LOCAL_THETA = 1e4;
    private static final int USUAL_PATTERN = 6;

    @Override
    public String modelType() {
        return "gemma3_text";
    }

    @Override
    public DecoderSettings read(ConfigReader given) {
        ConfigReader config = given.otherwise(USUAL);
        config.requireText("hidden_activation", "gelu_pytorch_tanh", modelType());
        config.requireWithout("attention_bias", modelType());
        config.requireWithout("use_bidirectional_attention", modelType());
        int hidden = config.positive("hidden_size");
        FamilyTraits traits = new FamilyTraits(
                false,
                true,
                true,
                true,
                1,
                Math.sqrt(hidden),
                1 / Math.sqrt(config.positiveNumber("query_pre_attn_scalar")),
                config.isNull("final_logit_softcapping") ? 0 : config.positiveNumber("final_logit_softcapping"));
        return ModelFamily.decoder(config, config.positive("head_dim"), true, reaches(config), traits);
    }

    @Override
    public List<String> leftOut(ConfigReader config) {
        return config.isNull(ATTENTION_CAP)
                ? List.of()
                : List.of("config.json sets " + ATTENTION_CAP + ", which is left out, as Transformers leaves it out"
                        + " of Gemma 3.");
    }

    private static List<Reach> reaches(ConfigReader config) {
        int layers = config.positive("num_hidden_layers");
        int window = config.positive("sliding_window");
        Rope named = RopeReader.read(config, "full_attention", GLOBAL_THETA);
        Rope namedLocal = RopeReader.read(config, "sliding_attention", LOCAL_THETA);
        Rope global = named != null ? named : RopeReader.read(config, GLOBAL_THETA);
        Rope local = namedLocal != null
                ? namedLocal
                : new Rope(config.number("rope_local_base_freq", LOCAL_THETA), new Rope.Scaling.None());
        int pattern =
                config.positive("sliding_window_pattern", config.positive("_sliding_window_pattern", USUAL_PATTERN));
        List<Boolean> slides = config.slidingLayers(layers).orElseGet(() -> IntStream.range(0, layers)
                .mapToObj(i -> (i + 1) % pattern != 0)
                .toList());
        List<Reach> reaches = new ArrayList<>();
        slides.forEach(s -> reaches.add(s ? new Reach(window, local) : new Reach(0, global)));
        return reaches;
    }
}
