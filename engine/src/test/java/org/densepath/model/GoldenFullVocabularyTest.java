package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.Test;

/// The reward of every token of the vocabulary at every position, also of those that were not said.
class GoldenFullVocabularyTest {
    @Test
    void rewardIsDefinedForTheWholeVocabulary() {
        JsonNode golden = Golden.json("training/rewards.json");
        List<TokenSequence> rollouts = Golden.sequences(golden.path("rollouts"));
        try (Torch torch = Torch.cpu(1);
                LanguageModel sft = Golden.model(torch, "llama-tied", "training/sft_end.safetensors");
                LanguageModel reference = Golden.model(torch, "llama-tied", "training/sft_half.safetensors");
                Scope scope = torch.scope()) {
            for (int i = 0; i < rollouts.size(); i++) {
                float[] bySft = logProbabilities(scope, sft, rollouts.get(i));
                float[] byReference = logProbabilities(scope, reference, rollouts.get(i));
                float[] expected = Golden.tensor("training/rewards_full_vocabulary.safetensors", "rollout" + i);
                assertEquals(expected.length, bySft.length);
                for (int j = 0; j < expected.length; j++) {
                    assertEquals(expected[j], bySft[j] - byReference[j], 1e-4, "rollout " + i + " value " + j);
                }
            }
        }
    }

    private static float[] logProbabilities(Scope scope, LanguageModel model, TokenSequence sequence) {
        ScoredStates states = new TokenScorer(model, 100).scoreKeepingStates(scope, List.of(sequence));
        return model.torch()
                .kernels()
                .one(scope, "log_probs", states.states(), model.head(), model.logitCap())
                .toFloats();
    }
}
