package org.densepath.app.live;

import java.util.Arrays;
import java.util.List;

/// Mean and standard deviation over the seeds of one metric, at the steps that all seeds have reached. Smoothed
/// values are smoothed seed by seed first. Worked out anew only when a seed has grown.
final class SeedMean {
    /// From how many seeds on a band says more than the lines.
    static final int SEEDS = 3;

    private final Extremes rawExtremes = new Extremes();
    private final Extremes smoothExtremes = new Extremes();
    private Object key;
    private int[] lead = new int[0];
    private double[] mean = new double[0];
    private double[] smooth = new double[0];
    private double[] deviation = new double[0];

    void follow(List<CurveTrail> seeds, double weight) {
        Object now = List.of(
                weight,
                seeds.stream()
                        .map(s -> List.of(s.curve().size(), s.curve().generation()))
                        .toList());
        if (now.equals(key)) {
            return;
        }
        key = now;
        Curve first = seeds.getFirst().curve();
        lead = new int[first.size()];
        mean = new double[first.size()];
        smooth = new double[first.size()];
        deviation = new double[first.size()];
        int[] at = new int[seeds.size()];
        int n = 0;
        for (int i = 0; i < first.size(); i++) {
            if (together(seeds, at, first.step(i), i)) {
                lead[n] = i;
                moments(seeds, at, n++);
            }
        }
        lead = Arrays.copyOf(lead, n);
        rawExtremes.clear();
        rawExtremes.extend(k -> mean[k], n);
        smoothExtremes.clear();
        smoothExtremes.extend(k -> smooth[k], n);
    }

    int size() {
        return lead.length;
    }

    /// The first seed's point that stands for point `k`.
    int lead(int k) {
        return lead[k];
    }

    double mean(int k) {
        return mean[k];
    }

    double smooth(int k) {
        return smooth[k];
    }

    /// Of the smoothed values, over seeds (n − 1).
    double deviation(int k) {
        return deviation[k];
    }

    int[] rawPoints(int from, int to) {
        return rawExtremes.points(from, to);
    }

    int[] smoothPoints(int from, int to) {
        return smoothExtremes.points(from, to);
    }

    /// Moves every seed to `step`; false where one has no such step.
    private static boolean together(List<CurveTrail> seeds, int[] at, double step, int leadAt) {
        at[0] = leadAt;
        boolean all = true;
        for (int s = 1; s < seeds.size(); s++) {
            Curve curve = seeds.get(s).curve();
            while (at[s] < curve.size() && curve.step(at[s]) < step) {
                at[s]++;
            }
            all &= at[s] < curve.size() && curve.step(at[s]) == step;
        }
        return all;
    }

    private void moments(List<CurveTrail> seeds, int[] at, int n) {
        double raw = 0;
        double smoothed = 0;
        double squares = 0;
        for (int s = 0; s < at.length; s++) {
            raw += seeds.get(s).curve().value(at[s]);
            smoothed += seeds.get(s).smooth(at[s]);
        }
        mean[n] = raw / at.length;
        smooth[n] = smoothed / at.length;
        for (int s = 0; s < at.length; s++) {
            double away = seeds.get(s).smooth(at[s]) - smooth[n];
            squares += away * away;
        }
        deviation[n] = Math.sqrt(squares / (at.length - 1));
    }
}
