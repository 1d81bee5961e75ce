package org.densepath.bench.judge.verdict;

/// One judgement, a line of `verdicts.jsonl`. `first`: whose answer the judge saw first, `model` or `baseline`,
/// empty for a rating. `value`: a rating, or the share that goes to the model (1: it won); NaN unless judged.
/// `weight`: as how many it counts. `reason`: why there is no verdict. Lengths are in characters; the baseline's
/// is 0 for a rating.
public record Verdict(
        String key,
        String category,
        int turn,
        String first,
        int repeat,
        Outcome outcome,
        double value,
        double weight,
        String label,
        String reason,
        String text,
        int length,
        int baselineLength) {
    public static final String MODEL = "model";
    public static final String BASELINE = "baseline";

    public boolean judged() {
        return outcome == Outcome.JUDGED;
    }

    /// Whether two answers were compared.
    public boolean compares() {
        return !first.isEmpty();
    }
}
