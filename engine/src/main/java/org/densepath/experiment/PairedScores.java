package org.densepath.experiment;

import java.util.List;
import java.util.Map;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.Event;

/// Differences of an arm's success to π_SFT's on the same prompts, with bootstrap intervals over prompts, from
/// the kept answers.
final class PairedScores {
    static final String SUFFIX = "_minus_sft";

    private final Worker worker;
    private final int seed;

    PairedScores(Worker worker, int seed) {
        this.worker = worker;
        this.seed = seed;
    }

    /// Tells the differences of these arms, where the prompts have checks.
    void tell(List<String> arms) {
        for (String way : List.of("greedy", "sampled")) {
            Map<String, Double> sft = checks("sft", way);
            for (String arm : arms) {
                Map<String, Double> own = checks(arm, way);
                if (!sft.isEmpty() && own.keySet().equals(sft.keySet())) {
                    double[] differences = own.keySet().stream()
                            .mapToDouble(prompt -> own.get(prompt) - sft.get(prompt))
                            .toArray();
                    Interval i = Bootstrap.mean(
                            differences, worker.experiment().evaluation().bootstrap(), seed);
                    worker.journal()
                            .tell(new Event.ScoreComputed(
                                    EvaluationStage.BENCHMARK,
                                    arm,
                                    seed,
                                    "success_" + way + SUFFIX,
                                    i.value(),
                                    i.low(),
                                    i.high(),
                                    differences.length,
                                    0,
                                    differences.length));
                }
            }
        }
    }

    private Map<String, Double> checks(String arm, String way) {
        return KeptAnswers.checks(worker.journal().folder(), arm, seed, way);
    }
}
