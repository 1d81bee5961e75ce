package org.densepath.model;

import java.util.List;
import java.util.stream.IntStream;
import org.densepath.model.DecoderSettings.Reach;

/// Qwen 2, 2.5 and 3: a Llama, where Qwen 2 adds biases to queries, keys and values, and Qwen 3 norms each query
/// and key head instead. Windows need `use_sliding_window`; then they are on the layers that `layer_types` says,
/// or from `max_window_layers` on. Source: Hugging Face `modeling_qwen2.py`, `modeling_qwen3.py` and their
/// configurations.
enum QwenFamily implements ModelFamily {
    QWEN2("qwen2"),
    QWEN3("qwen3");

    private static final int USUAL_WINDOW = 4096;
    private static final int USUAL_FIRST_WINDOW = 28;
    private static final int USUAL_HEAD_OF_QWEN3 = 128;

    private final String modelType;

    QwenFamily(String modelType) {
        this.modelType = modelType;
    }

    @Override
    public String modelType() {
        return modelType;
    }

    @Override
    public DecoderSettings read(ConfigReader config) {
        config.requireText("hidden_act", "silu", modelType);
        int headDimension = this == QWEN3 ? config.positive("head_dim", USUAL_HEAD_OF_QWEN3) : config.headDimension();
        FamilyTraits plain = FamilyTraits.plain(headDimension);
        FamilyTraits traits = this == QWEN2 ? plain.withQueryKeyValueBias() : plain.withHeadNorms();
        if (this == QWEN3) {
            config.requireWithout("attention_bias", modelType);
        }
        return ModelFamily.decoder(config, headDimension, false, reaches(config), traits);
    }

    private static List<Reach> reaches(ConfigReader config) {
        int layers = config.positive("num_hidden_layers");
        Rope rope = RopeReader.read(config, 10_000);
        boolean windowed = config.flag("use_sliding_window", false) && !config.isNull("sliding_window");
        int window = windowed ? config.positive("sliding_window", USUAL_WINDOW) : 0;
        int first = config.count("max_window_layers", USUAL_FIRST_WINDOW);
        List<Boolean> slides = config.slidingLayers(layers)
                .orElseGet(() ->
                        IntStream.range(0, layers).mapToObj(i -> i >= first).toList());
        return slides.stream().map(s -> new Reach(s ? window : 0, rope)).toList();
    }
}
