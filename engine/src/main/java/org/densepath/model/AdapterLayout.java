package org.densepath.model;

import java.util.ArrayList;
import java.util.List;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.model.WeightLayout.Parameter;
import org.densepath.model.WeightLayout.Part;

/// How a LoRA adapter's weights lie in memory: A [r, in] and B [out, r] for each projection that it targets,
/// under PEFT's names, in places of their own behind a layer's weights.
final class AdapterLayout {
    /// Places of a layer, as `adapter.py` knows them.
    static final int NUMBERS = 11;

    private static final int FIRST = 12;
    static final int DROPOUT_KEYS = 26;

    private AdapterLayout() {}

    private enum Projection {
        Q("self_attn.q_proj"),
        K("self_attn.k_proj"),
        V("self_attn.v_proj"),
        O("self_attn.o_proj"),
        GATE("mlp.gate_proj"),
        UP("mlp.up_proj"),
        DOWN("mlp.down_proj");

        private final String module;

        Projection(String module) {
            this.module = module;
        }

        String target() {
            return module.substring(module.indexOf('.') + 1);
        }

        int inputs(DecoderSettings s) {
            return this == O ? s.queryRows() : this == DOWN ? s.feedForwardSize() : s.hiddenSize();
        }

        int outputs(DecoderSettings s) {
            return switch (this) {
                case Q -> s.queryRows();
                case K, V -> s.keyValueRows();
                case O, DOWN -> s.hiddenSize();
                case GATE, UP -> s.feedForwardSize();
            };
        }
    }

    /// The names of the projections that may have an adapter.
    static List<String> targets() {
        return java.util.Arrays.stream(Projection.values())
                .map(Projection::target)
                .toList();
    }

    static WeightLayout of(DecoderSettings s, AdapterConfig config) {
        List<Parameter> all = new ArrayList<>();
        for (int layer = 0; layer < s.layers(); layer++) {
            int slot = WeightLayout.layerSlot(layer) + FIRST;
            for (Projection p : Projection.values()) {
                if (config.targets(p.target())) {
                    String name = "base_model.model.model.layers." + layer + "." + p.module;
                    Part a = new Part(name + ".lora_A.weight", config.rank());
                    Part b = new Part(name + ".lora_B.weight", p.outputs(s));
                    all.add(new Parameter(a.name(), p.inputs(s), List.of(a), slot + 2 * p.ordinal()));
                    all.add(new Parameter(b.name(), config.rank(), List.of(b), slot + 2 * p.ordinal() + 1));
                }
            }
        }
        return new WeightLayout(List.copyOf(all), false, s.layers());
    }
}
