package org.densepath.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.LikelihoodGradient;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.model.TrainableModel;
import org.densepath.reward.PairLoss;
import org.densepath.text.TokenSequence;

/// SPIN (arXiv 2401.01335) and GSIL (arXiv 2410.10093), the baselines that learn from demonstrations and the
/// model's own answers: minimise the mean over pairs (y, y') of a [PairLoss], y a demonstration, y' the answer of
/// π_old to its prompt. Who π_old is, the caller says: the policy as it was when the iteration began.
public final class SelfImitation {
    private static final String STAGE = "self-play";

    /// `scale` and `shift` are α and c of [PairLoss]. `tokenBudget` does not change the result.
    public record Settings(
            PairLoss loss,
            double scale,
            double shift,
            SamplingSettings sampling,
            LearningRate learningRate,
            double gradientClip,
            int tokenBudget) {}

    private final TrainableModel model;
    private final Settings settings;
    private long step;

    public SelfImitation(TrainableModel model, Settings settings) {
        this.model = model;
        this.settings = settings;
    }

    /// One update: π_old answers the demonstrations' prompts, and the policy learns to tell the two apart.
    /// `afterToken` is told how many answers have ended. Throws [DivergedException] when the loss or the gradient
    /// is not finite; the weights are then as they were.
    public Map<String, Double> step(
            List<TokenSequence> demonstrations, LanguageModel old, Randomness randomness, IntConsumer afterToken) {
        List<int[]> prompts = demonstrations.stream().map(TokenSequence::prompt).toList();
        List<TokenSequence> own = new Generator(old)
                .generate(prompts, settings.sampling(), randomness, afterToken).stream()
                        .map(Rollout::sequence)
                        .toList();
        return update(demonstrations, own, old);
    }

    /// One update on given pairs, `own.get(i)` being the answer to the prompt of `demonstrations.get(i)`.
    public Map<String, Double> update(List<TokenSequence> demonstrations, List<TokenSequence> own, LanguageModel old) {
        model.gradients().zero();
        Map<String, Double> metrics = accumulate(demonstrations, own, old);
        double norm = model.gradients().clip(settings.gradientClip());
        double rate = settings.learningRate().at(step);
        DivergedException.requireFinite(STAGE, "dpr", step + 1, metrics.get(STAGE + "/loss"), norm);
        model.optimizer().step(model.gradients(), rate);
        step++;
        metrics.put(STAGE + "/gradient_norm", norm);
        metrics.put(STAGE + "/learning_rate", rate);
        return metrics;
    }

    /// Adds the gradient of the mean loss over the pairs, and returns what was measured on the way.
    Map<String, Double> accumulate(List<TokenSequence> demonstrations, List<TokenSequence> own, LanguageModel old) {
        int pairs = demonstrations.size();
        List<TokenSequence> all = new ArrayList<>(demonstrations);
        all.addAll(own);
        double[] ratios = logRatios(all, old);
        List<float[]> weights = new ArrayList<>(all.size());
        double loss = 0;
        double[] slopes = new double[all.size()];
        int preferred = 0;
        for (int i = 0; i < pairs; i++) {
            PairLoss.Value value = settings.loss().of(ratios[i], ratios[pairs + i], settings.scale(), settings.shift());
            loss += value.loss() / pairs;
            slopes[i] = value.slopeDemonstration() / pairs;
            slopes[pairs + i] = value.slopeOwn() / pairs;
            preferred += ratios[i] > ratios[pairs + i] ? 1 : 0;
        }
        for (int i = 0; i < slopes.length; i++) {
            // the gradient is of −Σ w log π, so a falling loss is a weight above 0
            float[] weight = new float[all.get(i).responseLength()];
            Arrays.fill(weight, (float) -slopes[i]);
            weights.add(weight);
        }
        new LikelihoodGradient(model.policy(), model.gradients(), settings.tokenBudget()).accumulateSum(all, weights);
        return metrics(demonstrations, own, ratios, loss, (double) preferred / pairs);
    }

    /// Σ log π_θ − Σ log π_old of each response.
    private double[] logRatios(List<TokenSequence> sequences, LanguageModel old) {
        List<SequenceScores> policy = new TokenScorer(model.policy(), settings.tokenBudget()).score(sequences);
        List<SequenceScores> before = new TokenScorer(old, settings.tokenBudget()).score(sequences);
        double[] ratios = new double[sequences.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = policy.get(i).sum() - before.get(i).sum();
        }
        return ratios;
    }

    private static Map<String, Double> metrics(
            List<TokenSequence> demonstrations,
            List<TokenSequence> own,
            double[] ratios,
            double loss,
            double preferred) {
        int pairs = demonstrations.size();
        Map<String, Double> metrics = new LinkedHashMap<>();
        metrics.put(STAGE + "/loss", loss);
        metrics.put(STAGE + "/log_ratio_demonstration", mean(ratios, 0, pairs));
        metrics.put(STAGE + "/log_ratio_own", mean(ratios, pairs, 2 * pairs));
        metrics.put(STAGE + "/preferred_share", preferred);
        metrics.put(STAGE + "/generated_tokens", (double) tokens(own));
        metrics.put(STAGE + "/response_tokens", (double) (tokens(own) + tokens(demonstrations)));
        return metrics;
    }

    private static int tokens(List<TokenSequence> sequences) {
        return sequences.stream().mapToInt(TokenSequence::responseLength).sum();
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElse(Double.NaN);
    }

    /// Updates done.
    public long steps() {
        return step;
    }

    /// Goes on after `done` updates, with weights and moments restored by the caller.
    public void resumeAt(long done) {
        step = done;
    }
}
