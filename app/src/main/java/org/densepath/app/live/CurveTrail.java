package org.densepath.app.live;

import java.util.Arrays;

/// A curve that is followed as it grows: its smoothed values, its extremes and its gaps, each worked out once a
/// point. Belongs to one thread.
final class CurveTrail {
    private final Extremes rawExtremes = new Extremes();
    private final Extremes smoothExtremes = new Extremes();
    private Curve curve;
    private double weight = Double.NaN;
    private double[] smooth = new double[64];
    private int smoothed;
    private double sum;
    private double mass;
    private int[] gaps = new int[8];
    private int gapCount;
    private int searched;

    CurveTrail(Curve curve) {
        this.curve = curve;
    }

    /// Goes on with `now`, smoothed by `weight` (0 … below 1), as [org.densepath.paint.Smoothing] does it.
    void follow(Curve now, double weight) {
        boolean other = now.generation() != curve.generation() || now.size() < curve.size();
        curve = now;
        if (other) {
            rawExtremes.clear();
            gapCount = 0;
            searched = 0;
        }
        if (other || weight != this.weight) {
            this.weight = weight;
            smoothExtremes.clear();
            smoothed = 0;
            sum = 0;
            mass = 0;
        }
        smooth();
        findGaps();
        rawExtremes.extend(curve::value, curve.size());
        smoothExtremes.extend(i -> smooth[i], smoothed);
    }

    Curve curve() {
        return curve;
    }

    /// NaN in a gap.
    double smooth(int i) {
        return smooth[i];
    }

    /// The points to draw of the values as measured.
    int[] rawPoints(int from, int to) {
        return rawExtremes.points(from, to);
    }

    int[] smoothPoints(int from, int to) {
        return smoothExtremes.points(from, to);
    }

    /// Where values are not finite, ascending.
    int[] gaps() {
        return Arrays.copyOf(gaps, gapCount);
    }

    private void smooth() {
        if (smooth.length < curve.size()) {
            smooth = Arrays.copyOf(smooth, Math.max(curve.size(), 2 * smooth.length));
        }
        for (; smoothed < curve.size(); smoothed++) {
            double value = curve.value(smoothed);
            if (Double.isFinite(value)) {
                sum = weight * sum + (1 - weight) * value;
                mass = weight * mass + (1 - weight);
                smooth[smoothed] = sum / mass;
            } else {
                smooth[smoothed] = Double.NaN;
            }
        }
    }

    private void findGaps() {
        for (; searched < curve.size(); searched++) {
            if (!Double.isFinite(curve.value(searched))) {
                if (gapCount == gaps.length) {
                    gaps = Arrays.copyOf(gaps, 2 * gapCount);
                }
                gaps[gapCount++] = searched;
            }
        }
    }
}
