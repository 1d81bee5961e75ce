package org.densepath.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.densepath.model.LanguageModel;
import org.densepath.tensor.ComputeDevice.Precision;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.densepath.theory.AgreementCheck;
import org.densepath.theory.GenerationCheck;
import org.densepath.theory.IdentityCheck;
import org.densepath.theory.TrainingCheck;

/// A model on the chosen device, tried in some seconds: identities, a gradient and an optimizer's step, a
/// generation, and on a GPU the same numbers as on the CPU.
final class SelfTest {
    /// The model that comes with the product.
    static final String MODEL = "sample:model";

    private static final int NEW_TOKENS = 24;

    private final Models models;
    private final List<TokenSequence> sequences;
    private final List<Timed> results = new ArrayList<>();

    /// A check, and the seconds that it and those measured with it took.
    record Timed(IdentityCheck check, double seconds) {}

    private interface Part {
        List<IdentityCheck> measure() throws IOException;
    }

    private SelfTest(Models models) throws IOException {
        this.models = models;
        this.sequences = new CheckedModel(models, null, null).sequences();
    }

    /// All checks that this device and precision have, in order.
    static List<Timed> measure(Models models) throws IOException {
        SelfTest test = new SelfTest(models);
        LanguageModel model = models.policy().model();
        test.time(new CheckedModel(models, null, null)::measure);
        // a gradient is no matter of half types: what is trained is float32
        if (models.torch().device().precision() == Precision.FLOAT32) {
            test.time(() -> TrainingCheck.measure(model, test.sequences));
        }
        test.time(() -> GenerationCheck.measure(
                model,
                test.sequences.stream().map(TokenSequence::prompt).toList(),
                NEW_TOKENS,
                models.policy().endIds()));
        if (!models.torch().device().isCpu()) {
            test.time(test::agreement);
        }
        return test.results;
    }

    private List<IdentityCheck> agreement() {
        try (Torch cpu = Torch.cpu(models.torch().threads());
                LanguageModel same = LanguageModel.load(cpu, models.policy().files())) {
            return List.of(AgreementCheck.measure(models.policy().model(), same, sequences));
        }
    }

    private void time(Part part) throws IOException {
        long start = System.nanoTime();
        List<IdentityCheck> checks = part.measure();
        double seconds = (System.nanoTime() - start) / 1e9;
        checks.forEach(check -> results.add(new Timed(check, seconds)));
    }

    static boolean holds(List<Timed> results) {
        return results.stream().allMatch(timed -> timed.check().holds());
    }

    static void put(ArrayNode list, List<Timed> results) {
        for (Timed timed : results) {
            DoctorCommand.put(list.addObject(), timed.check()).put("seconds", timed.seconds());
        }
    }

    static List<List<String>> table(List<Timed> results) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("", "claim", "cases", "error", "tolerance", "seconds", ""));
        for (Timed timed : results) {
            List<String> row = new ArrayList<>(DoctorCommand.row(timed.check()));
            row.add(5, String.format(Locale.ROOT, "%.1f", timed.seconds()));
            table.add(row);
        }
        return table;
    }
}
