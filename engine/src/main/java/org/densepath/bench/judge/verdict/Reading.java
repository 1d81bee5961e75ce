package org.densepath.bench.judge.verdict;

/// A verdict read from a reply. `value`: a rating, or the share that goes to the answer shown first (1: it won, a
/// half: a tie); NaN where there is none. `weight`: as how many verdicts it counts. `label`: as the judge wrote
/// it; `reason`: why there is no verdict, else empty.
public record Reading(double value, double weight, String label, String reason) {
    public static Reading of(double value, double weight, String label) {
        return new Reading(value, weight, label, "");
    }

    /// No verdict; `reason` completes "the reply …".
    public static Reading none(String reason) {
        return new Reading(Double.NaN, 0, "", reason);
    }

    public boolean parsed() {
        return reason.isEmpty();
    }
}
