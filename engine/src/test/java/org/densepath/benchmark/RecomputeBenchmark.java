package org.densepath.benchmark;

import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.Gradients;
import org.densepath.model.LanguageModel;
import org.densepath.model.LikelihoodGradient;
import org.densepath.model.MicroBatches;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.densepath.text.Tokenizer;

/// What computing layers again costs: CPU seconds of gradients of the same demonstrations, with and without, in
/// turns, so that a busy machine changes both alike. Arguments: turns, demonstrations, token budget.
final class RecomputeBenchmark {
    private RecomputeBenchmark() {}

    public static void main(String[] arguments) {
        int turns = Integer.parseInt(arguments[0]);
        List<TokenSequence> rows;
        try (Tokenizer tokenizer = PeerWork.tokenizer()) {
            rows = PeerWork.demonstrations(tokenizer, 256).subList(0, Integer.parseInt(arguments[1]));
        }
        int budget = Integer.parseInt(arguments[2]);
        try (Torch torch = Torch.cpu(Workload.THREADS);
                ModelFiles files = ModelFiles.open(PeerWork.MODEL);
                LanguageModel model = LanguageModel.load(torch, files);
                Gradients gradients = new Gradients(model)) {
            for (int i = 0; i < turns; i++) {
                double plain = seconds(model, gradients, rows, new MicroBatches(budget, false, 0));
                double again = seconds(model, gradients, rows, new MicroBatches(budget, true, 0));
                Measurement.print(Map.of("plain_s", plain, "again_s", again, "ratio", again / plain));
            }
        }
    }

    private static double seconds(
            LanguageModel model, Gradients gradients, List<TokenSequence> rows, MicroBatches how) {
        double start = cpu();
        new LikelihoodGradient(model, gradients, how).accumulate(rows);
        return cpu() - start;
    }

    /// Of all threads of this process.
    private static double cpu() {
        return ((com.sun.management.OperatingSystemMXBean)
                                java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
