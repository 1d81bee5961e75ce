package org.densepath.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.AdamW;
import org.densepath.model.LanguageModel;
import org.densepath.model.TrainableModel;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.densepath.text.Tokenizer;
import org.densepath.train.LearningRate;
import org.densepath.train.Sft;

/// SFT in real tokens a second (prompt and answer), global batch 32, AdamW, all weights: the work of
/// `peers/sft.py`. Arguments: updates, token budget.
final class SupervisedBenchmark {
    static final int TOKEN_BUDGET = 1024;
    private static final int BATCH = 32;
    private static final int LONGEST = 512;

    private SupervisedBenchmark() {}

    public static void main(String[] arguments) {
        int updates = Integer.parseInt(arguments[0]);
        int budget = arguments.length > 1 ? Integer.parseInt(arguments[1]) : TOKEN_BUDGET;
        List<TokenSequence> rows;
        try (Tokenizer tokenizer = PeerWork.tokenizer()) {
            rows = PeerWork.demonstrations(tokenizer, LONGEST).subList(0, BATCH * updates);
        }
        try (Torch torch = Torch.cpu(Workload.THREADS);
                ModelFiles files = ModelFiles.open(PeerWork.MODEL);
                TrainableModel model =
                        new TrainableModel(LanguageModel.load(torch, files), new AdamW.Settings(0.9, 0.999, 1e-8, 0))) {
            LearningRate rate = new LearningRate(2e-5, 0, LearningRate.Shape.CONSTANT, updates);
            Sft sft = new Sft(model, new Sft.Settings(rate, 1, 0, budget));
            List<Double> losses = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < updates; i++) {
                losses.add(sft.step(rows.subList(BATCH * i, BATCH * (i + 1))).get("sft/loss"));
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double tokens = rows.stream().mapToInt(TokenSequence::length).sum();
            double answers =
                    rows.stream().mapToInt(TokenSequence::responseLength).sum();
            Measurement.print(Map.of(
                    "tokens",
                    tokens,
                    "answer_tokens",
                    answers,
                    "seconds",
                    seconds,
                    "tokens_per_s",
                    tokens / seconds,
                    "gflop_per_s",
                    Arithmetic.of(model.policy()).training(tokens - BATCH * updates, answers) / seconds,
                    "first_loss",
                    losses.getFirst(),
                    "last_loss",
                    losses.getLast()));
        }
    }
}
