package org.densepath.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import org.densepath.BadInputException;
import org.densepath.model.DecoderSettings.Reach;

/// A family of decoders that can be loaded: how its `config.json` sets [DecoderSettings]. What a family is stands
/// in its own file.
public sealed interface ModelFamily permits LlamaFamily, QwenFamily, GemmaFamily {
    List<ModelFamily> KNOWN =
            List.of(LlamaFamily.LLAMA, LlamaFamily.MISTRAL, QwenFamily.QWEN2, QwenFamily.QWEN3, new GemmaFamily());

    /// Its `model_type`.
    String modelType();

    /// Throws [BadInputException] for a missing or impossible value.
    DecoderSettings read(ConfigReader config);

    /// What the file asks for and is not done, a sentence each.
    default List<String> leftOut(ConfigReader config) {
        return List.of();
    }

    /// Reads a `config.json`. Throws [BadInputException] for an unknown family, naming those known, and for a
    /// missing or impossible value.
    static DecoderSettings settings(ObjectNode config) {
        return of(config).read(new ConfigReader(config));
    }

    /// What a model's `config.json` asks for and is not done, a sentence each.
    static List<String> leftOut(ObjectNode config) {
        return of(config).leftOut(new ConfigReader(config));
    }

    private static ModelFamily of(ObjectNode config) {
        String type = config.path("model_type").asText("");
        return KNOWN.stream()
                .filter(family -> family.modelType().equals(type))
                .findFirst()
                .orElseThrow(() -> new BadInputException("config.json: model_type is "
                        + (type.isEmpty() ? "missing" : "'" + type + "'") + "; the families that can be loaded are "
                        + KNOWN.stream().map(ModelFamily::modelType).collect(Collectors.joining(", ")) + "."));
    }

    /// The keys that all families spell alike. `headDimension` and `tiedHead`: where the file does not say.
    static DecoderSettings decoder(
            ConfigReader config, int headDimension, boolean tiedHead, List<Reach> reaches, FamilyTraits traits) {
        int heads = config.positive("num_attention_heads");
        int keyValueHeads = config.positive("num_key_value_heads", heads);
        config.require(heads % keyValueHeads == 0, "num_key_value_heads must divide num_attention_heads");
        config.require(headDimension % 2 == 0, "head_dim must be even");
        return new DecoderSettings(
                config.text("model_type", ""),
                config.positive("hidden_size"),
                config.positive("num_hidden_layers"),
                heads,
                keyValueHeads,
                headDimension,
                config.positive("intermediate_size"),
                config.positive("vocab_size"),
                config.number("rms_norm_eps", 1e-6),
                config.flag("tie_word_embeddings", tiedHead),
                config.positive("max_position_embeddings", 2048),
                reaches,
                traits);
    }
}
