package org.densepath.model;

import java.util.List;

/// Everything that tells one decoder-only model from another: sizes, how each layer looks back, and the switches
/// in which families differ.
public record DecoderSettings(
        String family,
        int hiddenSize,
        int layers,
        int heads,
        int keyValueHeads,
        int headDimension,
        int feedForwardSize,
        int vocabularySize,
        double normEpsilon,
        boolean tiedHead,
        int maxPositions,
        List<Reach> reaches,
        FamilyTraits traits) {
    /// How a layer looks back: its sliding window in tokens, itself included (0: it sees everything before it),
    /// and how it encodes positions.
    public record Reach(int window, Rope rope) {}

    public DecoderSettings {
        reaches = List.copyOf(reaches);
        if (heads % keyValueHeads != 0 || headDimension % 2 != 0 || reaches.size() != layers) {
            throw new IllegalArgumentException("heads " + heads + ", key/value heads " + keyValueHeads
                    + ", head dimension " + headDimension + ", layers that look back " + reaches.size());
        }
    }

    public int queryRows() {
        return heads * headDimension;
    }

    public int keyValueRows() {
        return keyValueHeads * headDimension;
    }

    /// Each layer's sliding window in tokens; 0: none.
    public long[] windows() {
        return reaches.stream().mapToLong(Reach::window).toArray();
    }

    /// The ways of encoding positions, each once.
    List<Rope> ropes() {
        return reaches.stream().map(Reach::rope).distinct().toList();
    }

    /// Each layer's place in [#ropes].
    long[] turns() {
        List<Rope> ropes = ropes();
        return reaches.stream().mapToLong(r -> ropes.indexOf(r.rope())).toArray();
    }

    long[] headShape() {
        return new long[] {heads, keyValueHeads, headDimension};
    }

    /// ε of the norms and what is added to their gains, as the kernels take it.
    double[] norm() {
        return new double[] {normEpsilon, traits.gainOffset()};
    }
}
