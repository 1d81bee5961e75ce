package org.densepath.bench.statistics;

import java.util.Arrays;

/// How large a difference is, apart from how certain it is.
public final class EffectSize {
    private EffectSize() {}

    /// Cohen's d of paired differences: their mean by their standard deviation; 0 where nothing differs.
    public static double paired(double[] differences) {
        double mean = Bootstrap.average(differences);
        double squares =
                Arrays.stream(differences).map(d -> (d - mean) * (d - mean)).sum();
        double deviation = Math.sqrt(squares / (differences.length - 1));
        return mean == 0 ? 0 : mean / deviation;
    }

    /// Cohen's h of two rates: the difference of 2 asin √p.
    public static double rates(double first, double second) {
        return 2 * Math.asin(Math.sqrt(first)) - 2 * Math.asin(Math.sqrt(second));
    }

    /// Cliff's delta: P(first > second) − P(first < second) over all pairs of two samples.
    public static double cliff(double[] first, double[] second) {
        double[] sorted = second.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double value : first) {
            sum += below(sorted, value, false) - (sorted.length - below(sorted, value, true));
        }
        return sum / first.length / second.length;
    }

    /// How many of `sorted` are smaller, or `orEqual`.
    private static int below(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value || orEqual && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
