package org.densepath.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.densepath.BadInputException;

/// The families of decoders that can be loaded, by `model_type`. What a family is stands here: how its
/// `config.json` sets the switches of [DecoderSettings].
public enum ModelFamily {
    LLAMA("llama", false),
    MISTRAL("mistral", true);

    private final String modelType;
    private final boolean windowed;

    ModelFamily(String modelType, boolean windowed) {
        this.modelType = modelType;
        this.windowed = windowed;
    }

    /// Reads a `config.json`. Throws [BadInputException] for an unknown family or a missing or impossible value.
    public static DecoderSettings settings(ObjectNode config) {
        String type = config.path("model_type").asText("");
        for (ModelFamily family : values()) {
            if (family.modelType.equals(type)) {
                return family.read(new ConfigReader(config));
            }
        }
        String known = Arrays.stream(values()).map(f -> f.modelType).collect(Collectors.joining(", "));
        throw new BadInputException("config.json: model_type is " + (type.isEmpty() ? "missing" : "'" + type + "'")
                + "; the families that can be loaded are " + known + ".");
    }

    private DecoderSettings read(ConfigReader config) {
        int heads = config.positive("num_attention_heads");
        int hidden = config.positive("hidden_size");
        int layers = config.positive("num_hidden_layers");
        int keyValueHeads = config.positive("num_key_value_heads", heads);
        int headDimension = config.positive("head_dim", Math.max(1, hidden / heads));
        config.require(heads % keyValueHeads == 0, "num_key_value_heads must divide num_attention_heads");
        config.require(headDimension % 2 == 0, "head_dim must be even");
        config.require(config.text("hidden_act", "silu").equals("silu"), "hidden_act must be silu for a " + modelType);
        config.require(!config.flag("attention_bias", false), "attention_bias is not supported for a " + modelType);
        config.require(!config.flag("mlp_bias", false), "mlp_bias is not supported for a " + modelType);
        int[] windows = new int[layers];
        Arrays.fill(windows, windowed ? config.positive("sliding_window", 0) : 0);
        return new DecoderSettings(
                modelType,
                hidden,
                layers,
                heads,
                keyValueHeads,
                headDimension,
                config.positive("intermediate_size"),
                config.positive("vocab_size"),
                config.number("rms_norm_eps", 1e-6),
                rope(config),
                config.flag("tie_word_embeddings", false),
                config.positive("max_position_embeddings", 2048),
                windows);
    }

    private static Rope rope(ConfigReader config) {
        double theta = config.number("rope_theta", 10000);
        JsonNode scaling = config.object("rope_scaling");
        if (scaling.isMissingNode()) {
            return new Rope(theta, new Rope.Scaling.None());
        }
        ConfigReader s = new ConfigReader(scaling);
        String type = s.text("rope_type", s.text("type", "default"));
        return new Rope(
                theta,
                switch (type) {
                    case "default" -> new Rope.Scaling.None();
                    case "linear" -> new Rope.Scaling.Linear(s.number("factor"));
                    case "llama3" ->
                        new Rope.Scaling.Llama3(
                                s.number("factor"),
                                s.number("low_freq_factor"),
                                s.number("high_freq_factor"),
                                s.number("original_max_position_embeddings"));
                    default ->
                        throw new BadInputException("config.json: rope_scaling of type '" + type
                                + "' is not known; known are default, linear and llama3.");
                });
    }
}
