package org.densepath.reward;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;

/// What is subtracted from the return-to-go to lower the gradient's variance: A_t = G_t − b. Sums run over
/// response tokens. The two leave-one-out baselines do not depend on the response they are subtracted from, so
/// they leave the expected gradient as it is; the means contain it, which shrinks the gradient by about 1 − 1/n.
public enum Baseline {
    /// b = 0
    NONE,
    /// b = the mean of G over all response tokens of the batch
    BATCH_MEAN,
    /// b = the mean of G_0 over the responses of the batch
    BATCH_MEAN_OF_SEQUENCES,
    /// b_t = the mean of G_t over the responses that still have a token t
    MEAN_BY_POSITION,
    /// b_t = the mean of the G_t of the other samples of the same prompt, 0 for one that has ended
    LEAVE_ONE_OUT,
    /// b = the mean of the G_0 of the other samples of the same prompt
    LEAVE_ONE_OUT_OF_SEQUENCES;

    /// A = G − b, the shapes of `returns`. `groups[i]` is the prompt that response i answers. Throws
    /// [BadInputException] for a leave-one-out baseline where a prompt has one sample only.
    public List<float[]> subtract(List<float[]> returns, int[] groups) {
        if (groups.length != returns.size()) {
            throw new IllegalArgumentException(groups.length + " groups for " + returns.size() + " responses");
        }
        if (returns.stream().allMatch(g -> g.length == 0)) {
            throw new IllegalArgumentException("a batch without response tokens");
        }
        return switch (this) {
            case NONE -> less(returns, (i, t) -> 0);
            case BATCH_MEAN -> {
                double mean = meanOfTokens(returns);
                yield less(returns, (i, t) -> mean);
            }
            case BATCH_MEAN_OF_SEQUENCES -> {
                double mean =
                        returns.stream().mapToDouble(g -> at(g, 0)).average().orElseThrow();
                yield less(returns, (i, t) -> mean);
            }
            case MEAN_BY_POSITION -> {
                double[] mean = meanByPosition(returns);
                yield less(returns, (i, t) -> mean[t]);
            }
            case LEAVE_ONE_OUT -> {
                List<List<float[]>> others = othersOfThePrompt(returns, groups);
                yield less(returns, (i, t) -> meanAt(others.get(i), t));
            }
            case LEAVE_ONE_OUT_OF_SEQUENCES -> {
                List<List<float[]>> others = othersOfThePrompt(returns, groups);
                yield less(returns, (i, t) -> meanAt(others.get(i), 0));
            }
        };
    }

    /// Throws [BadInputException] where this baseline needs more samples per prompt than a run would draw.
    public void requireSamplesPerPrompt(int samples) {
        if ((this == LEAVE_ONE_OUT || this == LEAVE_ONE_OUT_OF_SEQUENCES) && samples < 2) {
            throw new BadInputException("A leave-one-out baseline needs at least 2 samples per prompt, not " + samples
                    + ": draw more samples or choose the baseline batch_mean or mean_by_position.");
        }
    }

    /// b for token t of response i.
    private interface Value {
        double of(int response, int token);
    }

    private static List<float[]> less(List<float[]> returns, Value baseline) {
        List<float[]> advantages = new ArrayList<>(returns.size());
        for (int i = 0; i < returns.size(); i++) {
            float[] advantage = returns.get(i).clone();
            for (int t = 0; t < advantage.length; t++) {
                advantage[t] = (float) (advantage[t] - baseline.of(i, t));
            }
            advantages.add(advantage);
        }
        return advantages;
    }

    private static double meanOfTokens(List<float[]> returns) {
        Moments moments = new Moments();
        for (float[] g : returns) {
            for (float x : g) {
                moments.add(x);
            }
        }
        return moments.mean();
    }

    private static double[] meanByPosition(List<float[]> returns) {
        int longest = returns.stream().mapToInt(g -> g.length).max().orElseThrow();
        double[] mean = new double[longest];
        for (int t = 0; t < longest; t++) {
            int position = t;
            mean[t] = returns.stream()
                    .filter(g -> g.length > position)
                    .mapToDouble(g -> g[position])
                    .average()
                    .orElseThrow();
        }
        return mean;
    }

    private List<List<float[]>> othersOfThePrompt(List<float[]> returns, int[] groups) {
        Map<Integer, List<Integer>> samples = new HashMap<>();
        for (int i = 0; i < groups.length; i++) {
            samples.computeIfAbsent(groups[i], prompt -> new ArrayList<>()).add(i);
        }
        List<List<float[]>> others = new ArrayList<>(groups.length);
        for (int i = 0; i < groups.length; i++) {
            int own = i;
            List<Integer> prompt = samples.get(groups[i]);
            requireSamplesPerPrompt(prompt.size());
            others.add(prompt.stream().filter(j -> j != own).map(returns::get).toList());
        }
        return others;
    }

    private static double meanAt(List<float[]> others, int t) {
        double sum = 0;
        for (float[] g : others) {
            sum += at(g, t);
        }
        return sum / others.size();
    }

    private static double at(float[] g, int t) {
        return t < g.length ? g[t] : 0;
    }
}
