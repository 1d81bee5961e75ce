package org.densepath.app.live;

import java.util.Map;
import java.util.Optional;

/// What a metric is, as `docs/metrics.md` says it.
///
/// @param unit empty where there is none @param alarming what should worry a reader; may be empty
public record Metric(String name, String unit, String definition, String alarming) {
    private static final Map<String, String> ESTIMATORS = Map.of(
            "exact", "exact: summed over the whole vocabulary at each visited position",
            "k1", "k1 = log π_θ − log π_SFT of the sampled token: unbiased, may be negative",
            "k3", "k3 = e^(−k1) − 1 + k1: unbiased as a value, never negative");

    /// How it is estimated, where the definition names an estimator.
    public Optional<String> estimator() {
        int blank = definition.indexOf(' ');
        return Optional.ofNullable(ESTIMATORS.get(blank < 0 ? definition : definition.substring(0, blank)));
    }

    /// Name, definition, estimator, unit and what is alarming, a line each.
    public String explained() {
        StringBuilder text = new StringBuilder(name).append('\n').append(Sentences.joined(definition));
        estimator().ifPresent(e -> text.append("\nEstimator: ").append(e).append('.'));
        if (!unit.isEmpty()) {
            text.append("\nUnit: ").append(unit).append('.');
        }
        if (!alarming.isEmpty()) {
            text.append("\nAlarming: ").append(alarming).append('.');
        }
        return text.toString();
    }
}
