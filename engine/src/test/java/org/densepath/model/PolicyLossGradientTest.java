package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.densepath.model.PolicyGradient.KlForm;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The closed-form gradient of each term of the policy loss against finite differences along a random direction.
class PolicyLossGradientTest {
    private static final double STEP = 2e-3;
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
    void advantageTermHasTheGradientOfItsLoss() {
        assertGradient(new PolicyGradient.Settings(KlForm.NONE, 0, 0, 0, 1), 1);
    }

    @Test
    void exactKlHasTheGradientOfItsLoss() {
        assertGradient(new PolicyGradient.Settings(KlForm.EXACT, 1, 0, 0, 1), 0);
    }

    @Test
    void klToTheReferenceHasTheGradientOfItsLoss() {
        assertGradient(new PolicyGradient.Settings(KlForm.NONE, 0, 1, 0, 1), 0);
    }

    @Test
    void sampledKlFormsHaveTheGradientOfTheirLoss() {
        assertGradient(new PolicyGradient.Settings(KlForm.K1, 0.7, 0, 0, 1), 0);
        assertGradient(new PolicyGradient.Settings(KlForm.K3, 0.7, 0, 0, 1), 0);
    }

    @Test
    void expectedRewardHasTheGradientOfItsLoss() {
        assertGradient(new PolicyGradient.Settings(KlForm.NONE, 0, 0, 1, 1), 0);
        assertGradient(new PolicyGradient.Settings(KlForm.NONE, 0, 0, 1, 0), 0);
    }

    @Test
    void allTermsTogetherHaveTheGradientOfTheirSum() {
        assertGradient(new PolicyGradient.Settings(KlForm.EXACT, 0.3, 0.2, 0.5, 1), 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistral", "qwen2", "qwen3", "gemma3", "gemma3-linear"})
    void everyFamilyHasTheGradientOfItsLoss(String name) {
        assertGradient(Golden.path("models/" + name), new PolicyGradient.Settings(KlForm.EXACT, 0.3, 0.2, 0.5, 1), 1);
    }

    @Test
    void cappedLogitsHaveTheGradientOfTheirLoss(@TempDir Path folder) {
        Path capped = Golden.variant(folder, "gemma3", config -> config.put("final_logit_softcapping", 4));
        assertGradient(capped, new PolicyGradient.Settings(KlForm.EXACT, 0.3, 0.2, 0.5, 1), 1);
    }

    private static void assertGradient(PolicyGradient.Settings settings, float advantageScale) {
        assertGradient(Golden.path("models/llama-untied"), settings, advantageScale);
    }

    private static void assertGradient(Path model, PolicyGradient.Settings settings, float advantageScale) {
        List<TokenSequence> sequences = new ArrayList<>();
        List<float[]> advantages = new ArrayList<>();
        Random random = new Random(8);
        for (int i = 0; i < 3; i++) {
            int[] prompt = random.ints(3 + i, 0, 320).toArray();
            int[] response = random.ints(5 + 2L * i, 0, 320).toArray();
            sequences.add(TokenSequence.of(prompt, response));
            float[] a = new float[response.length];
            for (int t = 0; t < a.length; t++) {
                a[t] = advantageScale * (float) random.nextGaussian();
            }
            advantages.add(a);
        }
        try (LanguageModel policy = Golden.model(torch, model);
                LanguageModel sft = Golden.model(torch, model);
                LanguageModel reference = Golden.model(torch, model);
                Scope keep = torch.scope()) {
            shift(policy, 1, 0.05);
            shift(reference, 2, 0.05);
            ScoredStates bySft = new TokenScorer(sft, 100).scoreKeepingStates(keep, sequences);
            ScoredStates byReference = new TokenScorer(reference, 100).scoreKeepingStates(keep, sequences);
            double slope;
            try (Gradients gradients = new Gradients(policy)) {
                new PolicyGradient(policy, gradients, new MicroBatches(20), settings)
                        .accumulate(advantages, bySft, byReference, done -> {});
                slope = slopeAlong(policy, gradients, 3);
            }
            shift(policy, 3, STEP);
            double above = loss(policy, settings, advantages, bySft, byReference);
            shift(policy, 3, -2 * STEP);
            double below = loss(policy, settings, advantages, bySft, byReference);
            double expected = (above - below) / (2 * STEP);
            assertEquals(expected, slope, 0.02 * Math.max(1, Math.abs(expected)), settings.toString());
        }
    }

    private static double loss(
            LanguageModel policy,
            PolicyGradient.Settings s,
            List<float[]> advantages,
            ScoredStates sft,
            ScoredStates reference) {
        try (Gradients unused = new Gradients(policy)) {
            PolicyGradient.Terms terms = new PolicyGradient(policy, unused, new MicroBatches(1000), s)
                    .accumulate(advantages, sft, reference, done -> {});
            double sum = 0;
            int n = 0;
            for (int i = 0; i < advantages.size(); i++) {
                for (int t = 0; t < advantages.get(i).length; t++, n++) {
                    double logp = terms.logp().get(i)[t];
                    double d = logp - sft.scores().get(i).logp()[t];
                    sum -= advantages.get(i)[t] * logp;
                    sum += s.klCoefficient()
                            * switch (s.klForm()) {
                                case NONE -> 0;
                                case K1 -> d;
                                case K3 -> Math.exp(-d) - 1 + d;
                                case EXACT -> terms.klToSft().get(i)[t];
                            };
                    sum += s.klReferenceCoefficient() * terms.klToReference().get(i)[t];
                    sum -= s.expectedReward() * terms.expectedReward().get(i)[t];
                }
            }
            return sum / n;
        }
    }

    /// Adds a random direction, fixed by the seed, times `size`, to all weights.
    private static void shift(LanguageModel model, long seed, double size) {
        Random random = new Random(seed);
        for (int i = 0; i < model.layout().parameters().size(); i++) {
            var memory = model.weight(i).memory();
            for (int j = 0; j < memory.capacity(); j++) {
                memory.put(j, (float) (memory.get(j) + size * 0.1 * random.nextGaussian()));
            }
        }
    }

    private static double slopeAlong(LanguageModel model, Gradients gradients, long seed) {
        Random random = new Random(seed);
        double slope = 0;
        for (var gradient : gradients.all()) {
            for (float g : gradient.toFloats()) {
                slope += g * 0.1 * random.nextGaussian();
            }
        }
        return slope;
    }
}
