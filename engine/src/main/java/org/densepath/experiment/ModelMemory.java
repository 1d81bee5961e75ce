package org.densepath.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.model.DecoderSettings;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.WeightLayout;

/// The sizes of what a run keeps in memory, in bytes, from its settings and its model's: arithmetic, no
/// measuring.
final class ModelMemory {
    private static final long FLOAT = 4;
    /// Vocabulary-sized rows that the loss head holds at once for a row of the chunk.
    private static final int HEAD_ROWS = 7;

    private final Experiment experiment;
    private final DecoderSettings s;
    private final boolean gpu;
    private final boolean adapter;

    ModelMemory(Experiment experiment, DecoderSettings settings) {
        this.experiment = experiment;
        this.s = settings;
        this.gpu = experiment.device().startsWith("cuda");
        this.adapter = experiment.adapter().isOn();
    }

    /// All weights of the model, once.
    long weights() {
        WeightLayout layout = WeightLayout.of(s);
        long rounded = experiment.adapter().eightBitBase() ? layout.layerMatrices() : 0;
        // a layer is whole while it is at work
        return (layout.size() - rounded) * weightBytes() + rounded + rounded / s.layers() * weightBytes();
    }

    /// A frozen base on a GPU as the settings say; what is trained itself, and all on the CPU, float32.
    private long weightBytes() {
        return gpu && adapter && experiment.model().precision() != org.densepath.tensor.ComputeDevice.Precision.FLOAT32
                ? 2
                : FLOAT;
    }

    /// What is trained of one model: its adapter, or all of it.
    long trained() {
        if (!adapter) {
            return WeightLayout.of(s).size() * FLOAT;
        }
        Experiment.Adapter a = experiment.adapter();
        AdapterConfig config = new AdapterConfig(a.rank(), a.alpha(), 0, a.rankStabilised(), a.targets(), "");
        return WeightLayout.of(s, config).size() * FLOAT;
    }

    /// Weights and, as parts of their own, adapters, gradients and moments, with `frozen` models beside the
    /// policy.
    Map<String, Long> training(int frozen) {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("weights", adapter ? weights() : weights() * (1 + frozen));
        if (adapter) {
            parts.put("adapters", trained() * (1 + frozen));
        }
        parts.put("gradients", trained());
        parts.put("moments", gpu && experiment.memory().momentsOnHost() ? 0 : 2 * trained());
        return parts;
    }

    /// Weights alone, of so many models.
    Map<String, Long> reading(int models) {
        Map<String, Long> parts = new LinkedHashMap<>();
        parts.put("weights", adapter ? weights() : models * weights());
        if (adapter) {
            parts.put("adapters", models * trained());
        }
        return parts;
    }

    /// What the backward pass keeps of a micro-batch: of each layer its input, queries, keys and values, the
    /// state after attention, gate and up; or each layer's input and one layer's rest. And what one layer's
    /// backward pass needs besides.
    long activations(int tokenBudget) {
        long kept = 2L * s.hiddenSize() + s.queryRows() + 2L * s.keyValueRows() + 2L * s.feedForwardSize();
        long once = 4L * s.hiddenSize() + s.queryRows() + 2L * s.keyValueRows() + 4L * s.feedForwardSize();
        long perToken = experiment.memory().recompute()
                ? (long) s.layers() * s.hiddenSize() + kept + once
                : s.layers() * kept + once;
        return tokenBudget * perToken * weightBytes();
    }

    /// Logits and what is made of them, for a chunk of rows.
    long logits() {
        return (long) LanguageModel.headRows(s.vocabularySize()) * HEAD_ROWS * s.vocabularySize() * FLOAT;
    }

    /// Hidden states of all tokens of so many responses by so many frozen models.
    long states(int models, long rows) {
        return models * rows * experiment.dpr().maxNewTokens() * s.hiddenSize() * weightBytes();
    }

    /// Keys and values of `rows` sequences of `slots` tokens.
    long cache(long rows, int slots) {
        return Math.min(Generator.CACHE_BYTES, 2 * weightBytes() * s.layers() * s.keyValueRows() * rows * slots);
    }

    /// The second copy of the weights from which tokens are drawn, on the CPU.
    long drawingCopy() {
        return gpu
                ? 0
                : (WeightLayout.of(s).size() - (s.tiedHead() ? 0 : (long) s.vocabularySize() * s.hiddenSize())) * FLOAT;
    }
}
