package org.densepath.benchmark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.densepath.model.AdamW;
import org.densepath.model.Golden;
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
import org.densepath.text.TokenSequence;
import org.densepath.train.DensePathReinforce;
import org.densepath.train.LearningRate;
import org.densepath.train.PathReward;
import org.densepath.train.ResponseCheck;
import org.densepath.train.Sft;

/// Resident memory over many steps of a tiny model, each one SFT update and one Dense-Path REINFORCE step on new
/// random sequences: after each tenth of the steps, with what of it is Java's own (heap, code, classes), which
/// grows until the virtual machine has settled. Arguments: steps.
final class SteadyMemoryBenchmark {
    private static final String MODEL = "llama-tied";
    private static final int IDS = 300;
    private static final int ROWS = 8;

    private SteadyMemoryBenchmark() {}

    public static void main(String[] arguments) {
        int steps = Integer.parseInt(arguments[0]);
        Random random = new Random(1);
        AdamW.Settings adam = new AdamW.Settings(0.9, 0.999, 1e-8, 0);
        LearningRate rate = new LearningRate(1e-5, 0, LearningRate.Shape.CONSTANT, steps);
        try (Torch torch = Torch.cpu(Workload.THREADS);
                LanguageModel frozen = Golden.model(torch, MODEL);
                LanguageModel reference = Golden.model(torch, MODEL);
                TrainableModel supervised = new TrainableModel(frozen.copy(), adam);
                TrainableModel policy = new TrainableModel(frozen.copy(), adam)) {
            Sft sft = new Sft(supervised, new Sft.Settings(rate, 1, 0, 100));
            PathReward reward = new PathReward(
                    frozen, List.of(reference), new DenseReward.BaselineRelative(), RewardPostprocessing.none(), 100);
            DensePathReinforce dpr = new DensePathReinforce(policy, reward, settings(rate), ResponseCheck.none());
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("steps", (double) steps);
            for (int i = 1; i <= steps; i++) {
                sft.step(sequences(random));
                dpr.step(prompts(random), new Randomness(1).derive(i), ended -> {});
                if (i % Math.max(1, steps / 10) == 0) {
                    figures.put("rss_mb_at_" + i, Measurement.residentMegabytes("VmRSS"));
                    figures.put("java_mb_at_" + i, javaMegabytes());
                }
            }
            Measurement.print(figures);
        }
    }

    private static double javaMegabytes() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .mapToLong(pool -> pool.getUsage().getCommitted())
                        .sum()
                / 1048576.0;
    }

    private static DensePathReinforce.Settings settings(LearningRate rate) {
        return new DensePathReinforce.Settings(
                SamplingSettings.sampling(1, 1, 12, 2, 2),
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
                rate,
                1,
                100);
    }

    private static List<TokenSequence> sequences(Random random) {
        List<TokenSequence> all = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            all.add(new TokenSequence(
                    random.ints(4 + random.nextInt(28), 3, IDS).toArray(), 3));
        }
        return all;
    }

    private static List<int[]> prompts(Random random) {
        List<int[]> all = new ArrayList<>();
        for (int i = 0; i < ROWS / 2; i++) {
            all.add(random.ints(1 + random.nextInt(16), 3, IDS).toArray());
        }
        return all;
    }
}
