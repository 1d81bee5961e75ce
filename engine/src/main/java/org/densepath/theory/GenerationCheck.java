package org.densepath.theory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.model.SequenceScores;
import org.densepath.model.TokenScorer;
import org.densepath.text.TokenSequence;

/// Drawn responses held against a pass over the whole sequences: the sampler reads a key/value cache, token by
/// token, the scorer reads everything at once.
public final class GenerationCheck {
    private static final int TOKEN_BUDGET = 2048;
    private static final long SEED = 1;

    private GenerationCheck() {}

    /// Draws two responses of at most `newTokens` to each prompt, twice with the same seed.
    public static List<IdentityCheck> measure(LanguageModel model, List<int[]> prompts, int newTokens, int... endIds) {
        SamplingSettings settings = SamplingSettings.sampling(1, 1, newTokens, 2, endIds);
        List<Rollout> drawn = new Generator(model).generate(prompts, settings, new Randomness(SEED));
        List<Rollout> again = new Generator(model).generate(prompts, settings, new Randomness(SEED));
        return List.of(scored(model, drawn), repeated(drawn, again));
    }

    private static IdentityCheck scored(LanguageModel model, List<Rollout> drawn) {
        List<TokenSequence> sequences = drawn.stream().map(Rollout::sequence).toList();
        List<SequenceScores> scores = new TokenScorer(model, TOKEN_BUDGET).score(sequences);
        double error = 0;
        double largestLogit = 16;
        int tokens = 0;
        for (int i = 0; i < drawn.size(); i++) {
            float[] logp = drawn.get(i).logp();
            tokens += logp.length;
            for (int t = 0; t < logp.length; t++) {
                error = Math.max(error, Math.abs(logp[t] - scores.get(i).logp()[t]));
                largestLogit = Math.max(largestLogit, Math.abs(scores.get(i).value()[t]));
            }
        }
        return new IdentityCheck(
                "generation with a cache",
                "log π(y_t|s_t) while drawing = log π(y_t|s_t) of the whole sequence",
                tokens,
                error,
                Rounding.tolerance(model.torch().device().precision(), largestLogit));
    }

    private static IdentityCheck repeated(List<Rollout> drawn, List<Rollout> again) {
        List<Integer> different = new ArrayList<>();
        for (int i = 0; i < drawn.size(); i++) {
            if (!Arrays.equals(drawn.get(i).ids(), again.get(i).ids())) {
                different.add(i);
            }
        }
        return new IdentityCheck(
                "the same seed again", "different responses of two draws", drawn.size(), different.size(), 0);
    }
}
