package org.densepath.bench.judge.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFile;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/// How far two judges agree on the questions that both have judged.
public final class Agreement {
    private final List<double[]> values = new ArrayList<>();
    private final boolean compares;
    private final String label;

    private Agreement(VerdictFile one, VerdictFile other) {
        compares = one.verdicts().getFirst().compares();
        label = one.judge() + " and " + other.judge() + ": ";
        Map<List<Object>, Verdict> theirs = new HashMap<>();
        other.verdicts().stream().filter(Verdict::judged).forEach(v -> theirs.put(question(v), v));
        for (Verdict verdict : one.verdicts()) {
            Verdict same = theirs.get(question(verdict));
            if (verdict.judged() && same != null) {
                values.add(new double[] {verdict.value(), same.value()});
            }
        }
    }

    private static List<Object> question(Verdict v) {
        return List.of(v.key(), v.turn(), v.first(), v.repeat());
    }

    /// Throws [BadInputException] when they judged different benchmarks or no question in common.
    public static List<AuditRow> of(VerdictFile one, VerdictFile other) {
        if (!one.benchmark().equals(other.benchmark())) {
            throw new BadInputException("One file has verdicts on " + one.benchmark() + " and another on "
                    + other.benchmark() + "; compare judges of the same benchmark.");
        }
        Agreement agreement = new Agreement(one, other);
        if (agreement.values.isEmpty()) {
            throw new BadInputException("The judges " + one.judge() + " and " + other.judge()
                    + " have no judged question in common; compare verdicts on the same answers.");
        }
        return agreement.compares ? agreement.comparisons() : agreement.ratings();
    }

    private List<AuditRow> comparisons() {
        double[] same = values.stream()
                .mapToDouble(v -> winner(v[0]) == winner(v[1]) ? 1 : 0)
                .toArray();
        return List.of(
                AuditRow.share(label + "same winner", same),
                AuditRow.value(label + "Cohen's kappa", kappa(), same.length));
    }

    /// (observed − expected) / (1 − expected) agreement (Cohen 1960); NaN where both always say the same one
    /// thing.
    private double kappa() {
        double n = values.size();
        double observed = 0;
        double expected = 0;
        for (int winner = -1; winner <= 1; winner++) {
            int w = winner;
            observed += values.stream()
                            .filter(v -> winner(v[0]) == w && winner(v[1]) == w)
                            .count()
                    / n;
            double one = values.stream().filter(v -> winner(v[0]) == w).count() / n;
            expected += one * values.stream().filter(v -> winner(v[1]) == w).count() / n;
        }
        return expected == 1 ? Double.NaN : (observed - expected) / (1 - expected);
    }

    private List<AuditRow> ratings() {
        double[] ones = values.stream().mapToDouble(v -> v[0]).toArray();
        double[] others = values.stream().mapToDouble(v -> v[1]).toArray();
        boolean vary = varies(ones) && varies(others);
        double difference = values.stream()
                .mapToDouble(v -> Math.abs(v[0] - v[1]))
                .average()
                .orElseThrow();
        double[] near = values.stream()
                .mapToDouble(v -> Math.abs(v[0] - v[1]) <= 1 ? 1 : 0)
                .toArray();
        return List.of(
                AuditRow.share(label + "within one point", near),
                AuditRow.value(label + "mean difference", difference, near.length),
                AuditRow.value(
                        label + "rank correlation",
                        vary ? new SpearmansCorrelation().correlation(ones, others) : Double.NaN,
                        near.length));
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).distinct().count() > 1;
    }

    private static int winner(double value) {
        return (int) Math.signum(value - 0.5);
    }
}
