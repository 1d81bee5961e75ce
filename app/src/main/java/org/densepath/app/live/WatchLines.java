package org.densepath.app.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.densepath.paint.NumberText;
import org.densepath.paint.Panel;
import org.densepath.reward.Alarm;
import org.densepath.reward.WatchLimits;
import org.densepath.reward.WatchSettings;

/// Where the watch on reward hacking has its limits for one metric of one run.
final class WatchLines {
    /// A limit farther away than this share of what the curves span is told at the edge instead.
    private static final double NEAR = 0.6;

    private WatchLines() {}

    /// A limit at `at` whose crossing does `action`; `of` names the line of a chart that it belongs to, or is
    /// empty.
    record Limit(String of, double at, Alarm.Direction direction, Alarm.Action action) {
        boolean up() {
            return direction == Alarm.Direction.UP;
        }

        String label() {
            String does =
                    switch (action) {
                        case WARN -> "warns";
                        case SLOW -> "slows";
                        case STOP -> "stops";
                    };
            return (of.isEmpty() ? "" : of + " ") + does + (up() ? " above " : " below ") + NumberText.plain(at);
        }
    }

    /// The limits of `curve`, the mildest first. They lie relative to where the metric started: at what was
    /// measured on π_SFT, else the mean of the first values; those that hang on a start that is not known yet are
    /// left out.
    static List<Limit> of(Curve curve, String of) {
        String metric = curve.key().metric();
        String name = metric.substring(metric.lastIndexOf('/') + 1);
        List<Limit> limits = new ArrayList<>();
        for (WatchSettings.Watched watched : WatchLimits.standard()) {
            if (watched.metric().equals(name)) {
                OptionalDouble start = start(curve, watched.startValues());
                for (WatchSettings.Limit limit : watched.limits()) {
                    if (start.isPresent() || limit.factor() == 0) {
                        limits.add(new Limit(of, limit.line(start.orElse(0)), limit.direction(), limit.action()));
                    }
                }
            }
        }
        limits.sort(Comparator.comparing(Limit::action));
        return limits;
    }

    /// `panel` with the limits that lie near its curves as lines, and the nearest of the others as notes at its
    /// edge.
    ///
    /// @param low the curves' smallest value @param high the largest
    static Panel drawn(Panel panel, List<Limit> limits, double low, double high) {
        double room = NEAR * Math.max(high - low, 1e-12);
        List<Panel.Line> near = new ArrayList<>();
        List<Panel.Beyond> beyond = new ArrayList<>();
        for (Alarm.Direction direction : Alarm.Direction.values()) {
            List<String> told = new ArrayList<>();
            for (Limit limit :
                    limits.stream().filter(l -> l.direction() == direction).toList()) {
                boolean drawable = !panel.logY() || limit.at() > 0;
                if (drawable && limit.at() <= high + room && limit.at() >= low - room) {
                    near.add(new Panel.Line(limit.label(), limit.at()));
                    told.add(limit.of());
                } else if (!told.contains(limit.of()) && drawable && limit.action() == Alarm.Action.WARN) {
                    beyond.add(new Panel.Beyond(limit.label(), limit.at() > high));
                    told.add(limit.of());
                }
            }
        }
        return panel.withLimits(near).withBeyond(beyond);
    }

    private static OptionalDouble start(Curve curve, int startValues) {
        if (curve.size() > 0 && curve.step(0) == 0 && Double.isFinite(curve.value(0))) {
            return OptionalDouble.of(curve.value(0));
        }
        double sum = 0;
        int n = 0;
        for (int i = 0; i < curve.size() && n < startValues; i++) {
            if (Double.isFinite(curve.value(i))) {
                sum += curve.value(i);
                n++;
            }
        }
        return n == startValues ? OptionalDouble.of(sum / n) : OptionalDouble.empty();
    }
}
