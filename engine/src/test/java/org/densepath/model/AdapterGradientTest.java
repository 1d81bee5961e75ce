package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.densepath.BadInputException;
import org.densepath.checkpoint.AdapterConfig;
import org.densepath.tensor.ComputeDevice;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Gradients of adapters by finite differences, dropout at work; what is shared and what is not.
class AdapterGradientTest {
    static final AdapterConfig CONFIG = new AdapterConfig(3, 6, 0.2, false, List.of(AdapterConfig.ALL_LINEAR), "");
    private static Torch torch;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void theGradientIsTheSlopeOfTheLossWithDropoutToo(String name) {
        MicroBatches how = new MicroBatches(40, true, 77);
        try (LanguageModel base = Golden.model(torch, name);
                LanguageModel model = disturbed(base, CONFIG);
                Gradients gradients = new Gradients(model);
                Gradients unused = new Gradients(model)) {
            new LikelihoodGradient(model, gradients, how).accumulate(sequences(4));
            // along the gradient itself, the slope is its norm
            double norm = gradients.norm();
            float step = (float) (2e-3 / norm);
            move(model, gradients, step);
            double above = new LikelihoodGradient(model, unused, how)
                    .accumulate(sequences(4))
                    .loss();
            move(model, gradients, -2 * step);
            double below = new LikelihoodGradient(model, unused, how)
                    .accumulate(sequences(4))
                    .loss();
            assertEquals(norm, (above - below) / (2 * step * norm), 2e-2 * norm, name);
        }
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void howABatchIsCutChangesNoGradientWithDropout(String name) {
        try (LanguageModel base = Golden.model(torch, name);
                LanguageModel model = disturbed(base, CONFIG)) {
            assertArrayEquals(
                    gradient(model, new MicroBatches(1000, false, 5)),
                    gradient(model, new MicroBatches(1, true, 5)),
                    2e-4f);
        }
    }

    /// What a GPU does with `model.precision=bfloat16`: the base in 16 bits, the adapter in 32.
    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void overABaseOfSixteenBitsTheGradientIsNearlyTheSame(String name) {
        MicroBatches how = new MicroBatches(60, true, 0);
        try (LanguageModel base = Golden.model(torch, name);
                LanguageModel model = disturbed(base, CONFIG);
                Scope scope = torch.scope()) {
            float[] exact = gradient(model, how);
            int bfloat16 = ComputeDevice.Precision.BFLOAT16.torchNumber();
            for (int slot = 0; slot < base.slots().length; slot++) {
                base.slots()[slot] = torch.kernels().one(scope, "cast", base.slots()[slot], bfloat16);
            }
            try (LanguageModel rounded = Adapters.none(base);
                    LanguageModel adapter = disturbed(rounded, CONFIG)) {
                float[] near = gradient(adapter, how);
                double cosine = dot(exact, near) / Math.sqrt(dot(exact, exact) * dot(near, near));
                assertTrue(cosine > 0.98, name + " " + cosine);
            }
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void anotherSeedDropsOthersAndNoSeedDropsNone() {
        try (LanguageModel base = Golden.model(torch, "llama-tied");
                LanguageModel model = disturbed(base, CONFIG)) {
            float[] none = gradient(model, new MicroBatches(1000, false, 0));
            float[] first = gradient(model, new MicroBatches(1000, false, 5));
            float[] second = gradient(model, new MicroBatches(1000, false, 7));
            assertNotEquals(none[0], first[0]);
            assertNotEquals(first[0], second[0]);
        }
    }

    /// Golden has every family; whole layers computed again do the same arithmetic in the same order.
    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void layersThatAreComputedAgainGiveTheSameBits(String name) {
        try (LanguageModel model = Golden.model(torch, name)) {
            assertArrayEquals(
                    gradient(model, new MicroBatches(50, false, 0)), gradient(model, new MicroBatches(50, true, 0)));
        }
    }

    @Test
    void aNewAdapterChangesNothingAndTheBaseIsSharedAndStays() {
        try (LanguageModel base = Golden.model(torch, "llama-tied")) {
            float[] before = Golden.scores(base, "llama-tied");
            try (LanguageModel fresh = Adapters.fresh(base, CONFIG, 1);
                    LanguageModel other = disturbed(base, CONFIG);
                    LanguageModel copy = other.copy()) {
                assertArrayEquals(before, Golden.scores(fresh, "llama-tied"));
                assertTrue(Math.abs(Golden.scores(other, "llama-tied")[0] - before[0]) > 1e-3);
                assertArrayEquals(Golden.scores(other, "llama-tied"), Golden.scores(copy, "llama-tied"));
                assertTrue(fresh.embedding() == base.embedding());
            }
            assertArrayEquals(before, Golden.scores(base, "llama-tied"));
        }
    }

    @Test
    void whatIsDrawnWithAnAdapterHasTheLogProbabilitiesOfAnUncachedPass() {
        try (LanguageModel base = Golden.model(torch, "gemma3");
                LanguageModel model = disturbed(base, CONFIG)) {
            Rollout drawn = new Generator(model)
                    .generate(List.of(new int[] {5, 9, 31}), SamplingSettings.greedy(12), new Randomness(1))
                    .getFirst();
            float[] scored = new TokenScorer(model, 100)
                    .score(List.of(drawn.sequence()))
                    .getFirst()
                    .logp();
            assertArrayEquals(scored, drawn.logp(), 1e-4f);
        }
    }

    @Test
    void aTargetThatNoModelHasIsRefusedWithThoseThatThereAre() {
        AdapterConfig config = new AdapterConfig(2, 2, 0, false, List.of("query"), "");
        try (LanguageModel base = Golden.model(torch, "llama-tied")) {
            String said = assertThrows(BadInputException.class, () -> Adapters.fresh(base, config, 1))
                    .getMessage();
            assertTrue(said.contains("'query'") && said.contains("q_proj"), said);
        }
    }

    static LanguageModel disturbed(LanguageModel base, AdapterConfig config) {
        LanguageModel model = Adapters.fresh(base, config, 3);
        Random random = new Random(11);
        for (Tensor weight : model.weights()) {
            var memory = weight.memory();
            for (int i = 0; i < memory.limit(); i++) {
                memory.put(i, memory.get(i) + 0.05f * (float) random.nextGaussian());
            }
        }
        return model;
    }

    private static void move(LanguageModel model, Gradients along, float step) {
        for (int i = 0; i < model.weights().size(); i++) {
            var memory = model.weight(i).memory();
            float[] slope = along.all().get(i).toFloats();
            for (int j = 0; j < slope.length; j++) {
                memory.put(j, memory.get(j) + step * slope[j]);
            }
        }
    }

    static float[] gradient(LanguageModel model, MicroBatches how) {
        try (Gradients gradients = new Gradients(model)) {
            new LikelihoodGradient(model, gradients, how).accumulate(sequences(5));
            List<float[]> parts = gradients.all().stream().map(Tensor::toFloats).toList();
            float[] all = new float[parts.stream().mapToInt(p -> p.length).sum()];
            int at = 0;
            for (float[] part : parts) {
                System.arraycopy(part, 0, all, at, part.length);
                at += part.length;
            }
            return all;
        }
    }

    /// Of two samples to a prompt each.
    private static List<TokenSequence> sequences(int count) {
        Random random = new Random(2);
        List<TokenSequence> sequences = new ArrayList<>();
        int[] prompt = {};
        for (int i = 0; i < count; i++) {
            prompt = i % 2 == 0 ? random.ints(4 + i, 1, 320).toArray() : prompt;
            int[] ids = java.util.Arrays.copyOf(prompt, prompt.length + 6 + i);
            for (int t = prompt.length; t < ids.length; t++) {
                ids[t] = 1 + random.nextInt(319);
            }
            sequences.add(new TokenSequence(ids, prompt.length));
        }
        return sequences;
    }
}
