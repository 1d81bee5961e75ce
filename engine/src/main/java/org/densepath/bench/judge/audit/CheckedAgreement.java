package org.densepath.bench.judge.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFile;

/// How far a judge agrees with checks that need no judge.
public final class CheckedAgreement {
    private CheckedAgreement() {}

    /// Of comparisons: where exactly one answer is right, how often the judge prefers it, a tie counting half. Of
    /// ratings: how often a right answer is rated above a wrong one (AUROC). `baselineChecks` is null for
    /// ratings. Throws [BadInputException] where the checks are not to these answers.
    public static List<AuditRow> of(VerdictFile file, Path checks, Path baselineChecks) {
        boolean compares = file.verdicts().getFirst().compares();
        if (compares == (baselineChecks == null)) {
            throw new BadInputException(
                    compares
                            ? "Comparisons need checks of both models' answers; add --baseline-checks."
                            : "Ratings are of one model's answers; leave --baseline-checks out.");
        }
        Map<String, Boolean> right = CheckFile.read(checks);
        List<Verdict> judged = file.verdicts().stream()
                .filter(v -> v.judged() && right.containsKey(v.key()))
                .toList();
        if (judged.isEmpty()) {
            throw new BadInputException(checks + " checks none of the judged answers; name the checks of the answers"
                    + " that were judged.");
        }
        return List.of(
                compares
                        ? comparisons(file, judged, right, CheckFile.read(baselineChecks))
                        : ratings(file, judged, right));
    }

    private static AuditRow comparisons(
            VerdictFile file, List<Verdict> judged, Map<String, Boolean> right, Map<String, Boolean> baseline) {
        double[] preferred = judged.stream()
                .filter(v ->
                        baseline.containsKey(v.key()) && !right.get(v.key()).equals(baseline.get(v.key())))
                .mapToDouble(v -> ((right.get(v.key()) ? 1 : -1) * JudgeAudit.winner(v) + 1) / 2.0)
                .toArray();
        return AuditRow.share(file.judge() + " prefers the right answer", preferred);
    }

    private static AuditRow ratings(VerdictFile file, List<Verdict> judged, Map<String, Boolean> right) {
        List<Double> ofRight = new ArrayList<>();
        List<Double> ofWrong = new ArrayList<>();
        judged.forEach(v -> (right.get(v.key()) ? ofRight : ofWrong).add(v.value()));
        double above = 0;
        for (double one : ofRight) {
            for (double other : ofWrong) {
                above += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
        double pairs = (double) ofRight.size() * ofWrong.size();
        return AuditRow.value(
                file.judge() + " rates right above wrong (AUROC)",
                pairs == 0 ? Double.NaN : above / pairs,
                judged.size());
    }
}
