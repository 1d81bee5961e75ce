package org.densepath.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.tensor.ComputeDevice;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.tensor.Scope;
import org.densepath.tensor.Tensor;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is tried of a device: it passes on a sound one, and finds faults.
class DeviceChecksTest {
    private static final List<TokenSequence> SEQUENCES = List.of(
            TokenSequence.of(new int[] {1, 5, 9}, new int[] {3, 4, 8, 2}),
            TokenSequence.of(new int[] {7, 2}, new int[] {6, 11, 2}));

    private static Torch torch;
    private static LanguageModel model;

    @BeforeAll
    static void load() {
        torch = Torch.cpu(2);
        model = Golden.model(torch, "llama-untied");
    }

    @AfterAll
    static void close() {
        model.close();
        torch.close();
    }

    @Test
    void gradientAndUpdateAreWhatTheyMustBe() {
        float before = model.weight(0).toFloats()[0];
        List<IdentityCheck> checks = TrainingCheck.measure(model, SEQUENCES);
        checks.forEach(check -> assertTrue(check.holds(), check.toString()));
        assertTrue(checks.getFirst().cases() >= 8, checks.toString());
        assertTrue(checks.getFirst().error() > 0, checks.toString());
        assertEquals(before, model.weight(0).toFloats()[0], "the model itself is not trained");
    }

    @Test
    void drawingAgreesWithScoring() {
        List<IdentityCheck> checks = GenerationCheck.measure(
                model, SEQUENCES.stream().map(TokenSequence::prompt).toList(), 12, 2);
        checks.forEach(check -> assertTrue(check.holds(), check.toString()));
        assertTrue(checks.getFirst().error() > 0, checks.toString());
    }

    @Test
    void halfTypesDrawAndScoreAlikeAndNearTheOriginal() {
        for (Precision half : List.of(Precision.BFLOAT16, Precision.FLOAT16)) {
            try (Torch halved = Torch.start(new ComputeDevice("cpu", half), 2);
                    LanguageModel rounded = Golden.model(halved, "llama-untied")) {
                List<IdentityCheck> checks = GenerationCheck.measure(
                        rounded, SEQUENCES.stream().map(TokenSequence::prompt).toList(), 12, 2);
                checks.forEach(check -> assertTrue(check.holds(), half + " " + check));
                IdentityCheck agreement = AgreementCheck.measure(rounded, model, SEQUENCES);
                assertTrue(agreement.holds() && agreement.error() > 0, half + " " + agreement);
            }
        }
    }

    @Test
    void aWeightThatDiffersIsADisagreement() {
        assertTrue(AgreementCheck.measure(model, model, SEQUENCES).holds());
        try (LanguageModel other = model.copy();
                Scope scope = torch.scope()) {
            Tensor[] norm = {other.weight(other.weights().size() - 1)};
            torch.kernels().one(scope, "add_scaled", norm, norm, 0.01);
            assertFalse(AgreementCheck.measure(model, other, SEQUENCES).holds());
        }
    }
}
