package org.densepath.reward;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.densepath.reward.Alarm.Direction;
import org.densepath.reward.WatchSettings.Limit;
import org.densepath.reward.WatchSettings.Watched;
import org.densepath.reward.WatchState.OfMetric;

/// Watches a run for signs of reward hacking, step by step: each metric against lines relative to its start, in
/// both directions. A line is crossed when the mean of the last w values lies beyond it by more than z standard
/// errors, |m_w − line| > z·σ·√(1/w + factor²/n_start), and the latest value lies beyond it too, p times in a
/// row; hard limits take one value.
///
/// Metrics are matched by what follows the last `/` of their name; what is absent or NaN was not measured in this
/// step. Not thread-safe.
public final class HackingWatch {
    /// Values kept per metric for the scatter, besides the longest window.
    private static final int MEMORY = 20;

    private final WatchSettings settings;
    private final Map<String, OfMetric> metrics;

    public HackingWatch(WatchSettings settings) {
        this(settings, WatchState.empty());
    }

    /// Goes on from what [#state] returned. Throws [IllegalArgumentException] where it belongs to other settings.
    public HackingWatch(WatchSettings settings, WatchState state) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.metrics = new HashMap<>(state.metrics());
        for (Watched watched : settings.watched()) {
            OfMetric metric = metrics.get(watched.metric());
            if (metric != null && metric.crossed().length != watched.limits().size()) {
                throw new IllegalArgumentException(
                        "the watch's state of " + watched.metric() + " has " + metric.crossed().length
                                + " limits, its settings " + watched.limits().size());
            }
        }
    }

    /// The memory after the last step; keep it in the checkpoint.
    public WatchState state() {
        return new WatchState(metrics);
    }

    /// Takes one step's metrics and returns the alarms that they raise, the gravest first.
    public List<Alarm> observe(int step, Map<String, Double> stepMetrics) {
        Map<String, Double> values = new HashMap<>();
        stepMetrics.forEach((name, value) -> values.put(name.substring(name.lastIndexOf('/') + 1), value));
        List<Alarm> alarms = new ArrayList<>();
        for (Watched watched : settings.watched()) {
            Double value = values.get(watched.metric());
            if (value == null || value.isNaN()) {
                continue;
            }
            if (value.isInfinite()) {
                alarms.add(WatchWords.infinite(watched.metric(), value));
            } else {
                alarms.addAll(observe(step, watched, value, values.get(watched.metric() + "_se")));
            }
        }
        alarms.sort((a, b) -> b.action().compareTo(a.action()));
        return alarms;
    }

    private List<Alarm> observe(int step, Watched watched, double value, Double measuredError) {
        List<Limit> limits = watched.limits();
        int memory = MEMORY + limits.stream().mapToInt(Limit::window).max().orElse(0);
        OfMetric metric = metrics.getOrDefault(watched.metric(), OfMetric.fresh(limits.size()))
                .with(value, watched.startValues(), memory);
        metrics.put(watched.metric(), metric);
        Double given = settings.start().get(watched.metric());
        boolean known = given != null || metric.startCount() == watched.startValues();
        double start = given != null ? given : metric.startSum() / metric.startCount();
        Map<Direction, Integer> gravest = new EnumMap<>(Direction.class);
        for (int i = 0; i < limits.size(); i++) {
            Limit limit = limits.get(i);
            if (!known && limit.factor() != 0) {
                continue;
            }
            boolean beyond = beyond(limit, start, metric, error(watched, limit, metric, measuredError, given != null));
            metric.crossed()[i] = beyond ? metric.crossed()[i] + 1 : 0;
            if (metric.crossed()[i] >= limit.persistence()) {
                gravest.merge(limit.direction(), i, (a, b) -> graver(limits, a, b));
            }
        }
        List<Alarm> alarms = new ArrayList<>();
        for (int i : gravest.values()) {
            if (step >= metric.quietUntil()[i]) {
                metric.quietUntil()[i] = step + settings.repeatAfter();
                Limit limit = limits.get(i);
                alarms.add(WatchWords.alarm(watched.metric(), limit, metric.smoothed(limit.window()), start));
            }
        }
        return alarms;
    }

    /// The latest value must lie beyond too, so that one outlier is forgotten although it stays in the window.
    private static boolean beyond(Limit limit, double start, OfMetric metric, double error) {
        double side = limit.direction() == Direction.UP ? 1 : -1;
        double margin = limit.margin() == 0 ? 0 : limit.margin() * error;
        double line = limit.line(start);
        return side * (metric.smoothed(limit.window()) - line) > margin && side * (metric.latest() - line) > 0;
    }

    /// Where a stop line is crossed, the warning that was crossed before is not repeated.
    private static int graver(List<Limit> limits, int a, int b) {
        return limits.get(a).action().compareTo(limits.get(b).action()) >= 0 ? a : b;
    }

    /// The standard error of (mean of the window − factor·start).
    private static double error(Watched watched, Limit limit, OfMetric metric, Double measured, boolean startGiven) {
        Double ofDifference = measured != null ? measured : watched.standardError();
        if (ofDifference != null) {
            return ofDifference / Math.sqrt(limit.window());
        }
        double startVariance = startGiven ? 0 : limit.factor() * limit.factor() / watched.startValues();
        return metric.scatterBefore(limit.window()) * Math.sqrt(1.0 / limit.window() + startVariance);
    }
}
