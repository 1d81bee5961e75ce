package org.densepath.train;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.densepath.model.Generator;
import org.densepath.model.MicroBatches;
import org.densepath.model.PolicyGradient;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.model.TokenScorer;
import org.densepath.model.TrainableModel;
import org.densepath.reward.Advantages;
import org.densepath.reward.Baseline;
import org.densepath.reward.CreditAssignment;
import org.densepath.reward.Divergence;
import org.densepath.reward.GradientSignal;
import org.densepath.reward.Returns;

/// Dense-Path REINFORCE (arXiv 2510.02493, Alg. 1): from π_θ = π_SFT, ascend E[Σ_t A_t ∇log π_θ(y_t|s_t)] − β
/// ∇KL(π_θ ‖ π_SFT), A_t from the return-to-go G_t = Σ_{k≥t} γ^{k−t} r̂_k, γ = 1. No critic and no ratio
/// clipping: each batch is used once, so the sampler's policy is the policy that is updated.
public final class DensePathReinforce {
    /// How r̂_t enters the gradient: the sampled token's own, or its expectation over the vocabulary under π_θ
    /// for the token at hand, and the sampled return for what follows.
    public enum Estimator {
        SAMPLED,
        EXPECTED
    }

    /// `klInReward`: coefficient of k1 as a penalty on each token's reward. `tokenBudget` does not change the
    /// result. `credit`: what of the reward is given where, before that penalty.
    public record Settings(
            SamplingSettings sampling,
            Estimator estimator,
            double gamma,
            Baseline baseline,
            boolean normaliseAdvantages,
            PolicyGradient.KlForm klForm,
            double klCoefficient,
            double klInReward,
            double klReferenceCoefficient,
            double rewardReference,
            CreditAssignment credit,
            int updatesPerBatch,
            LearningRate learningRate,
            double gradientClip,
            int tokenBudget) {}

    private final TrainableModel model;
    private final PathReward reward;
    private final Settings settings;
    private final ResponseCheck check;
    private final TokenBudget budget;
    private long step;
    private double rateFactor = 1;

    public DensePathReinforce(TrainableModel model, PathReward reward, Settings settings, ResponseCheck check) {
        this.model = model;
        this.reward = reward;
        this.settings = settings;
        this.check = check;
        this.budget = new TokenBudget(settings.tokenBudget());
    }

    /// One batch: sample, score, update. `afterToken` is told how many responses have ended. Throws
    /// [DivergedException] when a loss or gradient is not finite; the weights are then as they were.
    public StepResult step(List<int[]> prompts, Randomness randomness, IntConsumer afterToken) {
        List<Rollout> rollouts =
                new Generator(model.policy()).generate(prompts, settings.sampling(), randomness, afterToken);
        StepResult result = null;
        try (PathReward.Scored scored = reward.score(rollouts)) {
            for (int i = 0; i < settings.updatesPerBatch(); i++) {
                result = update(rollouts, scored);
            }
        }
        return result;
    }

    /// One update on given rollouts.
    public StepResult update(List<Rollout> rollouts, PathReward.Scored scored) {
        double[] checks =
                rollouts.stream().mapToDouble(r -> check.check(r.prompt(), r)).toArray();
        long batch = step / settings.updatesPerBatch();
        List<float[]> given = settings.credit().assign(scored.rewards(), checks, batch); // r̂_t, response tokens only
        List<float[]> rewards = penalised(given, rollouts, scored); //                  less a KL penalty, if any
        List<float[]> returns = Returns.discounted(rewards, settings.gamma()); //       G_t = Σ_{k≥t} γ^{k−t} r̂_k
        int[] prompts = rollouts.stream().mapToInt(Rollout::prompt).toArray();
        List<float[]> advantages = settings.baseline().subtract(credited(returns, rewards), prompts); // A_t = G_t − b
        if (settings.normaliseAdvantages()) {
            advantages = Advantages.normalise(advantages);
        }

        List<float[]> credit = advantages;
        Pass pass = budget.fit(tokens -> {
            model.gradients().zero();
            SignalMeter meter = new SignalMeter(model.gradients(), returns);
            PolicyGradient.Terms terms = policyGradient(meter.tokenBudget(tokens, rollouts))
                    .accumulate(credit, scored.sftStates(), scored.referenceStates(), meter::afterMicroBatch);
            return new Pass(terms, meter.signal());
        });

        double norm = model.gradients().clip(settings.gradientClip());
        double rate = rateFactor * settings.learningRate().at(step);
        StepResult result = new StepResult(
                rollouts,
                scored.logpSft(),
                scored.logpReference(),
                rewards,
                returns,
                advantages,
                pass.terms(),
                checks,
                pass.signal(),
                Map.of());
        result = result.with(DprMetrics.of(result, settings, norm, rate));
        DivergedException.requireFinite("dpr", step + 1, result.metrics().get("dpr/loss"), norm);
        model.optimizer().step(model.gradients(), rate);
        step++;
        return result;
    }

    /// r̂_t − β_r k1_t where the KL is a penalty in the reward.
    private List<float[]> penalised(List<float[]> rewards, List<Rollout> rollouts, PathReward.Scored scored) {
        if (settings.klInReward() == 0) {
            return rewards;
        }
        List<float[]> logpSft = scored.logpSft();
        var policy = new TokenScorer(model.policy(), budget.tokens())
                .score(rollouts.stream().map(Rollout::sequence).toList());
        return IntStream.range(0, rewards.size())
                .mapToObj(i -> Divergence.penalise(
                        rewards.get(i), Divergence.k1(policy.get(i).logp(), logpSft.get(i)), settings.klInReward()))
                .toList();
    }

    /// What the sampled token is credited with: G_t; or, where r̂_t is taken in expectation, what follows it, G_t
    /// − r̂_t.
    private List<float[]> credited(List<float[]> returns, List<float[]> rewards) {
        if (settings.estimator() == Estimator.SAMPLED) {
            return returns;
        }
        return IntStream.range(0, returns.size())
                .mapToObj(i -> {
                    float[] rest = returns.get(i).clone();
                    for (int t = 0; t < rest.length; t++) {
                        rest[t] -= rewards.get(i)[t];
                    }
                    return rest;
                })
                .toList();
    }

    private record Pass(PolicyGradient.Terms terms, GradientSignal signal) {}

    private PolicyGradient policyGradient(int tokenBudget) {
        double expected = settings.estimator() == Estimator.EXPECTED ? 1 : 0;
        return new PolicyGradient(
                model.policy(),
                model.gradients(),
                // no dropout: the policy that is updated is the one that was sampled from
                new MicroBatches(tokenBudget, model.recompute(), 0),
                new PolicyGradient.Settings(
                        settings.klForm(),
                        settings.klCoefficient(),
                        settings.klReferenceCoefficient(),
                        expected,
                        settings.rewardReference()));
    }

    /// How many tokens are in memory at once.
    public TokenBudget tokenBudget() {
        return budget;
    }

    /// Updates done.
    public long steps() {
        return step;
    }

    /// The factor on the learning rate, 1 until the watch slows the run.
    public double rateFactor() {
        return rateFactor;
    }

    public void slowDown(double factor) {
        rateFactor *= factor;
    }

    /// Goes on after `done` updates, with weights and moments restored by the caller.
    public void resumeAt(long done, double factor) {
        step = done;
        rateFactor = factor;
    }
}
