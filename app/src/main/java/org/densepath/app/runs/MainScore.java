package org.densepath.app.runs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.densepath.app.live.StageMark;
import org.densepath.experiment.ScoreTable;
import org.densepath.run.Event;
import org.densepath.run.RunSummary;

/// The one score by which a run is told at a glance: of its method where it was scored, else as measured during
/// training.
///
/// @param value the number itself, to sort by
/// @param text `33.1 [30.1, 36.1] %`
/// @param meaning `success, sampled · DPR`
record MainScore(double value, String text, String meaning) {
    private static final List<String> ARMS = List.of("dpr", "continued-sft", "sft", "base");
    private static final List<String> SCORES =
            List.of("success_sampled", "success_greedy", "reference_logp", "return_sampled");
    private static final List<Map.Entry<String, String>> DURING = List.of(
            Map.entry("dpr/heldout_sampled", "success, sampled"), Map.entry("dpr/heldout_greedy", "success, greedy"));

    /// Empty while nothing was scored.
    static Optional<MainScore> of(RunSummary run) {
        ScoreTable table = ScoreTable.of(run.scores());
        for (String score : SCORES) {
            for (String arm : ARMS) {
                Optional<MainScore> found = cell(table, arm, score);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return run.heldOut().flatMap(MainScore::during);
    }

    private static Optional<MainScore> cell(ScoreTable table, String arm, String score) {
        return table.rows().stream()
                .filter(row -> row.arm().equals(arm) && row.cells().containsKey(score))
                .findFirst()
                .map(row -> row.cells().get(score))
                .map(cell -> new MainScore(
                        cell.value(),
                        ScoreTable.text(score, cell) + (score.startsWith("success") ? " %" : ""),
                        ScoreTable.label(score) + " · " + StageMark.stageName(arm)));
    }

    private static Optional<MainScore> during(Event.StepFinished step) {
        return DURING.stream()
                .filter(metric -> step.metrics().containsKey(metric.getKey()))
                .findFirst()
                .map(metric -> {
                    double value = step.metrics().get(metric.getKey());
                    return new MainScore(
                            value,
                            String.format(Locale.ROOT, "%.1f %%", 100 * value),
                            metric.getValue() + " · at step " + step.step());
                });
    }
}
