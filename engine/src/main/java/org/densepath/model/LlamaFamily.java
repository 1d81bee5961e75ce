package org.densepath.model;

import java.util.Collections;
import org.densepath.model.DecoderSettings.Reach;

/// Llama (2, 3, 3.x) and Mistral, which is a Llama with a sliding window on every layer.
///
/// RMSNorm before attention and before SwiGLU, rotary positions (Llama 3.x: rescaled for longer contexts),
/// grouped key/value heads, no biases. Source: Hugging Face `modeling_llama.py`, `modeling_mistral.py`.
enum LlamaFamily implements ModelFamily {
    LLAMA("llama", false),
    MISTRAL("mistral", true);

    private final String modelType;
    private final boolean windowed;

    LlamaFamily(String modelType, boolean windowed) {
        this.modelType = modelType;
        this.windowed = windowed;
    }

    @Override
    public String modelType() {
        return modelType;
    }

    @Override
    public DecoderSettings read(ConfigReader config) {
        config.requireText("hidden_act", "silu", modelType);
        config.requireWithout("attention_bias", modelType);
        config.requireWithout("mlp_bias", modelType);
        int headDimension = config.headDimension();
        int window = windowed ? config.positive("sliding_window", 0) : 0;
        Reach reach = new Reach(window, RopeReader.read(config, 10_000));
        return ModelFamily.decoder(
                config,
                headDimension,
                false,
                Collections.nCopies(config.positive("num_hidden_layers"), reach),
                FamilyTraits.plain(headDimension));
    }
}
