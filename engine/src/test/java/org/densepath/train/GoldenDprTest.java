package org.densepath.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densepath.model.AdamW;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.model.PolicyGradient.KlForm;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.model.TrainableModel;
import org.densepath.reward.Baseline;
import org.densepath.reward.CreditAssignment;
import org.densepath.reward.DenseReward;
import org.densepath.reward.RewardPostprocessing;
import org.densepath.tensor.Torch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Five Dense-Path REINFORCE updates on fixed rollouts against PyTorch's, in four settings.
class GoldenDprTest {
    @ParameterizedTest
    @ValueSource(strings = {"batch_mean_exact", "leave_one_out_k3", "none_k1_in_reward", "position_normalised_two_kl"})
    void fiveUpdatesFollowTheReferenceTrajectory(String name) {
        JsonNode golden = Golden.json("training/dpr.json");
        JsonNode run = golden.path("runs").path(name);
        List<Rollout> rollouts = GoldenRollouts.read(golden.path("rollouts"));
        // the frozen models have an engine of their own, as on a second GPU
        try (Torch torch = Torch.cpu(1);
                Torch beside = Torch.cpu(1);
                LanguageModel sft = GoldenRollouts.sft(beside);
                LanguageModel reference = GoldenRollouts.reference(beside);
                TrainableModel policy =
                        new TrainableModel(GoldenRollouts.sft(torch), new AdamW.Settings(0.9, 0.999, 1e-8, 0))) {
            PathReward reward = new PathReward(
                    sft, List.of(reference), new DenseReward.BaselineRelative(), RewardPostprocessing.none(), 1000);
            DensePathReinforce dpr =
                    new DensePathReinforce(policy, reward, settings(run.path("run")), ResponseCheck.none());
            try (PathReward.Scored scored = reward.score(rollouts)) {
                for (JsonNode step : run.path("steps")) {
                    assertStep(step, dpr.update(rollouts, scored).metrics());
                }
            }
            List<SequenceScores> after = new TokenScorer(policy.policy(), 1000)
                    .score(rollouts.stream().map(Rollout::sequence).toList());
            for (int i = 0; i < rollouts.size(); i++) {
                double[] expected = Golden.doubles(run.path("final_logprobs").get(i));
                double[] ours = new double[expected.length];
                for (int t = 0; t < ours.length; t++) {
                    ours[t] = after.get(i).logp()[t];
                }
                assertArrayEquals(expected, ours, 1e-2);
            }
        }
    }

    private static DensePathReinforce.Settings settings(JsonNode run) {
        String kl = run.path("kl_loss").asText();
        return new DensePathReinforce.Settings(
                SamplingSettings.sampling(1, 1, 12, 2, 2),
                DensePathReinforce.Estimator.SAMPLED,
                run.path("gamma").asDouble(),
                Baseline.valueOf(run.path("baseline").asText().toUpperCase(Locale.ROOT)),
                run.path("normalise").asBoolean(),
                KlForm.valueOf(kl.toUpperCase(Locale.ROOT)),
                run.path("kl_loss_beta").asDouble(),
                run.path("kl_reward_beta").asDouble(),
                run.path("kl_ref_beta").asDouble(),
                1,
                CreditAssignment.dense(),
                1,
                new LearningRate(1e-3, 0, LearningRate.Shape.CONSTANT, 5),
                1,
                60);
    }

    private static void assertStep(JsonNode step, Map<String, Double> metrics) {
        Map.of(
                        "loss", "dpr/loss",
                        "policy_gradient_term", "dpr/policy_gradient_term",
                        "grad_norm", "dpr/gradient_norm",
                        "mean_kl_exact_to_sft", "dpr/kl_sft",
                        "mean_k1_to_sft", "dpr/kl_sft_k1",
                        "mean_k3_to_sft", "dpr/kl_sft_k3",
                        "mean_kl_exact_to_ref", "dpr/kl_reference",
                        "mean_entropy", "dpr/entropy")
                .forEach((theirs, ours) -> {
                    double expected = step.path(theirs).asDouble();
                    assertEquals(expected, metrics.get(ours), 1e-3 * Math.max(1, Math.abs(expected)), theirs);
                });
    }
}
