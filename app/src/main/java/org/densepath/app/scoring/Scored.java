package org.densepath.app.scoring;

import java.util.List;
import java.util.Map;

/// A scored response. Arrays have one value a response token.
///
/// @param ids prompt and response
/// @param tokens the response tokens' texts
/// @param promptTokens the prompt tokens' texts
/// @param reward r̂ = log π_SFT − log π_ref; empty where either is not asked for
/// @param returnToGo the undiscounted sum of the rewards from each token on; empty as `reward`
public record Scored(
        int[] ids,
        int promptLength,
        List<String> tokens,
        List<String> promptTokens,
        Map<Role, ModelScores> models,
        float[] reward,
        float[] returnToGo) {
    public Scored {
        tokens = List.copyOf(tokens);
        promptTokens = List.copyOf(promptTokens);
        models = Map.copyOf(models);
    }
}
