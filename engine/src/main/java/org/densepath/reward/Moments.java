package org.densepath.reward;

/// Running mean and population variance of a stream of numbers (Welford 1962), which do not lose digits when the
/// mean is large against the spread.
final class Moments {
    private static final double EPSILON = 1e-8;

    private long count;
    private double mean;
    private double squares;

    void add(double x) {
        count++;
        double delta = x - mean;
        mean += delta / count;
        squares += delta * (x - mean);
    }

    long count() {
        return count;
    }

    double mean() {
        return mean;
    }

    /// √(Σ(x − mean)² / n)
    double standardDeviation() {
        return Math.sqrt(squares / count);
    }

    /// (x − mean) / (standard deviation + 1e-8)
    double standardise(double x) {
        return (x - mean) / (standardDeviation() + EPSILON);
    }
}
