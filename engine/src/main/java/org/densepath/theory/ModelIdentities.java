package org.densepath.theory;

import java.util.ArrayList;
import java.util.List;
import org.densepath.model.LanguageModel;
import org.densepath.model.LikeliestTokens;
import org.densepath.model.ScoredStates;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.reward.DenseReward;
import org.densepath.reward.TokenScores;
import org.densepath.tensor.Scope;
import org.densepath.text.TokenSequence;

/// The paper's identities (arXiv 2510.02493) measured on a language model. The left sides come from one pass over
/// all sequences, packed, with Q and V read from the logits; log π on the right sides from each sequence alone,
/// by log-softmax over the vocabulary. So they agree only where both ways of computing do.
public final class ModelIdentities {
    private static final int TOKEN_BUDGET = 2048;

    /// A sequence, and whether its last token ended it (else V(s_T) is the logsumexp of what would follow, not
    /// 0).
    public record Sample(TokenSequence sequence, boolean ended) {}

    /// A model's scores from the packed pass, its endogenous reward r_Q, and log π from the other computation.
    private record Measured(SequenceScores scores, float[] vNext, float[] endogenous, float[] logp) {}

    private double shaped;
    private double telescoped;
    private double ratio;
    private double difference;
    private double largestLogit = 16;
    private int tokens;
    private int longest;

    private ModelIdentities() {}

    /// Checks of `model`, and with a `reference` (else null) of the baseline-relative reward. `samples` have at
    /// least one response token each.
    public static List<IdentityCheck> measure(LanguageModel model, LanguageModel reference, List<Sample> samples) {
        ModelIdentities all = new ModelIdentities();
        List<Measured> sft = all.measured(model, samples);
        List<Measured> ref = reference == null ? null : all.measured(reference, samples);
        for (int i = 0; i < samples.size(); i++) {
            all.own(sft.get(i), samples.get(i));
            if (ref != null) {
                all.relative(sft.get(i), ref.get(i));
            }
        }
        return all.checks(model, samples.size(), reference != null);
    }

    private List<Measured> measured(LanguageModel model, List<Sample> samples) {
        List<TokenSequence> sequences = samples.stream().map(Sample::sequence).toList();
        List<SequenceScores> packed = new TokenScorer(model, TOKEN_BUDGET, true).score(sequences);
        List<Measured> measured = new ArrayList<>();
        for (int i = 0; i < sequences.size(); i++) {
            SequenceScores scores = packed.get(i);
            float[] vNext = scores.nextValue(samples.get(i).ended());
            float[] endogenous = new DenseReward.Endogenous()
                    .score(TokenScores.of(scores.logp()).withLogits(scores.logit(), scores.value(), vNext));
            measured.add(new Measured(scores, vNext, endogenous, logpAlone(model, sequences.get(i))));
            for (int t = 0; t < vNext.length; t++) {
                largestLogit = Math.max(largestLogit, Math.abs(scores.logit()[t]));
                largestLogit = Math.max(largestLogit, Math.abs(scores.value()[t]));
            }
        }
        return measured;
    }

    private static float[] logpAlone(LanguageModel model, TokenSequence sequence) {
        int[] response = sequence.response();
        int[][] ids = new int[response.length][];
        for (int t = 0; t < ids.length; t++) {
            ids[t] = new int[] {response[t]};
        }
        try (Scope scope = model.torch().scope()) {
            ScoredStates states = new TokenScorer(model, TOKEN_BUDGET).scoreKeepingStates(scope, List.of(sequence));
            float[][] logp = LikeliestTokens.logpOf(states, ids);
            float[] flat = new float[ids.length];
            for (int t = 0; t < flat.length; t++) {
                flat[t] = logp[t][0];
            }
            return flat;
        }
    }

    private void own(Measured m, Sample sample) {
        double objective = -m.scores().value()[0];
        double logLikelihood = 0;
        for (int t = 0; t < m.logp().length; t++) {
            double potential = (double) m.vNext()[t] - m.scores().value()[t];
            shaped = Math.max(shaped, Math.abs(m.logp()[t] - (m.endogenous()[t] + potential)));
            objective += m.endogenous()[t];
            logLikelihood += m.logp()[t];
        }
        double after = sample.ended() ? 0 : m.scores().valueAfterLast();
        telescoped = Math.max(telescoped, Math.abs(objective + after - logLikelihood));
        tokens += m.logp().length;
        longest = Math.max(longest, m.logp().length);
    }

    private void relative(Measured sft, Measured ref) {
        float[] reward = new DenseReward.BaselineRelative()
                .score(TokenScores.of(sft.scores().logp(), ref.scores().logp()));
        double sum = 0;
        double logRatio = 0;
        for (int t = 0; t < reward.length; t++) {
            double potential = (double) sft.vNext()[t] - ref.vNext()[t];
            potential -= (double) sft.scores().value()[t] - ref.scores().value()[t];
            double endogenous = (double) sft.endogenous()[t] - ref.endogenous()[t];
            difference = Math.max(difference, Math.abs(reward[t] - (endogenous + potential)));
            sum += reward[t];
            logRatio += (double) sft.logp()[t] - ref.logp()[t];
        }
        ratio = Math.max(ratio, Math.abs(sum - logRatio));
    }

    private List<IdentityCheck> checks(LanguageModel model, int sequences, boolean withReference) {
        double token = Rounding.tolerance(model.torch().device().precision(), largestLogit);
        List<IdentityCheck> checks = new ArrayList<>();
        checks.add(new IdentityCheck(
                "log π as shaped reward", "log π(a|s) = r_Q(s,a) + V(s') − V(s)", tokens, shaped, token));
        checks.add(new IdentityCheck(
                "IQ-Learn telescopes",
                "Σ_t [Q − V(s')] − V(s_0) = Σ_t log π(a_t|s_t)",
                sequences,
                telescoped,
                token * longest));
        if (withReference) {
            checks.add(new IdentityCheck(
                    "sum of dense rewards",
                    "Σ_t r̂_t = log π_SFT(y|x) − log π_ref(y|x)",
                    sequences,
                    ratio,
                    2 * token * longest));
            checks.add(new IdentityCheck(
                    "dense reward as shaping",
                    "r̂ = Δr_Q + ΔV(s') − ΔV(s), Δ = SFT − reference",
                    tokens,
                    difference,
                    2 * token));
        }
        return checks;
    }
}
