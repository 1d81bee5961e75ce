package org.densepath.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.densepath.theory.ModelIdentities.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The identities on golden models, with ended and cut rollouts.
class ModelIdentitiesTest {
    private static Torch torch;
    private static LanguageModel sft;
    private static LanguageModel reference;
    private static final List<Sample> SAMPLES = new ArrayList<>();

    @BeforeAll
    static void load() {
        torch = Torch.cpu(2);
        sft = Golden.model(torch, "llama-tied", "training/sft_end.safetensors");
        reference = Golden.model(torch, "llama-tied", "training/sft_half.safetensors");
        for (JsonNode rollout : Golden.json("training/rewards.json").path("rollouts")) {
            TokenSequence sequence = new TokenSequence(
                    Golden.ints(rollout.path("ids")),
                    rollout.path("prompt_length").asInt());
            SAMPLES.add(new Sample(sequence, rollout.path("ended").asBoolean()));
        }
    }

    @AfterAll
    static void close() {
        sft.close();
        reference.close();
        torch.close();
    }

    @Test
    void measureFindsAllIdentitiesHold() {
        List<IdentityCheck> checks = ModelIdentities.measure(sft, reference, SAMPLES);
        assertEquals(4, checks.size());
        for (IdentityCheck check : checks) {
            assertTrue(check.holds(), check.toString());
            assertTrue(check.error() < 1e-4, check.toString());
        }
    }

    @Test
    void measureHasErrorsAboveZeroAsTheTwoComputationsDiffer() {
        assertTrue(ModelIdentities.measure(sft, null, SAMPLES).getFirst().error() > 0);
    }

    @Test
    void toleranceIsFarBelowTheRewardsThemselves() {
        JsonNode rewards = Golden.json("training/rewards.json").at("/per_token/reward");
        double largest = 0;
        for (JsonNode rollout : rewards) {
            for (JsonNode reward : rollout) {
                largest = Math.max(largest, Math.abs(reward.asDouble()));
            }
        }
        IdentityCheck shaping = ModelIdentities.measure(sft, reference, SAMPLES).getLast();
        assertTrue(shaping.tolerance() < largest / 100, largest + " against " + shaping);
    }

    @Test
    void aClaimThatIsNotANumberDoesNotHold() {
        assertFalse(new IdentityCheck("", "", 1, Double.NaN, 1).holds());
    }

    @Test
    void tabularIdentitiesHoldForOtherSeeds() {
        for (long seed = 2; seed < 5; seed++) {
            for (IdentityCheck check : TabularIdentities.measure(seed)) {
                assertTrue(check.holds(), check.toString());
                assertTrue(check.cases() > 0, check.toString());
            }
        }
    }
}
