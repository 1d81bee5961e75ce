package org.densepath.app.scoring;

/// Asks a model for responses.
///
/// @param model as on the command line
/// @param temperature 0 for greedy
/// @param topP 1 for all of the vocabulary
public record GenerateQuestion(
        String model, String prompt, double temperature, double topP, int samples, int maxTokens, long seed) {
    public GenerateQuestion {
        if (temperature < 0 || !(topP > 0) || topP > 1 || samples < 1 || maxTokens < 1) {
            throw new IllegalArgumentException("temperature " + temperature + ", top-p " + topP + ", " + samples
                    + " samples of at most " + maxTokens + " tokens");
        }
    }
}
