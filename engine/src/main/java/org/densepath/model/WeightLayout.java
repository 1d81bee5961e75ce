package org.densepath.model;

import java.util.ArrayList;
import java.util.List;

/// How a decoder's weights lie in memory: each [Parameter] is one tensor, made of one or more of Hugging Face's
/// weights stacked by rows. Query, key and value projections are one matrix, and so are gate and up: fewer and
/// larger products.
public record WeightLayout(List<Parameter> parameters, boolean tied) {
    public static final int EMBEDDING = 0;
    public static final int HEAD = 1;
    public static final int FINAL_NORM = 2;
    private static final int FIRST_LAYER = 3;
    private static final int PER_LAYER = 6;

    /// One tensor: a vector (columns 0) or a matrix, and the weights whose rows it holds, in order.
    public record Parameter(String name, long columns, List<Part> parts) {
        public long rows() {
            return parts.stream().mapToLong(Part::rows).sum();
        }

        public boolean isMatrix() {
            return columns > 0;
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
        all.add(matrix("embedding", d, new Part("model.embed_tokens.weight", s.vocabularySize())));
        if (!s.tiedHead()) {
            all.add(matrix("head", d, new Part("lm_head.weight", s.vocabularySize())));
        }
        all.add(vector("final_norm", "model.norm.weight", d));
        for (int i = 0; i < s.layers(); i++) {
            String hf = "model.layers." + i + ".";
            String own = "layers." + i + ".";
            String attention = hf + "self_attn.";
            all.add(vector(own + "input_norm", hf + "input_layernorm.weight", d));
            all.add(matrix(
                    own + "qkv",
                    d,
                    new Part(attention + "q_proj.weight", s.queryRows()),
                    new Part(attention + "k_proj.weight", s.keyValueRows()),
                    new Part(attention + "v_proj.weight", s.keyValueRows())));
            all.add(matrix(own + "output", s.queryRows(), new Part(attention + "o_proj.weight", d)));
            all.add(vector(own + "post_attention_norm", hf + "post_attention_layernorm.weight", d));
            all.add(matrix(
                    own + "gate_up",
                    d,
                    new Part(hf + "mlp.gate_proj.weight", s.feedForwardSize()),
                    new Part(hf + "mlp.up_proj.weight", s.feedForwardSize())));
            all.add(matrix(own + "down", s.feedForwardSize(), new Part(hf + "mlp.down_proj.weight", d)));
        }
        return new WeightLayout(List.copyOf(all), s.tiedHead());
    }

    private static Parameter matrix(String name, long columns, Part... parts) {
        return new Parameter(name, columns, List.of(parts));
    }

    private static Parameter vector(String name, String hf, long rows) {
        return new Parameter(name, 0, List.of(new Part(hf, rows)));
    }

    /// The place in the kernels' weight list (embedding, head, final norm, then six a layer) that parameter `i`
    /// fills.
    int slot(int parameter) {
        return tied && parameter > 0 ? parameter + 1 : parameter;
    }

    int slots() {
        return parameters.size() + (tied ? 1 : 0);
    }

    static int layerSlot(int layer) {
        return FIRST_LAYER + layer * PER_LAYER;
    }

    static int perLayer() {
        return PER_LAYER;
    }

    /// The number of scalar weights.
    public long size() {
        return parameters.stream()
                .mapToLong(p -> p.rows() * Math.max(1, p.columns()))
                .sum();
    }
}
