package org.densepath.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.densepath.model.AdamW;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.SamplingSettings;
import org.densepath.model.TrainableModel;
import org.densepath.reward.PairLoss;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// SPIN and GSIL on four pairs against PyTorch's: losses, log-ratios, and gradients parameter by parameter.
class GoldenPairsTest {
    private static final JsonNode GOLDEN = Golden.json("training/pairs.json");
    private static Torch torch;

    @BeforeAll
    static void start() {
        torch = Torch.cpu(1);
    }

    @AfterAll
    static void stop() {
        torch.close();
    }

    static Stream<Integer> cases() {
        return IntStream.range(0, GOLDEN.path("cases").size()).boxed();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void lossAndGradientAreTheReferences(int number) {
        JsonNode golden = GOLDEN.path("cases").get(number);
        for (int tokenBudget : new int[] {1000, 20}) {
            try (LanguageModel old = GoldenRollouts.reference(torch);
                    TrainableModel policy =
                            new TrainableModel(GoldenRollouts.sft(torch), new AdamW.Settings(0.9, 0.999, 1e-8, 0))) {
                SelfImitation imitation = new SelfImitation(policy, settings(golden, tokenBudget));
                Map<String, Double> metrics = imitation.accumulate(pairs("demonstration"), pairs("own"), old);
                double loss = golden.path("loss").asDouble();
                assertEquals(loss, metrics.get("self-play/loss"), 2e-5 * Math.max(1, Math.abs(loss)));
                assertEquals(
                        mean(golden.path("log_ratio_demonstration")),
                        metrics.get("self-play/log_ratio_demonstration"),
                        1e-4);
                assertEquals(mean(golden.path("log_ratio_own")), metrics.get("self-play/log_ratio_own"), 1e-4);
                double norm = golden.path("grad_norm").asDouble();
                assertEquals(
                        norm,
                        policy.gradients().norm(),
                        5e-5 * norm,
                        golden.path("kind").asText());
            }
        }
    }

    @Test
    void whereThePolicyIsTheOldOneThePullsCancelOnTheSameAnswer() {
        try (LanguageModel old = GoldenRollouts.sft(torch);
                TrainableModel policy =
                        new TrainableModel(GoldenRollouts.sft(torch), new AdamW.Settings(0.9, 0.999, 1e-8, 0))) {
            SelfImitation imitation =
                    new SelfImitation(policy, settings(GOLDEN.path("cases").get(0), 1000));
            Map<String, Double> metrics = imitation.accumulate(pairs("own"), pairs("own"), old);
            assertEquals(Math.log(2), metrics.get("self-play/loss"), 1e-9);
            assertEquals(0, policy.gradients().norm(), 1e-5);
        }
    }

    @Test
    void stepsRaiseDemonstrationsAboveOwnAnswers() {
        try (LanguageModel old = GoldenRollouts.sft(torch);
                TrainableModel policy =
                        new TrainableModel(GoldenRollouts.sft(torch), new AdamW.Settings(0.9, 0.95, 1e-8, 0))) {
            SelfImitation imitation =
                    new SelfImitation(policy, settings(GOLDEN.path("cases").get(0), 1000));
            Map<String, Double> metrics = Map.of();
            for (int i = 0; i < 6; i++) {
                metrics = imitation.step(pairs("demonstration"), old, new Randomness(i), _ -> {});
            }
            assertEquals(6, imitation.steps());
            assertTrue(metrics.get("self-play/log_ratio_demonstration") > metrics.get("self-play/log_ratio_own"));
            assertTrue(metrics.get("self-play/loss") < Math.log(2));
        }
    }

    private static SelfImitation.Settings settings(JsonNode golden, int tokenBudget) {
        JsonNode s = golden.path("settings");
        String kind = golden.path("kind").asText().replace("gsil_", "");
        return new SelfImitation.Settings(
                PairLoss.valueOf(kind.toUpperCase(Locale.ROOT)),
                s.has("lambda") ? s.path("lambda").asDouble() : s.path("alpha").asDouble(),
                s.path("shift").asDouble(),
                SamplingSettings.sampling(1, 1, 8, 1, 2),
                new LearningRate(1e-3, 0, LearningRate.Shape.CONSTANT, 10),
                1,
                tokenBudget);
    }

    private static List<TokenSequence> pairs(String which) {
        List<TokenSequence> sequences = new ArrayList<>();
        for (JsonNode pair : GOLDEN.path("pairs")) {
            sequences.add(TokenSequence.of(Golden.ints(pair.path("prompt")), Golden.ints(pair.path(which))));
        }
        return sequences;
    }

    private static double mean(JsonNode values) {
        double sum = 0;
        for (double v : Golden.doubles(values)) {
            sum += v;
        }
        return sum / values.size();
    }
}
