package org.densepath.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.densepath.BadInputException;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.checkpoint.WeightFile;

/// How a decoder's weights lie in memory: each [Parameter] is one tensor, made of one or more of Hugging Face's
/// weights stacked by rows. Query, key and value projections are one matrix, and so are gate and up: fewer and
/// larger products.
public record WeightLayout(List<Parameter> parameters, boolean tied, int layers) {
    public static final int EMBEDDING = 0;
    public static final int HEAD = 1;
    public static final int FINAL_NORM = 2;
    private static final int FIRST_LAYER = 3;

    /// A layer's places in the kernels' weight list; a place that a family has no use for holds an empty tensor.
    private enum Place {
        INPUT_NORM,
        QKV,
        OUTPUT,
        FEED_FORWARD_NORM,
        GATE_UP,
        DOWN,
        QKV_BIAS,
        QUERY_NORM,
        KEY_NORM,
        AFTER_ATTENTION_NORM,
        AFTER_FEED_FORWARD_NORM
    }

    /// Places of a layer: those above, and behind them those of an adapter, see [AdapterLayout].
    private static final int PER_LAYER = AdapterLayout.DROPOUT_KEYS + 1;

    /// One tensor: a vector (columns 0) or a matrix, the weights whose rows it holds, in order, and its place in
    /// the kernels' weight list.
    public record Parameter(String name, long columns, List<Part> parts, int slot) {
        public long rows() {
            return parts.stream().mapToLong(Part::rows).sum();
        }

        public boolean isMatrix() {
            return columns > 0;
        }

        /// Whether it is one of a layer's projections.
        boolean isLayerMatrix() {
            return isMatrix() && slot >= FIRST_LAYER;
        }

        public long[] shape() {
            return isMatrix() ? new long[] {rows(), columns} : new long[] {rows()};
        }
    }

    /// One of Hugging Face's weights: its name and its number of rows.
    public record Part(String name, long rows) {}

    /// The layout of a model. With a tied head the parameter HEAD is the embedding itself and is not listed.
    public static WeightLayout of(DecoderSettings s) {
        List<Parameter> all = new ArrayList<>();
        int d = s.hiddenSize();
        all.add(matrix("embedding", EMBEDDING, d, new Part("model.embed_tokens.weight", s.vocabularySize())));
        if (!s.tiedHead()) {
            all.add(matrix("head", HEAD, d, new Part("lm_head.weight", s.vocabularySize())));
        }
        all.add(vector("final_norm", FINAL_NORM, new Part("model.norm.weight", d)));
        for (int i = 0; i < s.layers(); i++) {
            new Layer(s, i, all).add();
        }
        return new WeightLayout(List.copyOf(all), s.tiedHead(), s.layers());
    }

    /// The layout of an adapter's weights on a model.
    public static WeightLayout of(DecoderSettings s, AdapterConfig adapter) {
        return AdapterLayout.of(s, adapter);
    }

    private record Layer(DecoderSettings s, int index, List<Parameter> all) {
        void add() {
            int d = s.hiddenSize();
            FamilyTraits traits = s.traits();
            boolean fourNorms = traits.outputNorms();
            add(Place.INPUT_NORM, 0, part("input_layernorm.weight", d));
            add(Place.QKV, d, queriesKeysValues("weight"));
            if (traits.queryKeyValueBias()) {
                add(Place.QKV_BIAS, 0, queriesKeysValues("bias"));
            }
            if (traits.headNorms()) {
                add(Place.QUERY_NORM, 0, part("self_attn.q_norm.weight", s.headDimension()));
                add(Place.KEY_NORM, 0, part("self_attn.k_norm.weight", s.headDimension()));
            }
            add(Place.OUTPUT, s.queryRows(), part("self_attn.o_proj.weight", d));
            if (fourNorms) {
                add(Place.AFTER_ATTENTION_NORM, 0, part("post_attention_layernorm.weight", d));
            }
            String name = fourNorms ? "pre_feedforward_layernorm.weight" : "post_attention_layernorm.weight";
            add(Place.FEED_FORWARD_NORM, 0, part(name, d));
            int f = s.feedForwardSize();
            add(Place.GATE_UP, d, part("mlp.gate_proj.weight", f), part("mlp.up_proj.weight", f));
            add(Place.DOWN, f, part("mlp.down_proj.weight", d));
            if (fourNorms) {
                add(Place.AFTER_FEED_FORWARD_NORM, 0, part("post_feedforward_layernorm.weight", d));
            }
        }

        private void add(Place place, long columns, Part... parts) {
            String name = "layers." + index + "." + place.name().toLowerCase(Locale.ROOT);
            all.add(new Parameter(name, columns, List.of(parts), layerSlot(index) + place.ordinal()));
        }

        private Part[] queriesKeysValues(String kind) {
            return new Part[] {
                part("self_attn.q_proj." + kind, s.queryRows()),
                part("self_attn.k_proj." + kind, s.keyValueRows()),
                part("self_attn.v_proj." + kind, s.keyValueRows())
            };
        }

        private Part part(String name, long rows) {
            return new Part("model.layers." + index + "." + name, rows);
        }
    }

    private static Parameter matrix(String name, int slot, long columns, Part part) {
        return new Parameter(name, columns, List.of(part), slot);
    }

    private static Parameter vector(String name, int slot, Part part) {
        return new Parameter(name, 0, List.of(part), slot);
    }

    /// The place in the kernels' weight list (embedding, head, final norm, then 27 a layer) that parameter `i`
    /// fills.
    int slot(int parameter) {
        return parameters.get(parameter).slot();
    }

    int slots() {
        return layerSlot(layers);
    }

    static int layerSlot(int layer) {
        return FIRST_LAYER + layer * perLayer();
    }

    static boolean isAdapter(int slot) {
        return slot >= FIRST_LAYER && (slot - FIRST_LAYER) % PER_LAYER >= AdapterLayout.NUMBERS;
    }

    static int perLayer() {
        return PER_LAYER;
    }

    /// Throws [BadInputException] when a file lacks one of these weights, or has it in another shape.
    void checkShapes(String name, WeightFile weights) {
        var there = weights.weights();
        for (Parameter parameter : parameters) {
            for (Part part : parameter.parts()) {
                WeightFile.WeightInfo info = there.get(part.name());
                if (info == null) {
                    throw new BadInputException(name + ": the weight '" + part.name()
                            + "' is missing; config.json promises it (" + there.size() + " weights are there).");
                }
                long[] expected =
                        parameter.isMatrix() ? new long[] {part.rows(), parameter.columns()} : new long[] {part.rows()};
                if (!Arrays.equals(expected, info.shape())) {
                    throw new BadInputException(name + ": the weight '" + part.name() + "' has the shape "
                            + Arrays.toString(info.shape()) + ", but config.json asks for "
                            + Arrays.toString(expected) + ".");
                }
            }
        }
    }

    /// How many of the weights are in the layers' matrices.
    public long layerMatrices() {
        return parameters.stream()
                .filter(Parameter::isLayerMatrix)
                .mapToLong(p -> p.rows() * p.columns())
                .sum();
    }

    /// The number of scalar weights.
    public long size() {
        return parameters.stream()
                .mapToLong(p -> p.rows() * Math.max(1, p.columns()))
                .sum();
    }
}
