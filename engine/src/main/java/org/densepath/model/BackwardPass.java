package org.densepath.model;

import java.util.ArrayDeque;
import java.util.Deque;
import org.densepath.tensor.Kernels;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;

/// One micro-batch forward and back: the gradient of a [LossHead] is added to [Gradients].
final class BackwardPass {
    private final LanguageModel model;
    private final Gradients gradients;
    private final MicroBatches how;
    private final Kernels kernels;

    BackwardPass(LanguageModel model, Gradients gradients, MicroBatches how) {
        this.model = model;
        this.gradients = gradients;
        this.how = how;
        this.kernels = model.torch().kernels();
    }

    /// Runs the micro-batch and returns the loss head's values per response token, copied out.
    float[][] run(PackedBatch batch, LossHead loss) {
        return model.torch().withoutGradients(() -> {
            try (Scope scope = model.torch().scope()) {
                return run(scope, batch, loss);
            }
        });
    }

    private float[][] run(Scope scope, PackedBatch batch, LossHead loss) {
        Decoder decoder = new Decoder(model);
        LayerPass layers = new LayerPass(model, scope, batch, how.dropoutSeed());
        Deque<LayerPass.Kept> kept = new ArrayDeque<>();
        Deque<Tensor> inputs = new ArrayDeque<>();
        Tensor x = decoder.embed(scope, batch);
        for (int i = 0; i < model.settings().layers(); i++) {
            LayerPass.Kept layer = layers.forward(i, x);
            if (how.recompute()) {
                layer.closeInner();
                inputs.push(x);
            } else {
                kept.push(layer);
            }
            x = layer.output();
        }
        int[] predicting = batch.predictingRows();
        Tensor rows = scope.ints(predicting, predicting.length);
        Tensor picked = kernels.one(scope, "rows", x, rows);

        Tensor[] out = loss.apply(scope, batch, decoder.finalNorm(scope, picked), gradients.head());
        float[][] values = new float[out.length - 1][];
        for (int i = 0; i < values.length; i++) {
            values[i] = out[i].toFloats();
        }

        Tensor dx = kernels.one(
                scope,
                "rms_norm_backward",
                out[out.length - 1],
                picked,
                model.finalNorm(),
                gradients.finalNorm(),
                model.settings().norm());
        dx = kernels.one(scope, "rows_backward", dx, rows, x);
        for (int i = model.settings().layers() - 1; i >= 0; i--) {
            try (LayerPass.Kept layer = how.recompute() ? layers.again(i, inputs.pop()) : kept.pop();
                    Tensor dy = dx) {
                dx = layers.backward(i, dy, layer, gradients.layer(i));
            }
        }
        int[] ids = batch.ids();
        Tensor fed = scope.ints(ids, ids.length);
        double scale = model.settings().traits().embeddingScale();
        kernels.one(scope, "embed_backward", gradients.embedding(), fed, dx, scale);
        return values;
    }
}
