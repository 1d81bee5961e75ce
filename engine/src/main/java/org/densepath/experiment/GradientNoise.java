package org.densepath.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.densepath.bench.statistics.Bootstrap;
import org.densepath.bench.statistics.Interval;
import org.densepath.paint.BarFigure;
import org.densepath.run.AtomicFiles;
import org.densepath.run.EventLog;
import org.densepath.run.MetricKey;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;

/// The noise of the gradient as it was measured while each arm reinforced
/// ([org.densepath.reward.GradientSignal]), averaged over steps and seeds. With γ = 1 `sparse` has the expected
/// gradient of `dpr` where the baseline does not depend on the response, so that the ratio of their noise is what
/// the place of the credit saves.
public record GradientNoise(List<Row> rows) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RESAMPLES = 2_000;
    private static final String DENSE = "dpr";

    /// @param seeds that have measured it
    /// @param steps that all of these seeds have measured
    /// @param noise the variance of a batch's gradient, S/n, a squared norm
    /// @param signal |μ|² of the same; below 0 by chance where there is little of it
    /// @param ratio mean signal over mean noise
    /// @param denseShare the noise of `dpr` over that of this arm, on the steps and seeds that both have measured;
    // null
    /// where there is no such
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(
            String arm,
            List<Integer> seeds,
            int steps,
            Interval noise,
            Interval signal,
            Interval ratio,
            Interval denseShare) {}

    /// One arm's measurements of one metric: seed → step → value.
    private record Measured(TreeMap<Integer, SortedMap<Long, Double>> bySeed) {
        List<Integer> seeds() {
            return List.copyOf(bySeed.keySet());
        }

        Measured both(Measured other) {
            TreeMap<Integer, SortedMap<Long, Double>> shared = new TreeMap<>(bySeed);
            shared.keySet().retainAll(other.bySeed.keySet());
            return new Measured(shared);
        }

        TreeSet<Long> steps() {
            TreeSet<Long> steps = new TreeSet<>(bySeed.firstEntry().getValue().keySet());
            bySeed.values().forEach(values -> steps.retainAll(values.keySet()));
            return steps;
        }

        double[][] table(TreeSet<Long> steps) {
            return bySeed.values().stream()
                    .map(values -> steps.stream().mapToDouble(values::get).toArray())
                    .toArray(double[][]::new);
        }
    }

    /// What has been measured by now.
    public static GradientNoise of(RunFolder folder, Experiment experiment) {
        RunState state = RunState.of(EventLog.read(folder.events()));
        List<Row> rows = new ArrayList<>();
        Measured dense = null;
        for (Arm arm : Arm.of(experiment)) {
            if (arm.kind() == Arm.Kind.REINFORCE && arm.name().equals(DENSE)) {
                dense = measured(state, experiment, arm, "dpr/gradient_noise");
            }
        }
        for (Arm arm : Arm.of(experiment)) {
            if (arm.kind() == Arm.Kind.REINFORCE) {
                Measured noise = measured(state, experiment, arm, "dpr/gradient_noise");
                Measured signal = measured(state, experiment, arm, "dpr/gradient_signal");
                if (!noise.bySeed().isEmpty() && !noise.steps().isEmpty()) {
                    rows.add(row(arm.name(), noise, signal, dense));
                }
            }
        }
        return new GradientNoise(List.copyOf(rows));
    }

    private static Measured measured(RunState state, Experiment experiment, Arm arm, String metric) {
        TreeMap<Integer, SortedMap<Long, Double>> bySeed = new TreeMap<>();
        for (int seed : experiment.seeds()) {
            var series = state.metrics().get(new MetricKey(arm.track(seed), metric));
            SortedMap<Long, Double> values = new TreeMap<>();
            for (int i = 0; series != null && i < series.size(); i++) {
                if (Double.isFinite(series.value(i))) {
                    values.put(series.step(i), series.value(i));
                }
            }
            if (!values.isEmpty()) {
                bySeed.put(seed, values);
            }
        }
        return new Measured(bySeed);
    }

    private static Row row(String arm, Measured noise, Measured signal, Measured dense) {
        TreeSet<Long> steps = noise.steps();
        double[][] ofNoise = noise.table(steps);
        double[][] ofSignal = signal.table(steps);
        Interval share = null;
        if (dense != null && !arm.equals(DENSE)) {
            Measured own = noise.both(dense);
            Measured other = dense.both(noise);
            if (!own.bySeed().isEmpty()) {
                TreeSet<Long> both = own.steps();
                both.retainAll(other.steps());
                share = both.isEmpty() ? null : ratio(other.table(both), own.table(both));
            }
        }
        return new Row(
                arm,
                noise.seeds(),
                steps.size(),
                Bootstrap.seedsAndPrompts(ofNoise, RESAMPLES, 1),
                Bootstrap.seedsAndPrompts(ofSignal, RESAMPLES, 1),
                ratio(ofSignal, ofNoise),
                share);
    }

    /// Of means, never the mean of ratios: one step's noise may be estimated below 0.
    private static Interval ratio(double[][] above, double[][] below) {
        return Bootstrap.seedsAndPrompts(List.of(above, below), means -> means[0] / means[1], RESAMPLES, 1);
    }

    /// Writes what a finished run has measured, as `bench/held-out/gradient-noise.json`.
    static void write(RunFolder folder, Experiment experiment) {
        GradientNoise noise = of(folder, experiment);
        if (!noise.rows().isEmpty()) {
            AtomicFiles.write(ArmTable.file(folder).resolveSibling("gradient-noise.json"), noise.json() + "\n");
        }
    }

    /// One JSON object.
    public String json() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The noise of each arm's gradient; empty where fewer than two arms have measured it.
    Optional<BarFigure> figure() {
        if (rows.size() < 2) {
            return Optional.empty();
        }
        List<BarFigure.Bar> bars = rows.stream()
                .map(row -> new BarFigure.Bar(
                        row.arm(),
                        row.noise().value(),
                        row.noise().low(),
                        row.noise().high(),
                        "",
                        row.arm().equals(DENSE) ? 1 : 0))
                .toList();
        boolean several = rows.stream().anyMatch(row -> row.seeds().size() > 1);
        return Optional.of(new BarFigure(
                "Noise of the gradient",
                "variance of a batch's gradient (squared norm)",
                List.of(new BarFigure.Group("", bars)),
                "Mean over steps with 95 % bootstrap intervals over " + (several ? "seeds and steps" : "steps")
                        + ". The gradient before clipping, KL included."));
    }
}
