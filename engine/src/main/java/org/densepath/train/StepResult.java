package org.densepath.train;

import java.util.List;
import java.util.Map;
import org.densepath.model.PolicyGradient;
import org.densepath.model.Rollout;
import org.densepath.reward.GradientSignal;

/// What one Dense-Path REINFORCE update saw: rollouts, and for each response token log π_SFT, log π_ref, r̂_t,
/// G_t, A_t, and the update pass's terms; the step's metrics by name; and its gradient's signal and noise (null
/// where not measured).
public record StepResult(
        List<Rollout> rollouts,
        List<float[]> logpSft,
        List<float[]> logpReference,
        List<float[]> rewards,
        List<float[]> returns,
        List<float[]> advantages,
        PolicyGradient.Terms terms,
        double[] checks,
        GradientSignal signal,
        Map<String, Double> metrics) {
    StepResult with(Map<String, Double> measured) {
        return new StepResult(
                rollouts, logpSft, logpReference, rewards, returns, advantages, terms, checks, signal, measured);
    }
}
