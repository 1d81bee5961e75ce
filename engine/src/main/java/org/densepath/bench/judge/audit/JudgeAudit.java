package org.densepath.bench.judge.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.densepath.bench.judge.verdict.Outcome;
import org.densepath.bench.judge.verdict.Verdict;
import org.densepath.bench.judge.verdict.VerdictFile;
import org.hipparchus.stat.correlation.SpearmansCorrelation;
import org.hipparchus.stat.descriptive.StreamingStatistics;

/// What one judge's verdicts say about the judge: whether it likes a place, likes length, answers as it was
/// asked, and agrees with itself.
public final class JudgeAudit {
    private final List<Verdict> all;
    private final List<Verdict> judged;

    private JudgeAudit(List<Verdict> verdicts) {
        all = verdicts;
        judged = verdicts.stream().filter(Verdict::judged).toList();
    }

    public static List<AuditRow> of(VerdictFile file) {
        JudgeAudit audit = new JudgeAudit(file.verdicts());
        List<AuditRow> rows = new ArrayList<>();
        boolean compares = file.verdicts().getFirst().compares();
        rows.add(audit.shareOfAll("parse failures", v -> v.outcome() == Outcome.UNPARSED));
        rows.add(audit.shareOfAll("no reply", v -> v.outcome() == Outcome.FAILED));
        rows.addAll(compares ? audit.comparisons() : audit.ratings());
        rows.addAll(audit.repeats());
        return rows;
    }

    private AuditRow shareOfAll(String name, Predicate<Verdict> which) {
        return AuditRow.share(name, indicators(all, which));
    }

    private List<AuditRow> comparisons() {
        List<Verdict> decided = judged.stream().filter(v -> winner(v) != 0).toList();
        List<Verdict> unequal =
                decided.stream().filter(v -> v.length() != v.baselineLength()).toList();
        List<double[]> orders = byQuestion(false).values().stream()
                .filter(games -> games.size() == 2)
                .map(games -> new double[] {winner(games.getFirst()), winner(games.getLast())})
                .toList();
        return List.of(
                AuditRow.share(
                        "position flips",
                        orders.stream().mapToDouble(o -> o[0] == o[1] ? 0 : 1).toArray()),
                AuditRow.share(
                        "first answer wins",
                        indicators(decided, v -> winner(v) > 0 == v.first().equals(Verdict.MODEL))),
                AuditRow.share(
                        "longer answer wins",
                        indicators(unequal, v -> winner(v) > 0 == v.length() > v.baselineLength())),
                AuditRow.share("ties", indicators(judged, v -> winner(v) == 0)));
    }

    private List<AuditRow> ratings() {
        StreamingStatistics ratings = new StreamingStatistics();
        judged.forEach(v -> ratings.addValue(v.value()));
        boolean varies = ratings.getN() > 1
                && ratings.getStandardDeviation() > 0
                && judged.stream().mapToInt(Verdict::length).distinct().count() > 1;
        double[] values = judged.stream().mapToDouble(Verdict::value).toArray();
        double[] lengths = judged.stream().mapToDouble(Verdict::length).toArray();
        double byLength = varies ? new SpearmansCorrelation().correlation(lengths, values) : Double.NaN;
        return List.of(
                AuditRow.value("mean rating", ratings.getMean(), judged.size()),
                AuditRow.value("standard deviation of ratings", ratings.getStandardDeviation(), judged.size()),
                AuditRow.value("rank correlation of rating and length", byLength, judged.size()));
    }

    /// Of questions that were asked several times.
    private List<AuditRow> repeats() {
        List<List<Verdict>> repeated = byQuestion(true).values().stream()
                .filter(verdicts -> verdicts.size() > 1)
                .toList();
        if (repeated.isEmpty()) {
            return List.of();
        }
        double spread = repeated.stream()
                .mapToDouble(verdicts -> {
                    StreamingStatistics values = new StreamingStatistics();
                    verdicts.forEach(v -> values.addValue(v.value()));
                    return values.getStandardDeviation();
                })
                .average()
                .orElseThrow();
        return List.of(
                AuditRow.value("standard deviation over repeats", spread, repeated.size()),
                AuditRow.share(
                        "same verdict in all repeats",
                        repeated.stream()
                                .mapToDouble(verdicts -> verdicts.stream()
                                                        .map(Verdict::value)
                                                        .distinct()
                                                        .count()
                                                == 1
                                        ? 1
                                        : 0)
                                .toArray()));
    }

    /// Judged verdicts on the same question: of all its repeats in one order, or of both orders in one repeat.
    private Map<List<Object>, List<Verdict>> byQuestion(boolean repeats) {
        return judged.stream()
                .collect(Collectors.groupingBy(
                        v -> List.of(v.key(), v.turn(), repeats ? v.first() : v.repeat()),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /// 1: the model won, −1: the baseline, 0: a tie.
    static int winner(Verdict verdict) {
        return (int) Math.signum(verdict.value() - 0.5);
    }

    private static double[] indicators(List<Verdict> verdicts, Predicate<Verdict> which) {
        return verdicts.stream().mapToDouble(v -> which.test(v) ? 1 : 0).toArray();
    }
}
