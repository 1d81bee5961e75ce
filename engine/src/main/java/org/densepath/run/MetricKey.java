package org.densepath.run;

import java.util.Comparator;

/// Which curve: a metric's name (`dpr/reward_mean`) and the track that it belongs to.
public record MetricKey(Track track, String metric) implements Comparable<MetricKey> {
    private static final Comparator<MetricKey> ORDER =
            Comparator.comparing(MetricKey::metric).thenComparing(MetricKey::track);

    @Override
    public int compareTo(MetricKey other) {
        return ORDER.compare(this, other);
    }
}
