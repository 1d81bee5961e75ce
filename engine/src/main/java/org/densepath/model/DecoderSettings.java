package org.densepath.model;

import java.util.Arrays;

/// Everything that tells one decoder-only model from another: sizes, and the few switches in which families
/// differ. `windows[i]` is layer i's sliding window in tokens, itself included; 0: it sees everything before it.
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
        Rope rope,
        boolean tiedHead,
        int maxPositions,
        int[] windows) {
    public DecoderSettings {
        if (heads % keyValueHeads != 0 || headDimension % 2 != 0 || windows.length != layers) {
            throw new IllegalArgumentException("heads " + heads + ", key/value heads " + keyValueHeads
                    + ", head dimension " + headDimension + ", windows " + windows.length);
        }
    }

    public int queryRows() {
        return heads * headDimension;
    }

    public int keyValueRows() {
        return keyValueHeads * headDimension;
    }

    /// The factor on attention scores.
    public double attentionScale() {
        return 1 / Math.sqrt(headDimension);
    }

    public boolean hasWindow() {
        return Arrays.stream(windows).anyMatch(w -> w > 0);
    }

    long[] headShape() {
        return new long[] {heads, keyValueHeads, headDimension};
    }
}
