package org.densepath.app.live;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.densepath.run.MetricKey;
import org.densepath.run.Track;

/// A run among those whose curves are drawn, with what was worked out on its curves so far.
final class ShownRun {
    private final Map<MetricKey, CurveTrail> trails = new HashMap<>();
    private final Map<String, SeedMean> means = new HashMap<>();
    private RunSnapshot snapshot;
    private Map<MetricKey, Curve> curves = new HashMap<>();

    /// All seeds of one metric in one arm.
    record Seeds(String stage, String arm, List<CurveTrail> trails) {}

    ShownRun(RunSnapshot snapshot) {
        update(snapshot);
    }

    void update(RunSnapshot now) {
        snapshot = now;
        curves = new LinkedHashMap<>();
        now.curves().forEach(curve -> curves.put(curve.key(), curve));
        trails.keySet().retainAll(curves.keySet());
    }

    RunSnapshot snapshot() {
        return snapshot;
    }

    /// The curves of `metric`, followed up to now: what all arms share first, then the arms.
    List<Seeds> seedsOf(String metric, double weight) {
        Map<String, List<MetricKey>> byArm = new LinkedHashMap<>();
        curves.values().stream()
                .filter(curve -> curve.key().metric().equals(metric) && curve.size() > 0)
                .map(Curve::key)
                .sorted(Comparator.comparing(
                                (MetricKey key) -> !key.track().arm().isEmpty())
                        .thenComparing(MetricKey::track))
                .forEach(key -> byArm.computeIfAbsent(
                                key.track().stage() + "/" + key.track().arm(), _ -> new java.util.ArrayList<>())
                        .add(key));
        return byArm.values().stream()
                .map(keys -> {
                    Track track = keys.getFirst().track();
                    return new Seeds(
                            track.stage(),
                            track.arm(),
                            keys.stream().map(key -> trail(key, weight)).toList());
                })
                .toList();
    }

    /// The curve of one metric of one track, empty curves included; null where there is none.
    Curve curve(Track track, String metric) {
        return curves.get(new MetricKey(track, metric));
    }

    SeedMean mean(String metric, Seeds seeds, double weight) {
        SeedMean mean = means.computeIfAbsent(metric + " " + seeds.stage() + " " + seeds.arm(), _ -> new SeedMean());
        mean.follow(seeds.trails(), weight);
        return mean;
    }

    private CurveTrail trail(MetricKey key, double weight) {
        Curve curve = curves.get(key);
        CurveTrail trail = trails.computeIfAbsent(key, _ -> new CurveTrail(curve));
        trail.follow(curve, weight);
        return trail;
    }
}
