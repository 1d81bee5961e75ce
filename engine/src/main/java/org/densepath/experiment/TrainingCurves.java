package org.densepath.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.densepath.paint.CurveFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;
import org.densepath.run.MetricKey;
import org.densepath.run.RunState;
import org.densepath.run.Track;

/// The curves of one track as a figure: raw faint, smoothed strong; what is measured now and then as points
/// joined.
public final class TrainingCurves {
    private static final double SMOOTHING = 0.8;

    /// A panel: title, unit, and its metrics by name with their labels.
    private record Plan(String title, String unit, List<String> metrics, List<String> labels) {
        static Plan one(String title, String unit, String metric) {
            return new Plan(title, unit, List.of(metric), List.of(title));
        }
    }

    private static final List<Plan> SFT = List.of(
            Plan.one("Loss", "nats a token", "sft/loss"),
            Plan.one("Gradient norm", "", "sft/gradient_norm"),
            Plan.one("Learning rate", "", "sft/learning_rate"));

    private static final List<Plan> DPR = List.of(
            Plan.one("Return", "nats a response", "dpr/return_mean"),
            Plan.one("KL to SFT, exact", "nats a token", "dpr/kl_sft"),
            Plan.one("Entropy", "nats", "dpr/entropy"),
            Plan.one("Length", "tokens", "dpr/length_mean"),
            Plan.one("Cut share", "", "dpr/cut_share"),
            Plan.one("Distinct-2", "", "dpr/distinct_2"),
            Plan.one("Return–check correlation", "", "dpr/return_check_correlation"),
            new Plan(
                    "Held-out success",
                    "share right",
                    List.of("dpr/heldout_greedy", "dpr/heldout_sampled"),
                    List.of("greedy", "sampled")),
            Plan.one("Gradient signal to noise", "", "dpr/gradient_snr"));

    private static final List<Plan> SELF_PLAY = List.of(
            Plan.one("Loss", "a pair", "self-play/loss"),
            new Plan(
                    "Log-ratio to the old policy",
                    "nats a response",
                    List.of("self-play/log_ratio_demonstration", "self-play/log_ratio_own"),
                    List.of("demonstrations", "own answers")),
            Plan.one("Demonstration preferred", "share", "self-play/preferred_share"),
            Plan.one("Gradient norm", "", "self-play/gradient_norm"));

    private TrainingCurves() {}

    /// Empty where the track has no metrics yet.
    public static Optional<CurveFigure> of(RunState state, Track track, Experiment experiment) {
        List<Panel> panels = new ArrayList<>();
        for (Plan plan : plans(track.stage())) {
            panel(state, track, plan).ifPresent(panels::add);
        }
        if (panels.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new CurveFigure(title(track), panels, 3, "Faint: each step; strong: debiased moving average."));
    }

    private static List<Plan> plans(String stage) {
        return switch (stage) {
            case "dpr" -> DPR;
            case "self-play" -> SELF_PLAY;
            default -> SFT;
        };
    }

    private static String title(Track track) {
        return switch (track.stage()) {
            case "dpr" -> "Dense-Path REINFORCE" + (track.arm().equals("dpr") ? "" : ", " + track.arm());
            case "continued-sft" -> "Continued SFT";
            case "sft" -> "Supervised fine-tuning";
            default -> track.arm();
        };
    }

    private static Optional<Panel> panel(RunState state, Track track, Plan plan) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < plan.metrics().size(); i++) {
            var values = state.metrics().get(new MetricKey(track, plan.metrics().get(i)));
            if (values != null && values.size() > 0) {
                double[] x = new double[values.size()];
                double[] y = new double[values.size()];
                for (int k = 0; k < x.length; k++) {
                    x[k] = values.step(k);
                    y[k] = values.value(k);
                }
                if (plan.metrics().size() > 1 || x.length < 4) {
                    series.add(Series.of(plan.labels().get(i), x, y, i));
                } else {
                    series.addAll(Series.rawAndSmoothed(plan.labels().get(i), x, y, SMOOTHING, i));
                }
            }
        }
        return series.isEmpty() ? Optional.empty() : Optional.of(Panel.of(plan.title(), "step", plan.unit(), series));
    }
}
