package org.densepath.bench.statistics;

import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The coverage of all 95 % intervals, as `docs/bench.md` tells it.
@Tag("benchmark")
class CoverageBenchmark {
    private static final int TRIALS = 2_000;
    private static final int RESAMPLES = 1_000;

    @Test
    void coverage() {
        for (int prompts : new int[] {30, 100, 300}) {
            told("rate 0.3, percentile", prompts, Coverage.rates(TRIALS, prompts, RESAMPLES));
            told("exponential, percentile", prompts, Coverage.skewed(TRIALS, prompts, RESAMPLES, false));
            told("exponential, BCa", prompts, Coverage.skewed(TRIALS, prompts, RESAMPLES, true));
        }
        for (int seeds : new int[] {3, 5, 10}) {
            told(seeds + " seeds x prompts", 100, Coverage.seeds(TRIALS, seeds, 100, RESAMPLES, true));
            told(seeds + " seeds, prompts alone", 100, Coverage.seeds(TRIALS, seeds, 100, RESAMPLES, false));
        }
    }

    private static void told(String what, int prompts, double coverage) {
        System.out.printf(Locale.ROOT, "%-28s %4d prompts  %.1f %%%n", what, prompts, 100 * coverage);
    }
}
