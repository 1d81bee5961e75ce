package org.densepath.app.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;

/// The main curves of several runs laid over each other: a colour is a run. Of several seeds the mean, in a band
/// from the least to the greatest.
final class ComparedCurves {
    private static final int CHARTS = 6;
    private static final int SMOOTHED_FROM = 12;
    private static final double SMOOTHING = 0.8;

    private record Chart(String metric, String arm, String title, String unit) {}

    private static final List<Chart> PLAN = List.of(
            new Chart("dpr/return_mean", "dpr", "Return Σ r̂", "nats/response"),
            new Chart("dpr/kl_sft", "dpr", "KL to SFT", "nats/token"),
            new Chart("dpr/heldout_sampled", "dpr", "Held-out success, sampled", "share"),
            new Chart("dpr/entropy", "dpr", "Entropy", "nats/token"),
            new Chart("dpr/length_mean", "dpr", "Response length", "tokens"),
            new Chart("sft/loss", "", "Fine-tuning loss", "nats/token"),
            new Chart("dpr/reward_mean", "dpr", "Dense reward r̂", "nats/token"),
            new Chart("dpr/check_mean", "dpr", "Right answers", "share"));

    private ComparedCurves() {}

    /// The charts that at least one run has, at most six. Run `i` has the colour `i`.
    static List<Panel> panels(List<ComparedRun> runs) {
        return PLAN.stream()
                .flatMap(chart -> panel(chart, runs).stream())
                .limit(CHARTS)
                .toList();
    }

    private static Optional<Panel> panel(Chart chart, List<ComparedRun> runs) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            series.addAll(series(chart, runs.get(i), i));
        }
        return series.isEmpty() ? Optional.empty() : Optional.of(Panel.of(chart.title(), "", chart.unit(), series));
    }

    private static List<Series> series(Chart chart, ComparedRun run, int colour) {
        List<ComparedRun.Points> seeds = run.curves().entrySet().stream()
                .filter(entry -> entry.getKey().metric().equals(chart.metric())
                        && entry.getKey().track().arm().equals(chart.arm()))
                .map(Map.Entry::getValue)
                .filter(points -> points.steps().length > 0)
                .toList();
        if (seeds.isEmpty()) {
            return List.of();
        }
        if (seeds.size() > 1) {
            return List.of(mean(run.name(), seeds, colour));
        }
        ComparedRun.Points only = seeds.getFirst();
        return only.steps().length < SMOOTHED_FROM
                ? List.of(Series.of(run.name(), only.steps(), only.values(), colour))
                : Series.rawAndSmoothed(run.name(), only.steps(), only.values(), SMOOTHING, colour);
    }

    /// At every step that any seed has.
    private static Series mean(String name, List<ComparedRun.Points> seeds, int colour) {
        TreeMap<Double, List<Double>> byStep = new TreeMap<>();
        for (ComparedRun.Points points : seeds) {
            for (int i = 0; i < points.steps().length; i++) {
                if (Double.isFinite(points.values()[i])) {
                    byStep.computeIfAbsent(points.steps()[i], _ -> new ArrayList<>())
                            .add(points.values()[i]);
                }
            }
        }
        int n = byStep.size();
        double[] x = new double[n];
        double[] mean = new double[n];
        double[] low = new double[n];
        double[] high = new double[n];
        int at = 0;
        for (Map.Entry<Double, List<Double>> step : byStep.entrySet()) {
            x[at] = step.getKey();
            mean[at] = step.getValue().stream().mapToDouble(v -> v).average().orElse(Double.NaN);
            low[at] = step.getValue().stream().mapToDouble(v -> v).min().orElse(Double.NaN);
            high[at] = step.getValue().stream().mapToDouble(v -> v).max().orElse(Double.NaN);
            at++;
        }
        return Series.withBand(name, x, mean, low, high, colour);
    }
}
