package org.densepath.train;

import java.util.ArrayList;
import java.util.List;
import org.densepath.model.LanguageModel;
import org.densepath.model.Rollout;
import org.densepath.model.ScoredStates;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.reward.DenseReward;
import org.densepath.reward.RewardPostprocessing;
import org.densepath.reward.TokenScores;
import org.densepath.tensor.Scope;
import org.densepath.text.TokenSequence;

/// The dense reward that SFT's path left behind (arXiv 2510.02493, step 2): r̂(s, a) = log π_SFT(a|s) − log
/// π_ref(a|s) by default, read from frozen models.
public final class PathReward {
    private final LanguageModel sft;
    private final List<LanguageModel> references;
    private final DenseReward definition;
    private final RewardPostprocessing postprocessing;
    private final TokenBudget budget;

    /// `references` holds π_ref first; more than one only for an ensemble.
    public PathReward(
            LanguageModel sft,
            List<LanguageModel> references,
            DenseReward definition,
            RewardPostprocessing postprocessing,
            int tokenBudget) {
        this.sft = sft;
        this.references = List.copyOf(references);
        this.definition = definition;
        this.postprocessing = postprocessing;
        this.budget = new TokenBudget(tokenBudget);
    }

    /// How many tokens are scored at once.
    public TokenBudget tokenBudget() {
        return budget;
    }

    public LanguageModel sft() {
        return sft;
    }

    /// What the frozen models say about some rollouts. Closing it frees their hidden states.
    public final class Scored implements AutoCloseable {
        private final Scope scope;
        private final ScoredStates bySft;
        private final List<ScoredStates> byReferences;
        private final List<TokenScores> scores = new ArrayList<>();

        private Scored(List<Rollout> rollouts) {
            List<TokenSequence> sequences =
                    rollouts.stream().map(Rollout::sequence).toList();
            scope = sft.torch().scope();
            bySft = budget.fit(tokens ->
                    new TokenScorer(sft, tokens, definition.needsLogits()).scoreKeepingStates(scope, sequences));
            byReferences = references.stream()
                    .map(r -> budget.fit(tokens -> new TokenScorer(r, tokens).scoreKeepingStates(scope, sequences)))
                    .toList();
            for (int i = 0; i < rollouts.size(); i++) {
                scores.add(scoresOf(i, !rollouts.get(i).cut()));
            }
        }

        private TokenScores scoresOf(int i, boolean ended) {
            SequenceScores s = bySft.scores().get(i);
            float[][] logpRefs =
                    byReferences.stream().map(r -> r.scores().get(i).logp()).toArray(float[][]::new);
            TokenScores scores = TokenScores.of(s.logp(), logpRefs);
            if (definition.needsLogits()) {
                scores = scores.withLogits(s.logit(), s.value(), s.nextValue(ended));
            }
            return byReferences.isEmpty()
                    ? scores
                    : scores.withEntropies(
                            s.entropy(), byReferences.getFirst().scores().get(i).entropy());
        }

        /// r̂_t for every response token of every rollout.
        public List<float[]> rewards() {
            return postprocessing.apply(definition.score(scores), scores);
        }

        public List<TokenScores> scores() {
            return scores;
        }

        /// log π_SFT of every response token.
        public List<float[]> logpSft() {
            return scores.stream().map(TokenScores::logpSft).toList();
        }

        /// log π_ref of every response token, of the first reference; empty arrays where there is none.
        public List<float[]> logpReference() {
            return scores.stream()
                    .map(s -> s.logpRefs().length == 0 ? new float[0] : s.logpRefs()[0])
                    .toList();
        }

        public ScoredStates sftStates() {
            return bySft;
        }

        /// The first reference's states, or null where there is no reference.
        public ScoredStates referenceStates() {
            return byReferences.isEmpty() ? null : byReferences.getFirst();
        }

        @Override
        public void close() {
            scope.close();
        }
    }

    public Scored score(List<Rollout> rollouts) {
        return new Scored(rollouts);
    }
}
