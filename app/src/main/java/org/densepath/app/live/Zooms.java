package org.densepath.app.live;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.densepath.paint.Extent;

/// Which parts of the axes are shown: of the x axis for all charts of a stage, of the y axis chart by chart.
final class Zooms {
    private final Map<String, Extent> across = new HashMap<>();
    private final Map<String, Extent> up = new HashMap<>();

    /// In steps, tokens or seconds; empty for all.
    Optional<Extent> across(Chart chart, XAxis axis) {
        return Optional.ofNullable(across.get(key(chart, axis)));
    }

    Optional<Extent> up(Chart chart) {
        return Optional.ofNullable(up.get(chart.id()));
    }

    void across(Chart chart, XAxis axis, double from, double to) {
        if (Double.isFinite(to - from) && Math.abs(to - from) > 1e-9) {
            across.put(key(chart, axis), new Extent(Math.min(from, to), Math.max(from, to)));
        }
    }

    void up(Chart chart, double from, double to) {
        if (Double.isFinite(to - from) && from != to) {
            up.put(chart.id(), new Extent(Math.min(from, to), Math.max(from, to)));
        }
    }

    void reset(Chart chart, XAxis axis) {
        across.remove(key(chart, axis));
        up.remove(chart.id());
    }

    void reset() {
        across.clear();
        up.clear();
    }

    /// Whether charts over `axis` show a part only.
    boolean any(XAxis axis) {
        return !up.isEmpty() || across.keySet().stream().anyMatch(key -> key.endsWith(":" + axis.name()));
    }

    /// The parts of the x axes, to be kept.
    Map<String, List<Double>> kept() {
        Map<String, List<Double>> ranges = new TreeMap<>();
        across.forEach((key, range) -> ranges.put(key, List.of(range.low(), range.high())));
        return ranges;
    }

    /// What [#kept] gave, in place of all there is.
    void restore(Map<String, List<Double>> ranges) {
        reset();
        ranges.forEach((key, range) -> {
            if (range.size() == 2 && range.get(0) < range.get(1)) {
                across.put(key, new Extent(range.get(0), range.get(1)));
            }
        });
    }

    private static String key(Chart chart, XAxis axis) {
        return chart.stage() + ":" + axis.name();
    }
}
