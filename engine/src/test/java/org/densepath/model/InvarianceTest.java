package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What must not change a result: how a batch is cut, whether a prompt is shared, whether keys and values are
/// cached, how many threads there are.
class InvarianceTest {
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
    void oneBatchGivesTheGradientOfManySmallOnes(String name) {
        List<TokenSequence> sequences = sequences(8, false);
        assertArrayEquals(gradient(name, sequences, 10_000, 1), gradient(name, sequences, 1, 1), 2e-4f);
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void twoThreadsGiveTheGradientOfOne(String name) {
        List<TokenSequence> sequences = sequences(6, false);
        assertArrayEquals(gradient(name, sequences, 1000, 1), gradient(name, sequences, 1000, 2), 2e-4f);
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void aSharedPromptGivesTheScoresAndGradientOfSeparateOnes(String name) {
        List<TokenSequence> samples = sequences(6, true);
        List<TokenSequence> apart = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            apart.add(samples.get(2 * i));
        }
        for (int i = 0; i < 3; i++) {
            apart.add(samples.get(2 * i + 1));
        }
        try (LanguageModel model = Golden.model(torch, name)) {
            List<SequenceScores> shared = new TokenScorer(model, 1000, true).score(samples);
            List<SequenceScores> separate = new TokenScorer(model, 1000, true).score(apart);
            for (int i = 0; i < 6; i++) {
                SequenceScores other = separate.get(i / 2 + (i % 2) * 3);
                assertArrayEquals(other.logp(), shared.get(i).logp(), 1e-4f);
                assertEquals(other.valueAfterLast(), shared.get(i).valueAfterLast(), 1e-4f);
            }
        }
        assertArrayEquals(gradient(name, apart, 1000, 1), gradient(name, samples, 1000, 1), 2e-4f);
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void sampledLogProbabilitiesAreThoseOfAnUncachedPass(String name) {
        Random random = new Random(5);
        List<int[]> prompts = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            prompts.add(ids(random, 3 + 4 * i));
        }
        try (LanguageModel model = Golden.model(torch, name)) {
            SamplingSettings settings = SamplingSettings.sampling(1, 1, 20, 3, 2, 7, 11, 40, 77, 100, 200, 300);
            List<Rollout> rollouts = new Generator(model).generate(prompts, settings, new Randomness(9));
            List<SequenceScores> scores = new TokenScorer(model, 500)
                    .score(rollouts.stream().map(Rollout::sequence).toList());
            for (int i = 0; i < rollouts.size(); i++) {
                assertArrayEquals(scores.get(i).logp(), rollouts.get(i).logp(), 2e-4f);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void aResponseDoesNotDependOnTheBatchItIsDrawnIn(String name) {
        Random random = new Random(6);
        List<int[]> prompts = List.of(ids(random, 4), ids(random, 9), ids(random, 6));
        SamplingSettings settings = SamplingSettings.sampling(0.8, 0.9, 12, 2, 2);
        try (LanguageModel model = Golden.model(torch, name)) {
            List<Rollout> together = new Generator(model).generate(prompts, settings, new Randomness(3));
            List<Rollout> alone = new Generator(model).generate(prompts.subList(0, 1), settings, new Randomness(3));
            assertArrayEquals(alone.get(0).ids(), together.get(0).ids());
            assertArrayEquals(alone.get(1).ids(), together.get(1).ids());
        }
    }

    /// A long prompt leaves itself little room before the model's last position, and takes none from its
    /// neighbour.
    @ParameterizedTest
    @ValueSource(strings = {"llama-untied", "mistral"})
    void theRoomForAResponseDoesNotDependOnTheBatchItIsDrawnIn(String name) {
        try (LanguageModel model = Golden.model(torch, name)) {
            int most = model.positions();
            List<int[]> prompts = List.of(ids(new Random(1), 3), ids(new Random(2), most - 5));
            SamplingSettings settings = SamplingSettings.sampling(1, 1, most, 2, new int[0]);
            List<Rollout> together = new Generator(model).generate(prompts, settings, new Randomness(3));
            List<Rollout> alone = new Generator(model).generate(prompts.subList(0, 1), settings, new Randomness(3));
            assertEquals(most - 3, together.get(0).ids().length);
            assertEquals(5, together.get(2).ids().length);
            assertEquals(Rollout.Ending.LENGTH, together.get(2).ending());
            assertArrayEquals(alone.get(1).ids(), together.get(1).ids());
        }
    }

    private static float[] gradient(String name, List<TokenSequence> sequences, int budget, int threads) {
        try (Torch own = Torch.cpu(threads);
                LanguageModel model = Golden.model(own, name);
                Gradients gradients = new Gradients(model)) {
            new LikelihoodGradient(model, gradients, budget).accumulate(sequences);
            List<Float> all = new ArrayList<>();
            for (Tensor g : gradients.all()) {
                for (float v : g.toFloats()) {
                    all.add(v);
                }
            }
            float[] flat = new float[all.size()];
            for (int i = 0; i < flat.length; i++) {
                flat[i] = all.get(i);
            }
            return flat;
        } finally {
            Torch.cpu(1).close();
        }
    }

    private static List<TokenSequence> sequences(int n, boolean pairs) {
        Random random = new Random(4);
        List<TokenSequence> sequences = new ArrayList<>();
        int[] prompt = null;
        for (int i = 0; i < n; i++) {
            prompt = pairs && i % 2 == 1 ? prompt : ids(random, 2 + random.nextInt(9));
            sequences.add(TokenSequence.of(prompt, ids(random, 1 + random.nextInt(14))));
        }
        return sequences;
    }

    private static int[] ids(Random random, int n) {
        return random.ints(n, 0, 320).toArray();
    }
}
