package org.densepath.app.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;

/// The charts of the page, in their order, each of one metric or of several that belong together.
public enum MainMetric {
    SFT_LOSS(
            "Fine-tuning loss",
            "nats/token",
            "How badly the model predicts the demonstrations.",
            Map.of("sft/loss", "")),
    REWARD(
            "Dense reward r̂",
            "nats/token",
            "log π_SFT − log π_ref of the sampled tokens: what the policy is pushed towards.",
            Map.of("dpr/reward_mean", "")),
    KL(
            "KL to SFT",
            "nats/token",
            "Exact: how far the policy has moved from the fine-tuned model.",
            Map.of("dpr/kl_sft", "")),
    ENTROPY(
            "Entropy",
            "nats/token",
            "How undecided the policy is; sharp falls and sharp rises are warnings.",
            Map.of("dpr/entropy", "")),
    LENGTH("Response length", "tokens", "Mean length of the sampled responses.", Map.of("dpr/length_mean", "")),
    HELD_OUT(
            "Held-out success",
            "share",
            "Right answers to prompts that took no part in training: the most likely answer, and a sampled one.",
            Map.of("dpr/heldout_greedy", "greedy", "dpr/heldout_sampled", "sampled")),
    CHECK(
            "Right answers",
            "share",
            "An outside check of the sampled responses that takes no part in training.",
            Map.of("dpr/check_mean", ""));

    /// What fits the page.
    private static final int CHARTS = 6;

    /// From how many points on a smoothed curve lies over the raw one.
    private static final int SMOOTHED_FROM = 12;

    private static final double SMOOTHING = 0.8;

    private final String title;
    private final String unit;
    private final String meaning;
    private final Map<String, String> metrics;

    MainMetric(String title, String unit, String meaning, Map<String, String> metrics) {
        this.title = title;
        this.unit = unit;
        this.meaning = meaning;
        this.metrics = metrics;
    }

    public String title() {
        return title;
    }

    /// One sentence for a newcomer.
    public String meaning() {
        return meaning;
    }

    /// Which chart shows the metric of this name.
    public static Optional<MainMetric> of(String metric) {
        return Stream.of(values()).filter(m -> m.metrics.containsKey(metric)).findFirst();
    }

    /// The charts that have curves, at most six.
    public static List<Panel> panels(List<Curve> curves) {
        return Stream.of(values())
                .flatMap(metric -> metric.panel(curves).stream())
                .limit(CHARTS)
                .toList();
    }

    /// The chart of this metric's curves, empty when there are none.
    Optional<Panel> panel(List<Curve> curves) {
        List<Curve> mine = curves.stream()
                .filter(curve -> metrics.containsKey(curve.key().metric()) && curve.size() > 0)
                .sorted(Comparator.comparing(curve -> !curve.key().track().arm().isEmpty()))
                .toList();
        boolean manySeeds =
                mine.stream().map(c -> c.key().track().seed()).distinct().count() > 1;
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < mine.size(); i++) {
            Curve curve = mine.get(i);
            String name = name(curve, manySeeds);
            if (curve.size() < SMOOTHED_FROM) {
                series.add(Series.of(name, curve.steps(), curve.values(), i));
            } else {
                series.addAll(Series.rawAndSmoothed(name, curve.steps(), curve.values(), SMOOTHING, i));
            }
        }
        return mine.isEmpty() ? Optional.empty() : Optional.of(Panel.of(title, "", unit, series));
    }

    private String name(Curve curve, boolean manySeeds) {
        String arm = curve.key().track().arm();
        String part = metrics.get(curve.key().metric());
        String name = part.isEmpty()
                ? StageMark.stageName(arm.isEmpty() ? curve.key().track().stage() : arm)
                : part;
        return manySeeds ? name + ", seed " + curve.key().track().seed() : name;
    }
}
