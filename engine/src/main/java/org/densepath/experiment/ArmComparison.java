package org.densepath.experiment;

import org.densepath.bench.statistics.Interval;

/// An arm's score less another row's on the same prompts: the mean difference with its 95 % interval, Cohen's d
/// over prompts and h of the two rates, and two-sided p values: by paired bootstrap, by the exact sign test over
/// prompts, and the first one after Holm's correction over the whole table.
public record ArmComparison(
        String arm,
        String score,
        String against,
        Interval difference,
        double d,
        double h,
        double p,
        double pSign,
        double pHolm) {
    private static final double LEVEL = 0.05;

    ArmComparison corrected(double holm) {
        return new ArmComparison(arm, score, against, difference, d, h, p, pSign, holm);
    }

    public boolean significant() {
        return pHolm < LEVEL;
    }

    /// `*`, `**`, `***` for a corrected p below 0.05, 0.01, 0.001; else nothing.
    public String mark() {
        return pHolm < 0.001 ? "***" : pHolm < 0.01 ? "**" : significant() ? "*" : "";
    }
}
