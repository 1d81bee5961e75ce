package org.densepath.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.model.Rollout;
import org.densepath.tensor.Torch;

/// The eight fixed rollouts of the golden trajectories, and their frozen models.
final class GoldenRollouts {
    private GoldenRollouts() {}

    static List<Rollout> read(JsonNode list) {
        List<Rollout> rollouts = new ArrayList<>();
        int sample = 0;
        for (JsonNode row : list) {
            int[] ids = Golden.ints(row.path("ids"));
            int promptLength = row.path("prompt_length").asInt();
            int[] prompt = java.util.Arrays.copyOf(ids, promptLength);
            int[] response = java.util.Arrays.copyOfRange(ids, promptLength, ids.length);
            Rollout.Ending ending = row.path("ended").asBoolean() ? Rollout.Ending.END_TOKEN : Rollout.Ending.LENGTH;
            rollouts.add(new Rollout(
                    row.path("prompt").asInt(), sample++ % 2, prompt, response, new float[response.length], ending));
        }
        return rollouts;
    }

    static LanguageModel sft(Torch torch) {
        return Golden.model(torch, "llama-tied", "training/sft_end.safetensors");
    }

    static LanguageModel reference(Torch torch) {
        return Golden.model(torch, "llama-tied", "training/sft_half.safetensors");
    }
}
