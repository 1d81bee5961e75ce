package org.densepath.model;

import org.densepath.BadInputException;

/// How responses are drawn. `temperature` 0 is greedy; `topP` 1 draws from the whole vocabulary; `endIds` end a
/// response and are part of it; `minNewTokens` keeps end tokens from being chosen before (0 in all but timing
/// runs).
public record SamplingSettings(
        double temperature, double topP, int maxNewTokens, int samplesPerPrompt, int[] endIds, int minNewTokens) {
    public SamplingSettings {
        if (!(temperature >= 0) || Double.isInfinite(temperature)) {
            throw new BadInputException("temperature is " + temperature + "; expected 0 (greedy) or more.");
        }
        if (!(topP > 0 && topP <= 1)) {
            throw new BadInputException("top-p is " + topP + "; expected above 0 and at most 1.");
        }
        if (maxNewTokens < 1 || samplesPerPrompt < 1) {
            throw new BadInputException("max-tokens and samples must be at least 1, but are " + maxNewTokens + " and "
                    + samplesPerPrompt + ".");
        }
    }

    public static SamplingSettings greedy(int maxNewTokens, int... endIds) {
        return new SamplingSettings(0, 1, maxNewTokens, 1, endIds, 0);
    }

    public static SamplingSettings sampling(
            double temperature, double topP, int maxNewTokens, int samplesPerPrompt, int... endIds) {
        return new SamplingSettings(temperature, topP, maxNewTokens, samplesPerPrompt, endIds, 0);
    }

    boolean isGreedy() {
        return temperature == 0;
    }

    boolean ends(int id) {
        for (int end : endIds) {
            if (end == id) {
                return true;
            }
        }
        return false;
    }
}
