package org.densepath.app.live;

import java.util.List;
import java.util.Optional;

/// What one chart shows: a metric, or several that belong together.
///
/// @param id stays the same over versions: it is what preferences keep @param main whether it belongs to the charts
/// for a first look @param points whether its values are measured now and then
public record Chart(String id, ChartGroup group, String title, List<Line> lines, boolean main, boolean points) {
    /// @param label tells lines of one chart apart; empty where there is one @param error the metric that holds the
    /// standard error; may be empty
    public record Line(String metric, String label, String error) {}

    public Chart {
        lines = List.copyOf(lines);
    }

    /// A metric that no chart is planned for, from another version.
    static Chart unplanned(String metric) {
        return new Chart(metric, ChartGroup.OTHER, metric, List.of(new Line(metric, "", "")), false, false);
    }

    public boolean shows(String metric) {
        return lines.stream().anyMatch(line -> line.metric().equals(metric));
    }

    /// `sft` or `dpr`: charts of one stage share their x axis, zoom and crosshair.
    public String stage() {
        String metric = lines.getFirst().metric();
        int slash = metric.indexOf('/');
        return slash < 0 ? "" : metric.substring(0, slash);
    }

    public String unit() {
        return MetricGlossary.of(lines.getFirst().metric()).map(Metric::unit).orElse("");
    }

    /// Definition, unit and estimator of every metric in it.
    public String explained() {
        return String.join(
                "\n\n",
                lines.stream()
                        .map(line -> MetricGlossary.of(line.metric())
                                .map(Metric::explained)
                                .orElse(line.metric() + "\nThis version has no definition of it."))
                        .toList());
    }

    Optional<Line> line(String metric) {
        return lines.stream().filter(line -> line.metric().equals(metric)).findFirst();
    }
}
