package org.densepath.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.text.TokenSequence;

/// Gradient of the policy loss, a mean over the batch's response tokens: −A_t log π_θ(y_t|s_t) + β KL(π_θ‖π_SFT)
/// + β₂ KL(π_θ‖π_ref) − w E_{a∼π_θ}[r̂(s_t, a)], the divergences and the expectation in closed form over the
/// vocabulary, in chunks.
public final class PolicyGradient {
    /// How KL(π_θ‖π_SFT) enters the loss. The sampled forms use d = log π_θ(y) − log π_SFT(y).
    public enum KlForm {
        /// Not in the loss.
        NONE(0),
        /// d itself.
        K1(1),
        /// e^−d − 1 + d.
        K3(3),
        /// Over the whole vocabulary.
        EXACT(0);

        private final int kernelNumber;

        KlForm(int kernelNumber) {
            this.kernelNumber = kernelNumber;
        }
    }

    /// `expectedReward` weighs E_{a∼π_θ}[r̂]; r̂ = log π_SFT − `rewardReference` · log π_ref (0: log-likelihood
    /// reward).
    public record Settings(
            KlForm klForm,
            double klCoefficient,
            double klReferenceCoefficient,
            double expectedReward,
            double rewardReference) {}

    /// What the pass saw, one array a sequence, one value a response token.
    public record Terms(
            List<float[]> logp,
            List<float[]> entropy,
            List<float[]> klToSft,
            List<float[]> klToReference,
            List<float[]> expectedReward) {
        static Terms empty() {
            return new Terms(
                    new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }

        private void add(PackedBatch batch, float[][] values) {
            logp.addAll(batch.perSequence(values[0]));
            entropy.addAll(batch.perSequence(values[1]));
            klToSft.addAll(batch.perSequence(values[2]));
            klToReference.addAll(batch.perSequence(values[3]));
            expectedReward.addAll(batch.perSequence(values[4]));
        }
    }

    private final LanguageModel policy;
    private final Gradients gradients;
    private final MicroBatches how;
    private final Settings settings;

    public PolicyGradient(LanguageModel policy, Gradients gradients, MicroBatches how, Settings settings) {
        this.policy = policy;
        this.gradients = gradients;
        this.how = how;
        this.settings = settings;
    }

    /// Adds the gradient for `sft.sequences()`, with one advantage a response token, and returns the pass's
    /// terms. `reference` may be null where neither its KL nor an expected reward is asked for. `afterMicroBatch`
    /// is told the number of response tokens done.
    public Terms accumulate(
            List<float[]> advantages, ScoredStates sft, ScoredStates reference, Consumer<Integer> afterMicroBatch) {
        List<TokenSequence> sequences = sft.sequences();
        int total = sequences.stream().mapToInt(TokenSequence::responseLength).sum();
        if (total == 0) {
            throw new IllegalArgumentException("a batch without response tokens has no policy gradient");
        }
        Terms terms = Terms.empty();
        int sequence = 0;
        int token = 0;
        for (List<TokenSequence> part : PackedBatch.cut(sequences, how.tokenBudget())) {
            PackedBatch packed = new PackedBatch(part, false);
            float[] flat = flat(advantages.subList(sequence, sequence + part.size()));
            int from = token;
            float[][] values = new BackwardPass(policy, gradients, how)
                    .run(
                            packed,
                            (scope, batch, h, headGradient) ->
                                    loss(scope, batch, h, headGradient, flat, sft, reference, from, 1.0 / total));
            terms.add(packed, values);
            sequence += part.size();
            token += flat.length;
            afterMicroBatch.accept(token);
        }
        return terms;
    }

    private Tensor[] loss(
            Scope scope,
            PackedBatch batch,
            Tensor h,
            Tensor headGradient,
            float[] advantages,
            ScoredStates sft,
            ScoredStates reference,
            int from,
            double scale) {
        var kernels = policy.torch().kernels();
        int to = from + advantages.length;
        int[] targets = batch.targets();
        boolean withReference = reference != null;
        double exact = settings.klForm() == KlForm.EXACT ? settings.klCoefficient() : 0;
        double[] betas = {
            settings.klCoefficient(),
            exact,
            settings.klReferenceCoefficient(),
            settings.expectedReward(),
            settings.rewardReference()
        };
        return kernels.list(
                scope,
                "policy_loss",
                h,
                policy.head(),
                headGradient,
                scope.ints(targets, targets.length),
                scope.floats(advantages, advantages.length),
                states(scope, sft, from, to),
                head(scope, sft),
                withReference ? states(scope, reference, from, to) : scope.zeros(0, 1),
                head(scope, withReference ? reference : sft),
                caps(policy, sft.model(), withReference ? reference.model() : sft.model()),
                settings.klForm().kernelNumber,
                betas,
                scale,
                policy.headRows());
    }

    /// A frozen model may stand on another GPU than the policy: what the loss needs of it comes over.
    private Tensor states(Scope scope, ScoredStates of, int from, int to) {
        return policy.torch()
                .kernels()
                .one(scope, "row_range", of.states(), from, to)
                .on(policy.torch().device(), scope);
    }

    private Tensor head(Scope scope, ScoredStates of) {
        return of.model().head().on(policy.torch().device(), scope);
    }

    private static double[] caps(LanguageModel... models) {
        return Arrays.stream(models).mapToDouble(LanguageModel::logitCap).toArray();
    }

    private static float[] flat(List<float[]> parts) {
        float[] flat = new float[parts.stream().mapToInt(p -> p.length).sum()];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, flat, at, part.length);
            at += part.length;
        }
        return flat;
    }
}
