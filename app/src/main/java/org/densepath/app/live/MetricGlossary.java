package org.densepath.app.live;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Every metric with its unit and definition. The resource has the rows of `docs/metrics.md`; a test holds the
/// two together.
public final class MetricGlossary {
    private static final Map<String, Metric> METRICS = read();

    private MetricGlossary() {}

    /// In the order of the page.
    public static List<Metric> all() {
        return List.copyOf(METRICS.values());
    }

    /// Empty for a metric that only another version knows.
    public static Optional<Metric> of(String name) {
        return Optional.ofNullable(METRICS.get(name));
    }

    private static Map<String, Metric> read() {
        try (InputStream in = MetricGlossary.class.getResourceAsStream("metrics.json")) {
            Map<String, Metric> metrics = new LinkedHashMap<>();
            for (Metric metric : new ObjectMapper().readValue(in, Metric[].class)) {
                metrics.put(metric.name(), metric);
            }
            return metrics;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
