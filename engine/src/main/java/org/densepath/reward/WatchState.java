package org.densepath.reward;

import java.util.Arrays;
import java.util.Map;

/// All that a [HackingWatch] remembers between steps, by metric name without stage. A checkpoint keeps it, so
/// that a resumed run raises the alarms that the uninterrupted one would have.
public record WatchState(Map<String, OfMetric> metrics) {
    public WatchState {
        metrics = Map.copyOf(metrics);
    }

    public static WatchState empty() {
        return new WatchState(Map.of());
    }

    /// `startCount` values sum to `startSum`; `recent` are the last values, oldest first; per limit, `crossed`
    /// counts how often in a row it was crossed, and it is quiet before step `quietUntil`. Arrays are never
    /// changed in place.
    public record OfMetric(int startCount, double startSum, double[] recent, int[] crossed, int[] quietUntil) {
        static OfMetric fresh(int limits) {
            return new OfMetric(0, 0, new double[0], new int[limits], new int[limits]);
        }

        /// With one more value: into the start while that has fewer than `startValues`, and as the latest of at
        /// most `memory`.
        OfMetric with(double value, int startValues, int memory) {
            boolean starting = startCount < startValues;
            int kept = Math.min(recent.length, memory - 1);
            double[] latest = Arrays.copyOfRange(recent, recent.length - kept, recent.length + 1);
            latest[kept] = value;
            return new OfMetric(
                    starting ? startCount + 1 : startCount,
                    starting ? startSum + value : startSum,
                    latest,
                    crossed.clone(),
                    quietUntil.clone());
        }

        double latest() {
            return recent[recent.length - 1];
        }

        /// The mean of the last `window` values; NaN while there are fewer.
        double smoothed(int window) {
            return recent.length < window
                    ? Double.NaN
                    : Arrays.stream(recent, recent.length - window, recent.length)
                            .average()
                            .orElseThrow();
        }

        /// The standard deviation of one value around its slow course, from the values before the last `window`,
        /// which are the ones under suspicion: the median of the absolute differences of neighbours, times
        /// 1.4826/√2 (exact for normal noise; a trend or an outlier moves it little). NaN where fewer than 5
        /// values lie before.
        double scatterBefore(int window) {
            int before = recent.length - window;
            if (before < 5) {
                return Double.NaN;
            }
            double[] steps = new double[before - 1];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = Math.abs(recent[i + 1] - recent[i]);
            }
            Arrays.sort(steps);
            double median = (steps[(steps.length - 1) / 2] + steps[steps.length / 2]) / 2;
            return 1.4826 / Math.sqrt(2) * median;
        }
    }
}
