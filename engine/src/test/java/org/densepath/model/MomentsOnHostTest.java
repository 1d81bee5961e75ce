package org.densepath.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Moments that are kept and updated on the host give the same weights and moments, to the bit.
class MomentsOnHostTest {
    private static final AdamW.Settings ADAM = new AdamW.Settings(0.9, 0.95, 1e-8, 0.1);
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
    @ValueSource(strings = {"llama-tied", "gemma3"})
    void theUpdatesAreTheSame(String name) {
        try (LanguageModel one = Golden.model(torch, name);
                LanguageModel other = Golden.model(torch, name);
                AdamW beside = new AdamW(one, ADAM, false);
                AdamW onHost = new AdamW(other, ADAM, true)) {
            for (int step = 0; step < 3; step++) {
                step(one, beside);
                step(other, onHost);
            }
            assertSame(one.weights(), other.weights());
            assertSame(beside.firstMoments(), onHost.firstMoments());
            assertSame(beside.secondMoments(), onHost.secondMoments());
        }
    }

    private static void step(LanguageModel model, AdamW optimizer) {
        try (Gradients gradients = new Gradients(model)) {
            new LikelihoodGradient(model, gradients, new MicroBatches(100, false, 0))
                    .accumulate(List.of(Golden.row("llama-tied")));
            optimizer.step(gradients, 1e-2);
        }
    }

    private static void assertSame(List<Tensor> expected, List<Tensor> actual) {
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i).toFloats(), actual.get(i).toFloats());
        }
    }
}
