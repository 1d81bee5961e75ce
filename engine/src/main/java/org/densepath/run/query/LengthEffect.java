package org.densepath.run.query;

import java.util.List;

/// How the returns of responses go with their lengths in tokens: Pearson's correlation with its 95 % interval
/// (Fisher's z) and the straight line return ≈ intercept + slope · length. NaN where either does not vary.
///
/// @param responses those with a finite return
/// @param points some of them, by length
public record LengthEffect(
        long responses,
        double correlation,
        double low,
        double high,
        double slope,
        double intercept,
        List<Point> points) {
    public LengthEffect {
        points = List.copyOf(points);
    }

    /// One response.
    public record Point(TraceFile file, int promptIndex, int sample, int length, double totalReturn) {}

    static LengthEffect of(long responses, double r, double slope, double intercept, List<Point> points) {
        double half = responses > 3 && Math.abs(r) < 1 ? 1.959964 / Math.sqrt(responses - 3.0) : Double.NaN;
        double z = 0.5 * Math.log((1 + r) / (1 - r));
        return new LengthEffect(responses, r, Math.tanh(z - half), Math.tanh(z + half), slope, intercept, points);
    }
}
