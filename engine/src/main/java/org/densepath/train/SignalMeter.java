package org.densepath.train;

import java.util.List;
import org.densepath.model.Gradients;
import org.densepath.model.Rollout;
import org.densepath.reward.GradientSignal;

/// Measures how much of a batch's gradient is signal, from the norm after the first micro-batch and the norm of
/// the whole: the two-size estimate of McCandlish et al. 2018 (arXiv 1812.06162), appendix A.1. It needs a first
/// micro-batch of about a quarter of the tokens.
final class SignalMeter {
    private static final int PARTS = 4;

    private final Gradients gradients;
    private final int tokens;
    private int firstTokens;
    private double firstSquaredNorm = Double.NaN;

    SignalMeter(Gradients gradients, List<float[]> perToken) {
        this.gradients = gradients;
        this.tokens = perToken.stream().mapToInt(v -> v.length).sum();
    }

    /// The token budget for the batch: no more than was asked for, and small enough for four parts.
    int tokenBudget(int asked, List<Rollout> rollouts) {
        int all = rollouts.stream().mapToInt(r -> r.sequence().length()).sum();
        return Math.min(asked, Math.ceilDiv(all, PARTS));
    }

    void afterMicroBatch(int tokensDone) {
        if (firstTokens == 0) {
            firstTokens = tokensDone;
            double norm = gradients.norm();
            // The micro-batch's own mean: it was divided by all tokens of the batch.
            double scale = (double) tokens / firstTokens;
            firstSquaredNorm = norm * norm * scale * scale;
        }
    }

    /// Null where the batch was one micro-batch, which shows no noise.
    GradientSignal signal() {
        if (firstTokens == 0 || firstTokens >= tokens) {
            return null;
        }
        double norm = gradients.norm();
        return GradientSignal.ofTwoSizes(firstSquaredNorm, firstTokens, norm * norm, tokens);
    }
}
