package org.densepath.app.live;

import static org.densepath.app.live.ChartGroup.CHECKS;
import static org.densepath.app.live.ChartGroup.HELD_OUT;
import static org.densepath.app.live.ChartGroup.KL;
import static org.densepath.app.live.ChartGroup.LENGTH;
import static org.densepath.app.live.ChartGroup.OPTIMIZER;
import static org.densepath.app.live.ChartGroup.REWARD;
import static org.densepath.app.live.ChartGroup.SELF_PLAY;
import static org.densepath.app.live.ChartGroup.SFT;
import static org.densepath.app.live.ChartGroup.SPEED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The charts of the page in their order. Every metric is in one of them, or is the standard error that one of
/// them draws.
public final class ChartCatalogue {
    private static final List<Chart> PLANNED = List.of(
            main(one(REWARD, "dpr/reward_mean", "Dense reward r̂")),
            one(REWARD, "dpr/return_mean", "Return Σ r̂"),
            one(REWARD, "dpr/advantage_sd", "Spread of advantages"),
            main(points(
                    "dpr/heldout_success",
                    "Held-out success",
                    new Chart.Line("dpr/heldout_greedy", "greedy", "dpr/heldout_greedy_se"),
                    new Chart.Line("dpr/heldout_sampled", "sampled", "dpr/heldout_sampled_se"))),
            points(
                    "dpr/heldout_return",
                    "Held-out return",
                    new Chart.Line("dpr/heldout_return_greedy", "greedy", ""),
                    new Chart.Line("dpr/heldout_return_sampled", "sampled", "")),
            points("dpr/heldout_auroc", "Held-out AUROC", new Chart.Line("dpr/heldout_auroc", "", "")),
            points(
                    "dpr/heldout_correlation",
                    "Held-out correlation",
                    new Chart.Line("dpr/heldout_correlation", "", "")),
            points("dpr/heldout_length", "Held-out length", new Chart.Line("dpr/heldout_length_sampled", "", "")),
            main(one(KL, "dpr/kl_sft", "KL to SFT")),
            main(one(KL, "dpr/entropy", "Entropy")),
            new Chart(
                    "dpr/kl_sft_sampled",
                    KL,
                    "KL to SFT, sampled",
                    List.of(new Chart.Line("dpr/kl_sft_k1", "k1", ""), new Chart.Line("dpr/kl_sft_k3", "k3", "")),
                    false,
                    false),
            one(KL, "dpr/kl_reference", "KL to reference"),
            main(one(LENGTH, "dpr/length_mean", "Response length")),
            one(LENGTH, "dpr/cut_share", "Cut at the limit"),
            main(one(LENGTH, "dpr/distinct_2", "Distinct bigrams")),
            main(one(CHECKS, "dpr/return_check_correlation", "Return–check correlation")),
            one(CHECKS, "dpr/check_mean", "Right answers in the batch"),
            main(one(SFT, "sft/loss", "Fine-tuning loss")),
            one(SELF_PLAY, "self-play/loss", "Loss of the pairs"),
            new Chart(
                    "self-play/log_ratio",
                    SELF_PLAY,
                    "Log-ratio to the last iterate",
                    List.of(
                            new Chart.Line("self-play/log_ratio_demonstration", "demonstrations", ""),
                            new Chart.Line("self-play/log_ratio_own", "own answers", "")),
                    false,
                    false),
            one(SELF_PLAY, "self-play/preferred_share", "Demonstrations preferred"),
            one(SELF_PLAY, "self-play/iteration", "Iteration"),
            one(OPTIMIZER, "dpr/gradient_norm", "Gradient norm, DPR"),
            one(OPTIMIZER, "dpr/gradient_snr", "Gradient signal to noise"),
            one(OPTIMIZER, "dpr/gradient_signal", "Gradient signal"),
            one(OPTIMIZER, "dpr/gradient_noise", "Gradient noise"),
            one(OPTIMIZER, "dpr/learning_rate", "Learning rate, DPR"),
            one(OPTIMIZER, "dpr/loss", "Loss, DPR"),
            one(OPTIMIZER, "dpr/policy_gradient_term", "Policy-gradient term"),
            one(OPTIMIZER, "dpr/extrapolation", "Extrapolation 1/β"),
            one(OPTIMIZER, "sft/gradient_norm", "Gradient norm, SFT"),
            one(OPTIMIZER, "sft/learning_rate", "Learning rate, SFT"),
            one(OPTIMIZER, "self-play/gradient_norm", "Gradient norm, pairs"),
            one(OPTIMIZER, "self-play/learning_rate", "Learning rate, pairs"),
            one(SPEED, "dpr/tokens_per_second", "Tokens a second, DPR"),
            one(SPEED, "dpr/seconds", "Seconds a step, DPR"),
            one(SPEED, "dpr/response_tokens", "Response tokens, DPR"),
            one(SPEED, "sft/tokens_per_second", "Tokens a second, SFT"),
            one(SPEED, "sft/seconds", "Seconds a step, SFT"),
            one(SPEED, "sft/tokens", "Tokens a batch, SFT"),
            one(SPEED, "sft/response_tokens", "Response tokens, SFT"),
            one(SPEED, "self-play/tokens_per_second", "Tokens a second, pairs"),
            one(SPEED, "self-play/seconds", "Seconds a step, pairs"),
            one(SPEED, "self-play/response_tokens", "Response tokens, pairs"),
            one(SPEED, "self-play/generated_tokens", "Own answers' tokens, pairs"));

    private ChartCatalogue() {}

    /// Those that are planned, whatever a run has.
    public static List<Chart> planned() {
        return PLANNED;
    }

    /// The charts that `metrics` fill, unknown metrics last.
    public static List<Chart> of(Collection<String> metrics) {
        List<Chart> charts = new ArrayList<>();
        Set<String> left = new TreeSet<>(metrics);
        for (Chart chart : PLANNED) {
            if (chart.lines().stream().anyMatch(line -> metrics.contains(line.metric()))) {
                charts.add(chart);
            }
            chart.lines().forEach(line -> {
                left.remove(line.metric());
                left.remove(line.error());
            });
        }
        left.forEach(metric -> charts.add(Chart.unplanned(metric)));
        return charts;
    }

    private static Chart one(ChartGroup group, String metric, String title) {
        return new Chart(metric, group, title, List.of(new Chart.Line(metric, "", "")), false, false);
    }

    private static Chart points(String id, String title, Chart.Line... lines) {
        return new Chart(id, HELD_OUT, title, List.of(lines), false, true);
    }

    private static Chart main(Chart chart) {
        return new Chart(chart.id(), chart.group(), chart.title(), chart.lines(), true, chart.points());
    }
}
