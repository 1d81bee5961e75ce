package org.densepath.reward;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.densepath.BadInputException;

/// Which metrics are watched, and the limits whose crossing warns, slows or stops a run. [WatchLimits] has the
/// default.
///
/// `start` gives start values measured on π_SFT beforehand (by metric name without stage); a metric that is not
/// there takes the mean of its first values. `slowFactor` is what a `SLOW` multiplies the learning rate by. A
/// limit that stays crossed is repeated every `repeatAfter` steps.
public record WatchSettings(List<Watched> watched, Map<String, Double> start, double slowFactor, int repeatAfter) {
    public WatchSettings {
        watched = List.copyOf(watched);
        start = Map.copyOf(start);
        if (!(slowFactor > 0 && slowFactor < 1)) {
            throw new BadInputException("The watch's slow_factor must lie between 0 and 1, not " + slowFactor + ".");
        }
        if (repeatAfter < 1) {
            throw new BadInputException("The watch's repeat_after must be 1 step or more, not " + repeatAfter + ".");
        }
        Set<String> names = new HashSet<>();
        for (Watched metric : watched) {
            if (!names.add(metric.metric())) {
                throw new BadInputException(
                        "The metric " + metric.metric() + " is watched twice: put all its limits under one entry.");
            }
        }
    }

    /// The default limits, with start values measured on π_SFT where there are any.
    public static WatchSettings withStart(Map<String, Double> start) {
        return new WatchSettings(WatchLimits.standard(), start, 0.5, 20);
    }

    /// The default limits, start values from the run's own first steps.
    public static WatchSettings standard() {
        return withStart(Map.of());
    }

    /// A metric, its limits, and how its start and its noise are known. `metric` is a name without stage:
    /// `entropy` watches `dpr/entropy`. `startValues` first values make the start. `standardError` is that of one
    /// value's difference to the start, as for the same held-out prompts; null: it is estimated from the scatter
    /// of the values. A metric named `<metric>_se` in the same step takes precedence over both.
    public record Watched(String metric, int startValues, Double standardError, List<Limit> limits) {
        public Watched {
            limits = List.copyOf(limits);
            if (startValues < 1) {
                throw new BadInputException("The watch of " + metric + " must take its start from 1 value or more, not "
                        + startValues + ".");
            }
            if (standardError != null && !(standardError >= 0)) {
                throw new BadInputException(
                        "The watch's standard_error of " + metric + " must be 0 or more, not " + standardError + ".");
            }
        }
    }

    /// The line factor·start + offset (factor 0: an absolute one). It counts as crossed when the mean of the last
    /// `window` values is beyond it by more than `margin` standard errors, and the latest too is beyond it,
    /// `persistence` times in a row. Window 1, persistence 1, margin 0 is a hard limit, at once.
    public record Limit(
            Alarm.Direction direction,
            double factor,
            double offset,
            int window,
            int persistence,
            double margin,
            Alarm.Action action) {
        public Limit {
            if (window < 1 || persistence < 1 || !(margin >= 0)) {
                throw new BadInputException(
                        "A watch limit needs a window and a persistence of 1 or more and a margin of 0 or"
                                + " more, not " + window + ", " + persistence + " and " + margin + ".");
            }
        }

        /// Where the line lies for a metric that started at `start`.
        public double line(double start) {
            return factor == 0 ? offset : factor * start + offset;
        }
    }
}
