package org.densepath.checkpoint;

import java.util.Map;
import java.util.Optional;

/// The classes of `transformers` that `config.json` names under `architectures`.
final class CausalModel {
    private static final Map<String, String> CLASSES = Map.of(
            "llama", "LlamaForCausalLM",
            "mistral", "MistralForCausalLM",
            "qwen2", "Qwen2ForCausalLM",
            "qwen3", "Qwen3ForCausalLM",
            "gemma3_text", "Gemma3ForCausalLM");

    private CausalModel() {}

    /// By `model_type`; empty for a family that is not known here.
    static Optional<String> className(String modelType) {
        return Optional.ofNullable(CLASSES.get(modelType));
    }
}
