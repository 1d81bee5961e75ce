package org.densepath.benchmark;

import java.util.List;
import java.util.Map;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.AdamW;
import org.densepath.model.LanguageModel;
import org.densepath.model.PolicyGradient.KlForm;
import org.densepath.model.Randomness;
import org.densepath.model.SamplingSettings;
import org.densepath.model.TrainableModel;
import org.densepath.reward.Baseline;
import org.densepath.reward.CreditAssignment;
import org.densepath.reward.DenseReward;
import org.densepath.reward.RewardPostprocessing;
import org.densepath.tensor.Torch;
import org.densepath.text.Tokenizer;
import org.densepath.train.DensePathReinforce;
import org.densepath.train.LearningRate;
import org.densepath.train.PathReward;
import org.densepath.train.ResponseCheck;

/// Dense-Path REINFORCE steps, 16 prompts × 2 samples of at most 96 new tokens, reward from two frozen models,
/// exact KL, AdamW: the work of `peers/dpr_step.py`, one line a step. Arguments: steps, token budget.
final class ReinforceBenchmark {
    private static final int PROMPTS = 16;
    private static final int SAMPLES = 2;
    private static final int NEW_TOKENS = 96;

    private ReinforceBenchmark() {}

    public static void main(String[] arguments) {
        int steps = Integer.parseInt(arguments[0]);
        int budget = arguments.length > 1 ? Integer.parseInt(arguments[1]) : SupervisedBenchmark.TOKEN_BUDGET;
        try (Tokenizer tokenizer = PeerWork.tokenizer();
                Torch torch = Torch.cpu(Workload.THREADS);
                ModelFiles files = ModelFiles.open(PeerWork.MODEL);
                LanguageModel sft = LanguageModel.load(torch, files);
                LanguageModel reference = LanguageModel.load(torch, files);
                TrainableModel model = new TrainableModel(sft.copy(), new AdamW.Settings(0.9, 0.999, 1e-8, 0.01))) {
            PathReward reward = new PathReward(
                    sft, List.of(reference), new DenseReward.BaselineRelative(), RewardPostprocessing.none(), budget);
            int end = tokenizer.idOf(PeerWork.END).orElseThrow();
            DensePathReinforce dpr =
                    new DensePathReinforce(model, reward, settings(steps, budget, end), ResponseCheck.none());
            List<int[]> prompts = PeerWork.prompts(tokenizer, PROMPTS * steps);
            for (int i = 0; i < steps; i++) {
                long start = System.nanoTime();
                Map<String, Double> metrics = dpr.step(
                                prompts.subList(PROMPTS * i, PROMPTS * (i + 1)),
                                new Randomness(1).derive(i),
                                ended -> {})
                        .metrics();
                double seconds = (System.nanoTime() - start) / 1e9;
                double tokens = metrics.get("dpr/response_tokens");
                Measurement.print(Map.of(
                        "step",
                        (double) i,
                        "rollout_tokens",
                        tokens,
                        "step_s",
                        seconds,
                        "tokens_per_s",
                        tokens / seconds));
            }
        }
    }

    private static DensePathReinforce.Settings settings(int steps, int budget, int end) {
        return new DensePathReinforce.Settings(
                SamplingSettings.sampling(1, 1, NEW_TOKENS, SAMPLES, end),
                DensePathReinforce.Estimator.SAMPLED,
                1,
                Baseline.LEAVE_ONE_OUT,
                false,
                KlForm.EXACT,
                0.05,
                0,
                0,
                1,
                CreditAssignment.dense(),
                1,
                new LearningRate(1e-6, 0, LearningRate.Shape.CONSTANT, steps),
                1,
                budget);
    }
}
