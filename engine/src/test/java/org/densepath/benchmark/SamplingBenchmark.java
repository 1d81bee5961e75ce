package org.densepath.benchmark;

import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.Generator;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.tensor.Torch;
import org.densepath.text.Tokenizer;

/// New tokens a second at temperature 1 without an early end, the prompts' reading included: the work of
/// `peers/generate.py`, one batch size. Arguments: batch size, new tokens.
final class SamplingBenchmark {
    private SamplingBenchmark() {}

    public static void main(String[] arguments) {
        int batch = Integer.parseInt(arguments[0]);
        int newTokens = Integer.parseInt(arguments[1]);
        try (Tokenizer tokenizer = PeerWork.tokenizer();
                Torch torch = Torch.cpu(Workload.THREADS);
                ModelFiles files = ModelFiles.open(PeerWork.MODEL);
                LanguageModel model = LanguageModel.load(torch, files)) {
            List<int[]> prompts = PeerWork.prompts(tokenizer, batch);
            int end = tokenizer.idOf(PeerWork.END).orElseThrow();
            Generator generator = new Generator(model);
            generator.generate(prompts, withoutEnd(4, end), new Randomness(1));
            long start = System.nanoTime();
            List<Rollout> rollouts = generator.generate(prompts, withoutEnd(newTokens, end), new Randomness(2));
            double seconds = (System.nanoTime() - start) / 1e9;
            double tokens = rollouts.stream().mapToInt(r -> r.ids().length).sum();
            Measurement.print(Map.of(
                    "batch",
                    (double) batch,
                    "prompt_tokens",
                    (double) prompts.stream().mapToInt(p -> p.length).sum(),
                    "tokens",
                    tokens,
                    "seconds",
                    seconds,
                    "tokens_per_s",
                    tokens / seconds,
                    "weight_gb_per_s",
                    Arithmetic.of(model).bytesRead() * newTokens / seconds / 1e9));
        }
    }

    private static SamplingSettings withoutEnd(int tokens, int end) {
        return new SamplingSettings(1, 1, tokens, 1, new int[] {end}, tokens);
    }
}
