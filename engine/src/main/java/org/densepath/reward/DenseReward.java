package org.densepath.reward;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Objects;
import org.densepath.BadInputException;

/// A dense, token-level reward recovered from SFT (arXiv 2510.02493), by default r̂(s_t, y_t) = log
/// π_SFT(y_t|s_t) − log π_ref(y_t|s_t). In nats, defined for response tokens only.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DenseReward.BaselineRelative.class, name = "baseline-relative"),
    @JsonSubTypes.Type(value = DenseReward.LogLikelihood.class, name = "log-likelihood"),
    @JsonSubTypes.Type(value = DenseReward.Endogenous.class, name = "endogenous"),
    @JsonSubTypes.Type(value = DenseReward.Scaled.class, name = "scaled"),
    @JsonSubTypes.Type(value = DenseReward.EnsembleReference.class, name = "ensemble-reference"),
    @JsonSubTypes.Type(value = DenseReward.EmaReference.class, name = "ema-reference")
})
public sealed interface DenseReward {
    /// r̂_t for every response token, [response tokens]; throws [IllegalArgumentException] where the scores lack
    /// what this definition needs.
    float[] score(TokenScores scores);

    /// r̂ for a batch, in its order.
    default List<float[]> score(List<TokenScores> batch) {
        return batch.stream().map(this::score).toList();
    }

    /// Whether log-probabilities under a reference are needed.
    default boolean needsReference() {
        return true;
    }

    /// Whether π_SFT's raw logits (Q, V(s), V(s')) are needed.
    default boolean needsLogits() {
        return false;
    }

    /// r̂ = log π_SFT − log π_ref, π_ref an earlier snapshot of the same SFT run: the paper's definition and the
    /// default.
    record BaselineRelative() implements DenseReward {
        @Override
        public float[] score(TokenScores scores) {
            float[] logpRef = onlyReference(scores);
            float[] reward = new float[scores.length()];
            for (int t = 0; t < reward.length; t++) {
                reward[t] = scores.logpSft()[t] - logpRef[t];
            }
            return reward;
        }
    }

    /// r̂ = log π_SFT: the paper's ablation without a baseline.
    record LogLikelihood() implements DenseReward {
        @Override
        public float[] score(TokenScores scores) {
            return scores.logpSft().clone();
        }

        @Override
        public boolean needsReference() {
            return false;
        }
    }

    /// r_Q(s, a) = Q(s, a) − V(s'): the inverse soft Bellman reward of π_SFT's own logits. It differs from log
    /// π_SFT by potential-based shaping: log π(a|s) = r_Q(s, a) + V(s') − V(s).
    record Endogenous() implements DenseReward {
        @Override
        public float[] score(TokenScores scores) {
            if (scores.q() == null || scores.vNext() == null) {
                throw new IllegalArgumentException("the endogenous reward needs the raw logits Q and V(s')");
            }
            float[] reward = new float[scores.length()];
            for (int t = 0; t < reward.length; t++) {
                reward[t] = scores.q()[t] - scores.vNext()[t];
            }
            return reward;
        }

        @Override
        public boolean needsReference() {
            return false;
        }

        @Override
        public boolean needsLogits() {
            return true;
        }
    }

    /// β·r̂ of another definition.
    record Scaled(double beta, DenseReward of) implements DenseReward {
        public Scaled {
            Objects.requireNonNull(of, "of");
            if (!Double.isFinite(beta)) {
                throw new BadInputException("The reward's scale must be a finite number, not " + beta + ".");
            }
        }

        @Override
        public float[] score(TokenScores scores) {
            float[] reward = of.score(scores);
            for (int t = 0; t < reward.length; t++) {
                reward[t] = (float) (beta * reward[t]);
            }
            return reward;
        }

        @Override
        public boolean needsReference() {
            return of.needsReference();
        }

        @Override
        public boolean needsLogits() {
            return of.needsLogits();
        }
    }

    /// r̂ = log π_SFT − (logsumexp_i log π_ref,i − log k): the reference is the even mixture of k snapshots.
    record EnsembleReference() implements DenseReward {
        @Override
        public float[] score(TokenScores scores) {
            int k = scores.logpRefs().length;
            if (k == 0) {
                throw new IllegalArgumentException("the ensemble reference needs at least one reference");
            }
            float[] reward = new float[scores.length()];
            double[] logps = new double[k];
            for (int t = 0; t < reward.length; t++) {
                for (int i = 0; i < k; i++) {
                    logps[i] = scores.logpRefs()[i][t];
                }
                reward[t] = (float) (scores.logpSft()[t] - (LogSumExp.of(logps) - Math.log(k)));
            }
            return reward;
        }
    }

    /// r̂ = log π_SFT − log π_EMA: as [BaselineRelative], with the exponential moving average of the SFT weights
    /// as reference.
    record EmaReference() implements DenseReward {
        @Override
        public float[] score(TokenScores scores) {
            return new BaselineRelative().score(scores);
        }
    }

    private static float[] onlyReference(TokenScores scores) {
        if (scores.logpRefs().length != 1) {
            throw new IllegalArgumentException("this reward takes one reference, not " + scores.logpRefs().length);
        }
        return scores.logpRefs()[0];
    }
}
