package org.densepath.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.text.TokenSequence;

/// Gradient of the SFT loss −Σ_t w_t log π(y_t|s_t) / Σ_t w_t over the response tokens of a global batch,
/// accumulated over [MicroBatches]. Any split gives the same gradient.
public final class LikelihoodGradient {
    private final LanguageModel model;
    private final Gradients gradients;
    private final MicroBatches how;

    public LikelihoodGradient(LanguageModel model, Gradients gradients, int tokenBudget) {
        this(model, gradients, new MicroBatches(tokenBudget));
    }

    public LikelihoodGradient(LanguageModel model, Gradients gradients, MicroBatches how) {
        this.model = model;
        this.gradients = gradients;
        this.how = how;
    }

    /// The loss, in nats a response token, and its number of response tokens.
    public record Result(double loss, int responseTokens) {}

    /// Adds the gradient of the mean over all response tokens.
    public Result accumulate(List<TokenSequence> globalBatch) {
        List<float[]> ones = new ArrayList<>();
        for (TokenSequence s : globalBatch) {
            float[] one = new float[s.responseLength()];
            Arrays.fill(one, 1);
            ones.add(one);
        }
        return accumulate(globalBatch, ones);
    }

    /// The same with a weight for each response token; 0 leaves a token out, as the turns of a user in between.
    public Result accumulate(List<TokenSequence> globalBatch, List<float[]> weights) {
        double total = 0;
        int tokens = 0;
        for (float[] w : weights) {
            for (float x : w) {
                tokens += x != 0 ? 1 : 0;
                total += x;
            }
        }
        if (total == 0) {
            throw new IllegalArgumentException("a batch without response tokens has no loss");
        }
        return new Result(sum(globalBatch, weights, total), tokens);
    }

    /// Adds the gradient of −Σ_t w_t log π(y_t|s_t), not divided by anything; weights may be below 0, as for an
    /// answer that shall become less likely. Returns the sum.
    public double accumulateSum(List<TokenSequence> sequences, List<float[]> weights) {
        return sum(sequences, weights, 1);
    }

    private double sum(List<TokenSequence> sequences, List<float[]> weights, double divisor) {
        double loss = 0;
        int at = 0;
        for (List<TokenSequence> part : PackedBatch.cut(sequences, how.tokenBudget())) {
            float[] scaled = scaled(weights.subList(at, at + part.size()), divisor);
            at += part.size();
            float[] logp = new BackwardPass(model, gradients, how)
                    .run(
                            new PackedBatch(part, false),
                            (scope, batch, h, headGradient) -> likelihood(scope, batch, h, headGradient, scaled))[0];
            for (int i = 0; i < logp.length; i++) {
                loss -= (double) scaled[i] * logp[i];
            }
        }
        return loss;
    }

    private Tensor[] likelihood(Scope scope, PackedBatch batch, Tensor h, Tensor headGradient, float[] weights) {
        int[] targets = batch.targets();
        return model.torch()
                .kernels()
                .list(
                        scope,
                        "likelihood_loss",
                        h,
                        model.head(),
                        headGradient,
                        model.logitCap(),
                        scope.ints(targets, targets.length),
                        scope.floats(weights, weights.length),
                        model.headRows());
    }

    private static float[] scaled(List<float[]> weights, double total) {
        float[] scaled = new float[weights.stream().mapToInt(w -> w.length).sum()];
        int at = 0;
        for (float[] w : weights) {
            for (float x : w) {
                scaled[at++] = (float) (x / total);
            }
        }
        return scaled;
    }
}
