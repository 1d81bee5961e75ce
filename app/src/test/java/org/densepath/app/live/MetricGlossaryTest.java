package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MetricGlossaryTest {
    /// The window's glossary has the rows of `docs/metrics.md`, word for word. Where this fails, bring
    /// `app/src/main/resources/org/densepath/app/live/metrics.json` up to the page.
    @Test
    void theGlossaryIsThatOfTheDocumentation() throws Exception {
        List<Metric> documented = new ArrayList<>();
        Path page = Path.of(System.getProperty("densepath.root", ".."), "docs", "metrics.md");
        for (String line : Files.readAllLines(page)) {
            if (line.matches("\\| `(sft|dpr|self-play)/[a-z0-9_]+` \\|.*")) {
                String[] cells = Stream.of(line.split("(?<!\\\\)\\|", -1))
                        .map(cell -> cell.strip().replace("\\|", "|").replace("`", ""))
                        .map(cell -> cell.replaceAll("\\[([^]]+)]\\([^)]*\\)", "$1"))
                        .toArray(String[]::new);
                documented.add(new Metric(cells[1], cells[2], cells[3], cells[4]));
            }
        }

        assertTrue(documented.size() > 35, documented.size() + " metrics");
        assertEquals(documented, MetricGlossary.all());
    }

    @Test
    void everyMetricIsInAChartOrIsTheErrorOfOne() {
        List<String> shown = new ArrayList<>();
        for (Chart chart : ChartCatalogue.planned()) {
            for (Chart.Line line : chart.lines()) {
                shown.add(line.metric());
                shown.add(line.error());
            }
        }
        for (Metric metric : MetricGlossary.all()) {
            assertEquals(1, shown.stream().filter(metric.name()::equals).count(), metric.name());
        }
    }

    @Test
    void aMetricOfAnotherVersionHasAChartOfItsOwn() {
        List<Chart> charts = ChartCatalogue.of(List.of("dpr/entropy", "dpr/novelty"));

        assertEquals(
                List.of("dpr/entropy", "dpr/novelty"),
                charts.stream().map(Chart::id).toList());
        assertTrue(charts.getLast().explained().contains("no definition"));
    }

    @Test
    void estimatorsAreNamed() {
        String kl = MetricGlossary.of("dpr/kl_sft").orElseThrow().explained();

        assertTrue(kl.contains("Estimator: exact") && kl.contains("Unit: nats a token"), kl);
        assertTrue(MetricGlossary.of("dpr/kl_sft_k3")
                .orElseThrow()
                .estimator()
                .orElseThrow()
                .startsWith("k3"));
    }
}
