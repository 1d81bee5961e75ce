package org.densepath.benchmark;

import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.LanguageModel;
import org.densepath.model.TokenScorer;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.densepath.text.Tokenizer;

/// From a GGUF file to the first log-probability of a real answer: the work of `peers/load.py`. The clock is that
/// of the process that starts this one.
final class FirstLogProbabilityBenchmark {
    private FirstLogProbabilityBenchmark() {}

    public static void main(String[] arguments) {
        try (ModelFiles files = ModelFiles.open(PeerWork.MODEL);
                Tokenizer tokenizer = Tokenizer.of(files);
                Torch torch = Torch.cpu(Workload.THREADS);
                LanguageModel model = LanguageModel.load(torch, files)) {
            int[] prompt =
                    tokenizer.encode(PeerWork.chat("Name a colour."), true).ids();
            int[] answer = tokenizer.encode("Blue", true).ids();
            TokenSequence sequence = TokenSequence.of(prompt, answer);
            float[] logp = new TokenScorer(model, 1024)
                    .score(List.of(sequence))
                    .getFirst()
                    .logp();
            Measurement.print(Map.of("logp", (double) logp[logp.length - 1]));
        }
    }
}
