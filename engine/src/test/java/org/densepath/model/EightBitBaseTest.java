package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.FloatBuffer;
import java.util.List;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A base in 8 bits computes as one whose weights were rounded here does, to the bit.
class EightBitBaseTest {
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
    void itScoresAndDrawsAsRoundedWeights(String name) {
        try (LanguageModel rounded = rounded(name);
                LanguageModel eight = Golden.model(torch, name);
                LanguageModel whole = Golden.model(torch, name)) {
            eight.freezeInEightBits();
            float[] scores = Golden.scores(eight, name);
            assertArrayEquals(Golden.scores(rounded, name), scores, name);
            assertArrayEquals(drawn(rounded), drawn(eight), name);
            double apart = 0;
            float[] exact = Golden.scores(whole, name);
            for (int i = 0; i < exact.length; i++) {
                apart = Math.max(apart, Math.abs(exact[i] - scores[i]));
            }
            assertTrue(apart > 0 && apart < 0.5, name + ": rounded by " + apart + " nats at most");
        }
    }

    @ParameterizedTest
    @MethodSource("org.densepath.model.Golden#models")
    void anAdapterOnItHasTheGradientsOfOneOnRoundedWeights(String name) {
        for (MicroBatches how : List.of(new MicroBatches(60, false, 5), new MicroBatches(60, true, 5))) {
            try (LanguageModel rounded = rounded(name);
                    LanguageModel onRounded = AdapterGradientTest.disturbed(rounded, AdapterGradientTest.CONFIG);
                    LanguageModel eight = Golden.model(torch, name)) {
                eight.freezeInEightBits();
                try (LanguageModel onEight = AdapterGradientTest.disturbed(eight, AdapterGradientTest.CONFIG);
                        LanguageModel base = Adapters.none(eight)) {
                    assertArrayEquals(
                            AdapterGradientTest.gradient(onRounded, how),
                            AdapterGradientTest.gradient(onEight, how),
                            name);
                    assertArrayEquals(Golden.scores(rounded, name), Golden.scores(base, name), name);
                }
            }
        }
    }

    private static int[] drawn(LanguageModel model) {
        return new Generator(model)
                .generate(List.of(new int[] {5, 9, 31}), SamplingSettings.greedy(12), new Randomness(1))
                .getFirst()
                .ids();
    }

    private static LanguageModel rounded(String name) {
        LanguageModel model = Golden.model(torch, name);
        for (int i = 0; i < model.layout().parameters().size(); i++) {
            WeightLayout.Parameter parameter = model.layout().parameters().get(i);
            if (parameter.isMatrix() && parameter.name().startsWith("layers.")) {
                round(model.weight(i).memory(), (int) parameter.columns());
            }
        }
        return model;
    }

    private static void round(FloatBuffer values, int columns) {
        for (int row = 0; row < values.limit(); row += columns) {
            float largest = 0;
            for (int i = row; i < row + columns; i++) {
                largest = Math.max(largest, Math.abs(values.get(i)));
            }
            float scale = largest / 127;
            for (int i = row; i < row + columns; i++) {
                values.put(i, (float) Math.rint(values.get(i) / scale) * scale);
            }
        }
    }
}
