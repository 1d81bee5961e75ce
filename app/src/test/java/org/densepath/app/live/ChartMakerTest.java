package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.densepath.paint.Extent;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;
import org.densepath.paint.Smoothing;
import org.densepath.run.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartMakerTest {
    private static final Path SAMPLE = Path.of(System.getProperty("densepath.root", ".."))
            .resolve("sample-data")
            .resolve("run");

    @TempDir
    Path home;

    private static ShownRun run(Path folder) {
        RunReading reading = new RunReading(folder);
        reading.poll();
        return new ShownRun(reading.snapshot());
    }

    private static Chart chart(String id) {
        return ChartCatalogue.planned().stream()
                .filter(chart -> chart.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ChartLook look(XAxis axis, boolean log, Optional<Extent> zoom) {
        return new ChartLook(axis, AxisUnit.of(axis, 20), 0.8, false, log, zoom, Optional.empty(), false);
    }

    private static ChartContent made(String id, ShownRun... runs) {
        return new ChartMaker(List.of(runs), look(XAxis.STEP, false, Optional.empty())).make(chart(id));
    }

    @Test
    void aCurveIsRawFaintAndSmoothedStrong() {
        Panel panel = made("dpr/entropy", run(SAMPLE)).panel();

        assertEquals(
                List.of(Series.Emphasis.FAINT, Series.Emphasis.STRONG),
                panel.series().stream().map(Series::emphasis).toList());
        double[] raw = panel.series().getFirst().y();
        assertArrayEquals(Smoothing.debiased(raw, 0.8), panel.series().getLast().y(), 1e-12);
    }

    @Test
    void heldOutMeasurementsArePointsWithTheirError() {
        Panel panel = made("dpr/heldout_success", run(SAMPLE)).panel();

        assertEquals(
                List.of("greedy", "sampled", "greedy", "sampled"),
                panel.series().stream().map(Series::name).toList());
        Series greedy = panel.series().getFirst();
        assertEquals(Series.Emphasis.POINTS, greedy.emphasis());
        assertEquals(5, greedy.x().length);
        assertEquals(0.5091 + 1.96 * 0.04788, greedy.high()[0], 1e-4);
    }

    @Test
    void finalScoresStandBesideWhatMeasuredTheSame() {
        ChartContent content = made("dpr/heldout_success", run(SAMPLE));
        Series sampled = content.panel().series().getLast();

        assertEquals(Series.Emphasis.SINGLE, sampled.emphasis());
        assertArrayEquals(new double[] {0, 40}, sampled.x());
        assertArrayEquals(new double[] {0.29015, 0.33106}, sampled.y(), 1e-5);
        assertArrayEquals(new double[] {0.26362, 0.30150}, sampled.low(), 1e-5);
        assertEquals("sampled, final DPR", content.scores().getLast().reading().name());
        assertEquals(List.of(), made("dpr/entropy", run(SAMPLE)).scores());
    }

    @Test
    void nearLimitsAreLinesAndFarOnesAreTold() {
        Panel entropy = made("dpr/entropy", run(SAMPLE)).panel();
        Panel kl = made("dpr/kl_sft", run(SAMPLE)).panel();

        assertTrue(entropy.limits().stream().anyMatch(limit -> limit.label().startsWith("warns below")));
        assertEquals(List.of(), kl.limits());
        assertTrue(
                kl.beyond().contains(new Panel.Beyond("warns above 0.100", true)),
                kl.beyond().toString());
    }

    @Test
    void threeSeedsAreAMeanWithABandAndTwoAreLines() throws Exception {
        ShownRun three = run(MadeRuns.seeds(home, "three", 3, 40));
        ShownRun two = run(MadeRuns.seeds(home, "two", 2, 40));
        ChartContent mean = made("dpr/length_mean", three);
        ChartContent lines = made("dpr/length_mean", two);

        assertEquals(1, mean.traces().size());
        assertTrue(mean.traces().getFirst().name().contains("mean of 3 seeds"));
        Series band = mean.panel().series().getLast();
        assertEquals(40, band.low().length);
        assertTrue(band.low()[20] < band.y()[20] && band.y()[20] < band.high()[20]);
        assertEquals(2, lines.traces().size());
        assertTrue(lines.panel().series().stream().allMatch(series -> series.low().length == 0));
    }

    @Test
    void anotherRunIsLaidOverUnderItsName() throws Exception {
        ChartContent content = made("dpr/entropy", run(SAMPLE), run(MadeRuns.seeds(home, "other", 1, 30)));

        assertEquals(
                List.of("run", "2026-01-31-other"),
                content.traces().stream()
                        .map(trace -> trace.name().split(",")[0])
                        .toList());
    }

    @Test
    void warningsAndGapsAreSigns() throws Exception {
        List<Event> events = new java.util.ArrayList<>();
        for (int step = 1; step <= 20; step++) {
            events.add(new Event.StepFinished(
                    "dpr", "dpr", 1, step, java.util.Map.of("dpr/entropy", step == 7 ? Double.NaN : 1.0 + step)));
        }
        events.add(new Event.Warning("dpr", "dpr", 1, 12, "It rises", "stop it", "dpr/entropy", 2, 1));
        Panel panel =
                made("dpr/entropy", run(MadeRuns.write(home, "x", events))).panel();

        assertEquals(
                List.of(Panel.Sign.Kind.NOT_FINITE, Panel.Sign.Kind.WARNING),
                panel.signs().stream().map(Panel.Sign::kind).toList());
        assertEquals(12, panel.signs().getLast().x());
        assertEquals("It rises. Stop it.", panel.signs().getLast().label());
    }

    @Test
    void aZoomKeepsOnePointOnBothSides() {
        ChartLook look = look(XAxis.STEP, false, Optional.of(new Extent(10, 20)));
        Panel panel = new ChartMaker(List.of(run(SAMPLE)), look)
                .make(chart("dpr/entropy"))
                .panel();

        assertEquals(9, panel.series().getFirst().x()[0]);
        assertEquals(21, Arrays.stream(panel.series().getFirst().x()).max().orElseThrow());
        assertEquals(Optional.of(new Extent(10, 20)), panel.xRange());
    }

    @Test
    void timeAndTokensAscend() {
        for (XAxis axis : XAxis.values()) {
            Panel panel = new ChartMaker(List.of(run(SAMPLE)), look(axis, true, Optional.empty()))
                    .make(chart("dpr/kl_sft"))
                    .panel();
            double[] x = panel.series().getFirst().x();
            assertTrue(x[x.length - 1] > x[0]);
            assertTrue(panel.logY());
            assertFalse(panel.series().isEmpty());
        }
    }
}
