package org.densepath.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.EffectSize;
import org.densepath.bench.statistics.Holm;
import org.densepath.bench.statistics.Interval;
import org.densepath.bench.statistics.PairedTests;

/// Rows of a score table against each other on the same prompts.
///
/// @param score what is compared (`success_greedy`, a benchmark)
/// @param checks of each row, `[seed][prompt]`
record PairedArms(String score, Map<String, double[][]> checks, int resamples) {
    /// The least p is 1 / (resamples + 1): enough resamples that it can pass the correction of a large table.
    private static final int RESAMPLES = 10_000;

    private static final List<String> AGAINST = List.of("sft", "continued-sft");

    /// Over prompts of one seed, over seeds × prompts of several.
    static Interval interval(double[][] values, int resamples) {
        return values.length == 1
                ? Bootstrap.mean(values[0], resamples, 1)
                : Bootstrap.seedsAndPrompts(values, resamples, 1);
    }

    /// Each of `arms` against SFT and continued SFT, not corrected yet.
    List<ArmComparison> comparisons(List<String> arms) {
        List<ArmComparison> all = new ArrayList<>();
        for (String against : AGAINST) {
            for (String arm : arms) {
                if (!arm.equals(against) && checks.containsKey(arm) && checks.containsKey(against)) {
                    all.add(comparison(arm, against));
                }
            }
        }
        return all;
    }

    private ArmComparison comparison(String arm, String against) {
        double[][] differences = differences(arm, against);
        double[] byPrompt = meanOverSeeds(differences);
        return new ArmComparison(
                arm,
                score,
                against,
                interval(differences, resamples),
                EffectSize.paired(byPrompt),
                EffectSize.rates(mean(checks.get(arm)), mean(checks.get(against))),
                p(differences),
                PairedTests.sign(byPrompt),
                Double.NaN);
    }

    /// Of each score the best row against the next, corrected over the scores; none where there are fewer than
    /// two rows.
    static List<ArmLead> leads(List<PairedArms> scores) {
        List<ArmLead> raw = scores.stream()
                .filter(way -> way.checks.size() > 1)
                .map(PairedArms::lead)
                .toList();
        double[] holm = Holm.adjust(raw.stream().mapToDouble(ArmLead::p).toArray());
        List<ArmLead> corrected = new ArrayList<>();
        for (int i = 0; i < holm.length; i++) {
            ArmLead lead = raw.get(i);
            corrected.add(new ArmLead(lead.score(), lead.arm(), lead.next(), lead.p(), holm[i]));
        }
        return corrected;
    }

    private ArmLead lead() {
        List<String> ranked = checks.keySet().stream()
                .sorted(Comparator.comparingDouble((String arm) -> mean(checks.get(arm)))
                        .reversed())
                .toList();
        String best = ranked.get(0);
        String next = ranked.get(1);
        return new ArmLead(score, best, next, p(differences(best, next)), Double.NaN);
    }

    private double[][] differences(String arm, String against) {
        double[][] own = checks.get(arm);
        double[][] other = checks.get(against);
        double[][] differences = new double[own.length][];
        for (int s = 0; s < own.length; s++) {
            differences[s] = PairedTests.differences(own[s], other[s]);
        }
        return differences;
    }

    private double p(double[][] differences) {
        return PairedTests.bootstrap(differences, Math.max(RESAMPLES, resamples), 1);
    }

    private static double[] meanOverSeeds(double[][] values) {
        double[] mean = new double[values[0].length];
        for (double[] row : values) {
            for (int p = 0; p < mean.length; p++) {
                mean[p] += row[p] / values.length;
            }
        }
        return mean;
    }

    private static double mean(double[][] values) {
        return Bootstrap.mean(meanOverSeeds(values), 0, 0).value();
    }
}
