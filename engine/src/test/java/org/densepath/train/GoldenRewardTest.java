package org.densepath.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.model.Rollout;
import org.densepath.reward.DenseReward;
import org.densepath.reward.RewardPostprocessing;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rewards read from real frozen models against PyTorch's.
class GoldenRewardTest {
    private static final JsonNode GOLDEN = Golden.json("training/rewards.json");
    private static final List<Rollout> ROLLOUTS = GoldenRollouts.read(GOLDEN.path("rollouts"));
    private static Torch torch;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    @Test
    void baselineRelativeRewardIsTheLogRatioOfTheTwoSnapshots() {
        assertRewards(
                GOLDEN.path("per_token").path("reward"),
                new DenseReward.BaselineRelative(),
                List.of(GoldenRollouts.reference(torch)));
    }

    @Test
    void ensembleReferenceIsTheEvenMixture() {
        assertRewards(
                GOLDEN.path("per_token").path("reward_ensemble_of_initial_and_half"),
                new DenseReward.EnsembleReference(),
                List.of(Golden.model(torch, "llama-tied"), GoldenRollouts.reference(torch)));
    }

    @Test
    void emaReferenceIsTheAveragedWeights() {
        assertRewards(
                GOLDEN.path("per_token").path("reward_ema_reference"),
                new DenseReward.EmaReference(),
                List.of(Golden.model(torch, "llama-tied", "training/sft_ema.safetensors")));
    }

    @Test
    void endogenousRewardIsQMinusTheNextValue() {
        assertRewards(GOLDEN.path("endogenous").path("reward"), new DenseReward.Endogenous(), List.of());
    }

    private static void assertRewards(JsonNode expected, DenseReward definition, List<LanguageModel> references) {
        try (LanguageModel sft = GoldenRollouts.sft(torch)) {
            PathReward reward = new PathReward(sft, references, definition, RewardPostprocessing.none(), 60);
            try (PathReward.Scored scored = reward.score(ROLLOUTS)) {
                List<float[]> rewards = scored.rewards();
                for (int i = 0; i < rewards.size(); i++) {
                    double[] golden = Golden.doubles(expected.get(i));
                    assertEquals(golden.length, rewards.get(i).length);
                    for (int t = 0; t < golden.length; t++) {
                        assertEquals(golden[t], rewards.get(i)[t], 1e-4, "rollout " + i + " token " + t);
                    }
                }
            }
        } finally {
            references.forEach(LanguageModel::close);
        }
    }
}
