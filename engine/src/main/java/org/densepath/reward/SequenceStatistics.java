package org.densepath.reward;

import java.nio.IntBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a batch of responses looks like from outside: length, cuts, repetition, and how far the return agrees
/// with a check.
public final class SequenceStatistics {
    private SequenceStatistics() {}

    /// Distinct-n: different n-grams of token ids / all n-grams, pooled over the batch, which never cross
    /// responses. Near 0 is repetition, near 1 for small n is noise. It falls with the batch's size, so compare
    /// batches of one size. NaN where no response has n tokens.
    public static double distinct(List<int[]> responses, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("n-grams of " + n);
        }
        Set<IntBuffer> different = new HashSet<>();
        long all = 0;
        for (int[] ids : responses) {
            for (int i = 0; i + n <= ids.length; i++) {
                different.add(IntBuffer.wrap(ids, i, n).slice());
                all++;
            }
        }
        return all == 0 ? Double.NaN : (double) different.size() / all;
    }

    /// The mean number of response tokens, the end token included.
    public static double meanLength(List<int[]> responses) {
        return responses.stream().mapToInt(ids -> ids.length).average().orElse(Double.NaN);
    }

    /// The share of responses that the length limit cut, `ended[i]` false.
    public static double cutShare(boolean[] ended) {
        int cut = 0;
        for (boolean end : ended) {
            cut += end ? 0 : 1;
        }
        return ended.length == 0 ? Double.NaN : (double) cut / ended.length;
    }

    /// Pearson's correlation; NaN where either side does not vary, as when every answer is wrong.
    public static double pearson(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " values against " + y.length);
        }
        Moments ofX = new Moments();
        Moments ofY = new Moments();
        for (int i = 0; i < x.length; i++) {
            ofX.add(x[i]);
            ofY.add(y[i]);
        }
        double covariance = 0;
        for (int i = 0; i < x.length; i++) {
            covariance += (x[i] - ofX.mean()) * (y[i] - ofY.mean()) / x.length;
        }
        double scale = ofX.standardDeviation() * ofY.standardDeviation();
        return scale > 0 ? Math.clamp(covariance / scale, -1, 1) : Double.NaN;
    }

    /// The share of (right, wrong) pairs of samples of the same prompt in which the right one has the higher
    /// score (Σ r̂), ties half: 0.5 is chance. Pairs are pooled over prompts. NaN where no prompt has both a
    /// right and a wrong sample. Shown before DPR it says whether the reward knows right from wrong at all.
    public static double withinPromptAuroc(double[] scores, boolean[] right, int[] groups) {
        if (scores.length != right.length || scores.length != groups.length) {
            throw new IllegalArgumentException("scores, checks and groups must be of one length");
        }
        double wins = 0;
        long pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; right[i] && j < scores.length; j++) {
                if (!right[j] && groups[i] == groups[j]) {
                    wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Double.NaN : wins / pairs;
    }
}
