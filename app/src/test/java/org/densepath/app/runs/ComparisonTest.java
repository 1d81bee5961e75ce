package org.densepath.app.runs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.densepath.app.task.FakeRun;
import org.densepath.paint.BarFigure;
import org.densepath.paint.Panel;
import org.densepath.paint.Series;
import org.densepath.run.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    Path runs;

    @Test
    void aColourIsARunInEveryChart() {
        List<Panel> panels = ComparedCurves.panels(List.of(whole("a"), whole("b")));

        assertEquals(6, panels.size());
        for (Panel panel : panels) {
            assertEquals(
                    List.of("a", "b"),
                    panel.series().stream().map(Series::name).distinct().toList());
            assertTrue(panel.series().stream()
                    .allMatch(s -> s.colour() == (s.name().equals("a") ? 0 : 1)));
        }
    }

    @Test
    void ofSeveralSeedsTheMeanIsDrawnInABand() {
        ComparedRun run = run("seeds", fake -> {
            for (int seed = 1; seed <= 2; seed++) {
                for (int step = 1; step <= 3; step++) {
                    fake.tell(new Event.StepFinished(
                            "dpr", "dpr", seed, step, Map.of("dpr/return_mean", 1.0 * seed * step)));
                }
            }
        });
        Series mean = ComparedCurves.panels(List.of(run)).getFirst().series().getFirst();

        assertArrayEquals(new double[] {1, 2, 3}, mean.x());
        assertArrayEquals(new double[] {1.5, 3, 4.5}, mean.y());
        assertArrayEquals(new double[] {1, 2, 3}, mean.low());
        assertArrayEquals(new double[] {2, 4, 6}, mean.high());
    }

    @Test
    void scoresStandSideBySideUnderTheirNames() {
        ComparedRun none = run("none", fake -> fake.begin(3));
        ComparedScores scores = ComparedScores.of(List.of(whole("a"), none));

        assertEquals(
                List.of("success, greedy, %", "SFT", "Continued SFT", "DPR", "success, sampled, %"),
                scores.lines().stream().limit(5).map(CompareTable.Line::what).toList());
        assertEquals(List.of("54.3 [51.0, 58.0]", "—"), scores.lines().get(3).cells());
    }

    @Test
    void theFirstScoreBecomesBarsWithIntervals() {
        List<ComparedRun> both = List.of(whole("a"), whole("b"));
        BarFigure figure = ComparedScores.of(both).figure(both).orElseThrow();

        assertEquals("success, greedy, %", figure.valueLabel());
        assertEquals(
                List.of("SFT", "Continued SFT", "DPR"),
                figure.groups().stream().map(BarFigure.Group::heading).toList());
        BarFigure.Bar dpr = figure.groups().getLast().bars().getFirst();
        assertEquals(54.3, dpr.value(), 1e-9);
        assertEquals(51, dpr.low(), 1e-9);
    }

    private ComparedRun whole(String name) {
        return run(name, FakeRun::whole);
    }

    private ComparedRun run(String name, java.util.function.Consumer<FakeRun> filling) {
        try (FakeRun run = FakeRun.create(runs, name)) {
            filling.accept(run);
            return ComparedRun.read(List.of(run.folder().path()), List.of(name)).getFirst();
        }
    }
}
