package org.densepath.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.densepath.model.LanguageModel;
import org.densepath.model.Randomness;
import org.densepath.model.Rollout;
import org.densepath.model.SamplingSettings;
import org.densepath.reward.SequenceStatistics;
import org.densepath.train.PathReward;

/// A policy's answers to a fixed set of prompts that training never sees: greedy, and several samples each, with
/// the outside check and the path's total reward of every answer. Always the same draws, so that policies compare
/// prompt by prompt.
final class HeldOut {
    private static final long SEED = 4_242;

    private final PromptSet prompts;
    private final PathReward reward;
    private final int samples;
    private final int maxNewTokens;
    private final int[] endIds;

    HeldOut(PromptSet prompts, PathReward reward, int samples, int maxNewTokens, int[] endIds) {
        this.prompts = prompts;
        this.reward = reward;
        this.samples = samples;
        this.maxNewTokens = maxNewTokens;
        this.endIds = endIds;
    }

    static HeldOut of(Worker worker, PathModels path, PromptSet prompts) {
        Experiment.Evaluation e = worker.experiment().evaluation();
        return new HeldOut(
                prompts,
                path.reward(),
                e.samples(),
                e.maxNewTokens(),
                worker.base().endIds());
    }

    /// One way of answering: every response with its check (NaN where there is none) and Σ_t r̂_t; `drawn` tokens
    /// were drawn for them, more than they have where the best of several was kept.
    record Answers(List<Rollout> rollouts, double[] checks, double[] returns, long drawn) {
        /// The mean check of each prompt, in the prompts' order.
        double[] checkByPrompt() {
            return byPrompt(checks);
        }

        double[] returnByPrompt() {
            return byPrompt(returns);
        }

        double[] lengthByPrompt() {
            return byPrompt(rollouts.stream().mapToDouble(r -> r.ids().length).toArray());
        }

        boolean checked() {
            return Arrays.stream(checks).anyMatch(c -> !Double.isNaN(c));
        }

        private double[] byPrompt(double[] values) {
            int n = rollouts.stream().mapToInt(Rollout::prompt).max().orElse(-1) + 1;
            double[] sum = new double[n];
            int[] count = new int[n];
            for (int i = 0; i < values.length; i++) {
                int prompt = rollouts.get(i).prompt();
                sum[prompt] += values[i];
                count[prompt]++;
            }
            for (int p = 0; p < n; p++) {
                sum[p] /= count[p];
            }
            return sum;
        }
    }

    /// `afterToken` is told how many answers have ended; it may throw to give up.
    Answers greedy(LanguageModel policy, IntConsumer afterToken) {
        return greedy(Answerer.of(policy, 0), afterToken);
    }

    Answers greedy(Answerer answerer, IntConsumer afterToken) {
        return answers(answerer, SamplingSettings.greedy(maxNewTokens, endIds), 1, afterToken);
    }

    Answers sampled(LanguageModel policy, double temperature, IntConsumer afterToken) {
        return sampled(Answerer.of(policy, temperature), afterToken);
    }

    Answers sampled(Answerer answerer, IntConsumer afterToken) {
        int draws = samples * answerer.bestOf();
        return answers(
                answerer,
                SamplingSettings.sampling(answerer.temperature(), 1, maxNewTokens, draws, endIds),
                answerer.bestOf(),
                afterToken);
    }

    /// How many answers are drawn in all.
    int answers(Answerer answerer) {
        return prompts.size() * (samples * answerer.bestOf() + (answerer.greedy() ? 1 : 0));
    }

    private Answers answers(Answerer answerer, SamplingSettings settings, int bestOf, IntConsumer afterToken) {
        List<Rollout> drawn = answerer.generator().generate(prompts.ids(), settings, new Randomness(SEED), afterToken);
        double[] drawnReturns = returns(drawn);
        int[] kept = new int[drawn.size() / bestOf];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = best(drawnReturns, i * bestOf, bestOf);
        }
        List<Rollout> rollouts = Arrays.stream(kept).mapToObj(drawn::get).toList();
        return new Answers(
                rollouts,
                rollouts.stream().mapToDouble(r -> prompts.check(r.prompt(), r)).toArray(),
                Arrays.stream(kept).mapToDouble(k -> drawnReturns[k]).toArray(),
                drawn.stream().mapToLong(r -> r.ids().length).sum());
    }

    /// The place of the largest of `count` values; the first of equals.
    private static int best(double[] values, int from, int count) {
        int best = from;
        for (int i = from + 1; i < from + count; i++) {
            best = values[i] > values[best] ? i : best;
        }
        return best;
    }

    private double[] returns(List<Rollout> rollouts) {
        double[] returns = new double[rollouts.size()];
        int window = 256;
        for (int from = 0; from < returns.length; from += window) {
            List<Rollout> part = rollouts.subList(from, Math.min(returns.length, from + window));
            try (PathReward.Scored scored = reward.score(part)) {
                List<float[]> rewards = scored.rewards();
                for (int i = 0; i < part.size(); i++) {
                    for (float r : rewards.get(i)) {
                        returns[from + i] += r;
                    }
                }
            }
        }
        return returns;
    }

    /// The watch's held-out metrics, with the standard errors of the success rates over prompts.
    Map<String, Double> metrics(String stage, Answers greedy, Answers sampled) {
        Map<String, Double> m = new LinkedHashMap<>();
        String prefix = stage + "/heldout_";
        m.put(prefix + "return_greedy", mean(greedy.returns()));
        m.put(prefix + "return_sampled", mean(sampled.returns()));
        m.put(prefix + "length_sampled", mean(sampled.lengthByPrompt()));
        if (greedy.checked()) {
            m.put(prefix + "greedy", mean(greedy.checkByPrompt()));
            m.put(prefix + "greedy_se", standardError(greedy.checkByPrompt()));
            m.put(prefix + "sampled", mean(sampled.checkByPrompt()));
            m.put(prefix + "sampled_se", standardError(sampled.checkByPrompt()));
            m.put(prefix + "correlation", SequenceStatistics.pearson(sampled.returns(), sampled.checks()));
            m.put(prefix + "auroc", auroc(sampled));
        }
        return m;
    }

    /// How often, among samples of one prompt, a right one has the larger Σ r̂ than a wrong one.
    static double auroc(Answers sampled) {
        boolean[] right = new boolean[sampled.checks().length];
        int[] groups = new int[right.length];
        for (int i = 0; i < right.length; i++) {
            right[i] = sampled.checks()[i] > 0.5;
            groups[i] = sampled.rollouts().get(i).prompt();
        }
        return SequenceStatistics.withinPromptAuroc(sampled.returns(), right, groups);
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double standardError(double[] values) {
        double mean = mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1) / values.length);
    }

    PromptSet prompts() {
        return prompts;
    }

    List<String> families() {
        List<String> families = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            families.add(prompts.family(i));
        }
        return families;
    }
}
