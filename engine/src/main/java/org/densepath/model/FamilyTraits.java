package org.densepath.model;

/// The switches in which families of decoders differ beyond sizes.
///
/// `queryKeyValueBias`: their projections have biases. `headNorms`: each query and key head is normed before it
/// is rotated. `outputNorms`: what attention and the feed-forward part give is normed before it is added. `gelu`:
/// the gate is GELU in its tanh form, else SiLU. `gainOffset` is added to every stored gain of a norm.
/// `embeddingScale` multiplies embeddings, `attentionScale` attention's scores. `logitCap` c > 0 makes the logits
/// c tanh(logits / c); 0: as they are.
public record FamilyTraits(
        boolean queryKeyValueBias,
        boolean headNorms,
        boolean outputNorms,
        boolean gelu,
        double gainOffset,
        double embeddingScale,
        double attentionScale,
        double logitCap) {
    /// Llama's: none of them, scores scaled by 1/√D.
    static FamilyTraits plain(int headDimension) {
        return new FamilyTraits(false, false, false, false, 0, 1, 1 / Math.sqrt(headDimension), 0);
    }

    FamilyTraits withQueryKeyValueBias() {
        return new FamilyTraits(
                true, headNorms, outputNorms, gelu, gainOffset, embeddingScale, attentionScale, logitCap);
    }

    FamilyTraits withHeadNorms() {
        return new FamilyTraits(
                queryKeyValueBias, true, outputNorms, gelu, gainOffset, embeddingScale, attentionScale, logitCap);
    }
}
