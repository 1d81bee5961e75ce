package org.densepath.bench.judge.verdict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// What became of the questions behind a score. It stands beside every score.
public record Counts(int total, int judged, int unparsed, int failed) {
    public static Counts of(List<Verdict> verdicts) {
        return new Counts(
                verdicts.size(),
                count(verdicts, Outcome.JUDGED),
                count(verdicts, Outcome.UNPARSED),
                count(verdicts, Outcome.FAILED));
    }

    private static int count(List<Verdict> verdicts, Outcome outcome) {
        return (int) verdicts.stream().filter(v -> v.outcome() == outcome).count();
    }

    /// Adds them as fields.
    public void into(ObjectNode json) {
        json.put("total", total).put("judged", judged).put("unparsed", unparsed).put("failed", failed);
    }

    /// `160 verdicts: 158 judged, 1 unparsed, 1 failed`.
    @Override
    public String toString() {
        return total + " verdicts: " + judged + " judged, " + unparsed + " unparsed, " + failed + " failed";
    }
}
