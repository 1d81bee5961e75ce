package org.densepath.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.model.Gradients;
import org.densepath.model.LikelihoodGradient;
import org.densepath.model.MicroBatches;
import org.densepath.model.Randomness;
import org.densepath.model.TrainableModel;
import org.densepath.text.TokenSequence;

/// Supervised fine-tuning: minimise −Σ_t log π_θ(y_t|s_t) over the response tokens of each global batch, divided
/// by their number (not per sequence, not per micro-batch). The paper's step 1 (arXiv 2510.02493); its snapshots
/// are the reward.
public final class Sft {
    /// `emaDecay` 0: no moving average. `tokenBudget`: tokens in memory at once; it does not change the result.
    /// `dropoutSeed`: of an adapter's dropout, where it has one.
    public record Settings(
            LearningRate learningRate, double gradientClip, double emaDecay, int tokenBudget, long dropoutSeed) {
        public Settings(LearningRate learningRate, double gradientClip, double emaDecay, int tokenBudget) {
            this(learningRate, gradientClip, emaDecay, tokenBudget, 0);
        }
    }

    /// A loss above this multiple of the first one, three steps in a row, is taken for divergence.
    private static final double RUNAWAY = 3;

    private final TrainableModel model;
    private final Settings settings;
    private final WeightAverage average;
    private final TokenBudget budget;
    private long step;
    private double firstLoss = Double.NaN;
    private int runaway;

    public Sft(TrainableModel model, Settings settings) {
        this.model = model;
        this.settings = settings;
        this.budget = new TokenBudget(settings.tokenBudget());
        this.average = settings.emaDecay() > 0 ? new WeightAverage(model.policy(), settings.emaDecay()) : null;
    }

    /// One update on a global batch. Returns the step's metrics; throws [DivergedException] before any weight is
    /// changed.
    public Map<String, Double> step(List<TokenSequence> globalBatch) {
        Gradients gradients = model.gradients();
        LikelihoodGradient.Result result = budget.fit(tokens -> {
            gradients.zero();
            MicroBatches how = new MicroBatches(tokens, model.recompute(), dropoutSeed());
            return new LikelihoodGradient(model.policy(), gradients, how).accumulate(globalBatch);
        });
        double norm = gradients.clip(settings.gradientClip());
        DivergedException.requireFinite("sft", step + 1, result.loss(), norm);
        watchRunaway(result.loss());
        double rate = settings.learningRate().at(step);
        model.optimizer().step(gradients, rate);
        if (average != null) {
            average.update(model.policy());
        }
        step++;
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("sft/loss", result.loss());
        metrics.put("sft/gradient_norm", norm);
        metrics.put("sft/learning_rate", rate);
        metrics.put("sft/response_tokens", (double) result.responseTokens());
        metrics.put("sft/tokens", (double)
                globalBatch.stream().mapToInt(TokenSequence::length).sum());
        return metrics;
    }

    /// Another for each step, the same after a resume; never 0.
    private long dropoutSeed() {
        return new Randomness(settings.dropoutSeed()).derive(step).seed() | 1;
    }

    private void watchRunaway(double loss) {
        firstLoss = Double.isNaN(firstLoss) ? loss : firstLoss;
        runaway = loss > RUNAWAY * firstLoss + 1 ? runaway + 1 : 0;
        if (runaway >= 3) {
            throw new DivergedException("Step " + (step + 1) + " of sft diverged: the loss rose from " + firstLoss
                    + " to " + loss + "; lower sft.learningRate.");
        }
    }

    /// How many tokens are in memory at once.
    public TokenBudget tokenBudget() {
        return budget;
    }

    /// Updates done.
    public long steps() {
        return step;
    }

    public Optional<WeightAverage> average() {
        return Optional.ofNullable(average);
    }

    /// The loss of the first step, NaN before it: part of what a checkpoint keeps.
    public double firstLoss() {
        return firstLoss;
    }

    /// How many steps in a row the loss has been taken for running away; above 0 the weights are not worth a
    /// checkpoint.
    public int runaway() {
        return runaway;
    }

    /// Goes on after `done` updates, with weights and moments restored by the caller.
    public void resumeAt(long done, double firstLoss, int runaway) {
        this.step = done;
        this.firstLoss = firstLoss;
        this.runaway = runaway;
    }
}
