package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvePainterTest {
    private static final double NAN = Double.NaN;

    private static CurvePainter painter(Panel... panels) {
        return new CurvePainter(
                CurveFigure.of("", List.of(panels)),
                Theme.LIGHT,
                RecordingSurface.MEASURE,
                700,
                OptionalDouble.empty());
    }

    private static RecordingSurface painted(Panel... panels) {
        RecordingSurface surface = new RecordingSurface();
        painter(panels).paint(surface);
        return surface;
    }

    private static Panel panel(double... y) {
        double[] x = IntStream.range(0, y.length).asDoubleStream().toArray();
        return Panel.of("Loss", "step", "nats", List.of(Series.of("sft", x, y, 0)));
    }

    @Test
    void paintBreaksTheLineAtGaps() {
        RecordingSurface surface = painted(panel(1, 2, NAN, 3, 4, 5, Double.POSITIVE_INFINITY, 2, 1));
        assertEquals(
                List.of(2, 3, 2),
                surface.polylines.stream().map(p -> p.x().length).toList());
    }

    @Test
    void paintShowsAPointBetweenGapsAsADot() {
        int background = painted(panel(1, 2, 3)).rectangles.size();
        assertEquals(background + 1, painted(panel(1, 2, NAN, 3)).rectangles.size());
    }

    @Test
    void paintTreatsWhatHasNoLogarithmAsAGap() {
        RecordingSurface surface = painted(panel(10, 1, 0, -3, 100, 10).withLogY());
        assertEquals(2, surface.polylines.size());
    }

    @Test
    void paintDrawsOneBarAColumnWhenPointsAreMany() {
        double[] y = new double[100_000];
        Arrays.setAll(y, i -> i % 2 == 0 ? -1 : 1);
        RecordingSurface surface = painted(panel(y));
        assertTrue(surface.rectangles.size() <= 701, surface.rectangles.size() + " rectangles");
        double tallest = surface.rectangles.stream()
                .skip(1)
                .mapToDouble(RecordingSurface.Rectangle::height)
                .min()
                .orElseThrow();
        PanelLayout layout = painter(panel(y)).panels().getFirst();
        assertEquals(layout.y().place(-1) - layout.y().place(1), tallest, 1e-6);
        assertEquals(0, surface.polylines.size());
    }

    @Test
    void paintKeepsASingleOutlierAmongManyPoints() {
        double[] y = new double[100_000];
        y[54_321] = 9;
        RecordingSurface surface = painted(panel(y));
        double peak = painter(panel(y)).panels().getFirst().y().place(9);
        assertTrue(surface.rectangles.stream().skip(1).anyMatch(r -> Math.abs(r.y() - peak) < 1));
    }

    @Test
    void paintJoinsNoPointsOfAScatter() {
        RecordingSurface surface = new RecordingSurface();
        Series dots = Series.scatter("dots", new double[] {1, 1, 2}, new double[] {3, 4, Double.NaN}, 0);
        Panel panel = Panel.of("", "length", "return", List.of(dots));
        new CurvePainter(
                        CurveFigure.of("", List.of(panel)),
                        Theme.PAPER,
                        RecordingSurface.MEASURE,
                        300,
                        OptionalDouble.of(200))
                .paint(surface);
        assertEquals(List.of(), surface.polylines);
        assertEquals(2, surface.polygons.stream().filter(p -> p.x().length > 2).count());
    }

    @Test
    void theYLabelStandsAboveAPanelWithoutATitle() {
        Panel panel = Panel.of("", "step", "return", List.of());
        CurvePainter painter = new CurvePainter(
                CurveFigure.of("", List.of(panel)), Theme.PAPER, RecordingSurface.MEASURE, 300, OptionalDouble.of(200));
        assertTrue(painter.panels().getFirst().top() > Theme.PAPER.margin() + Theme.PAPER.bodySize());
    }

    @Test
    void paintDrawsPanelsWithoutData() {
        assertTrue(painted(panel(), panel(NAN, NAN), panel(3), panel(5, 5)).shows("Loss"));
        assertTrue(painted().rectangles.size() == 1);
    }

    @Test
    void paintSurvivesHugeAndTinyValues() {
        painted(panel(1e300, -1e300, 1e-300));
        painted(panel(1, 1e300, 2).withRanges(Optional.empty(), Optional.of(new Extent(0, 3))));
        painted(panel(1, 1 + 1e-15));
    }

    @Test
    void paintNamesCurvesOnceAboveWhenPanelsShareThem() {
        double[] x = {0, 1};
        List<Series> two = List.of(Series.of("arm a", x, x, 0), Series.of("arm b", x, x, 1));
        RecordingSurface surface = painted(Panel.of("P", "", "", two), Panel.of("Q", "", "", two));
        assertEquals(
                1, surface.texts.stream().filter(t -> t.text().equals("arm a")).count());
    }

    @Test
    void paintNamesCurvesInEachPanelWhenTheyDiffer() {
        double[] x = {0, 1};
        RecordingSurface surface = painted(
                Panel.of("P", "", "", List.of(Series.of("a", x, x, 0), Series.of("b", x, x, 1))),
                Panel.of("Q", "", "", List.of(Series.of("c", x, x, 0), Series.of("d", x, x, 1))));
        List.of("a", "b", "c", "d").forEach(surface::textOf);
    }

    @Test
    void panelScalesGoThereAndBack() {
        for (Panel panel : List.of(panel(1, 10, 100), panel(1, 10, 100).withLogY())) {
            PanelLayout layout = painter(panel).panels().getFirst();
            for (double value : new double[] {1, 7, 99}) {
                assertEquals(value, layout.y().value(layout.y().place(value)), 1e-9);
            }
            assertTrue(layout.y().place(100) < layout.y().place(1));
            assertTrue(layout.contains(layout.x().place(1), layout.y().place(10)));
        }
    }

    @Test
    void panelsStandInTheFiguresOrderWithoutOverlap() {
        List<PanelLayout> panels =
                painter(panel(1), panel(2), panel(3), panel(4), panel(5)).panels();
        for (int i = 1; i < panels.size(); i++) {
            boolean right = panels.get(i).left() > panels.get(i - 1).right();
            boolean below = panels.get(i).top() > panels.get(i - 1).bottom();
            assertTrue(right || below);
        }
    }

    @Test
    void figureFillsTheHeightItIsGiven() {
        CurvePainter painter = new CurvePainter(
                CurveFigure.of("T", List.of(panel(1, 2), panel(1, 2), panel(2, 3))),
                Theme.PAPER,
                RecordingSurface.MEASURE,
                500,
                OptionalDouble.of(400));
        assertEquals(400, painter.height(), 1e-9);
    }

    @Test
    void seriesRefusesXThatGoesBack() {
        assertThrows(IllegalArgumentException.class, () -> Series.of("a", new double[] {1, 0}, new double[] {1, 2}, 0));
    }

    @Test
    void debiasedAverageStartsAtTheFirstValue() {
        assertArrayEquals(new double[] {4, 4, NAN, 4}, Smoothing.debiased(new double[] {4, 4, NAN, 4}, 0.9), 1e-12);
        double[] step = Smoothing.debiased(new double[] {0, 1}, 0.5);
        assertArrayEquals(new double[] {0, 2.0 / 3}, step, 1e-12);
    }

    @Test
    void pointsAreDotsWithWhiskersAndAreNeverSmoothedOver() {
        double[] x = {0, 10, 20};
        Series points = Series.points(
                "greedy",
                x,
                new double[] {0.5, 0.6, 0.7},
                new double[] {0.4, 0.5, NAN},
                new double[] {0.6, 0.7, NAN},
                0);
        RecordingSurface surface = painted(Panel.of("P", "", "", List.of(points)));
        int lines = painted(Panel.of("P", "", "", List.of(Series.of("greedy", x, x, 0)))).lines;

        assertEquals(3, surface.polygons.size(), "three dots");
        assertEquals(1, surface.polylines.size(), "joined");
        assertTrue(surface.lines >= lines - 6, "whiskers where there is an interval");
    }

    @Test
    void aLogarithmicXAxisLeavesOutStepZero() {
        RecordingSurface surface = painted(panel(5, 4, 3, 2, 1).withLogX());

        assertEquals(4, surface.polylines.getFirst().x().length);
        PanelLayout layout = painter(panel(5, 4, 3, 2, 1).withLogX()).panels().getFirst();
        assertTrue(layout.x().log());
        assertEquals(3, layout.x().value(layout.x().place(3)), 1e-9);
    }

    @Test
    void placesAgreeWithTheScaleTheyComeFrom() {
        for (boolean log : new boolean[] {false, true}) {
            AxisScale scale = new AxisScale(new Extent(0.5, 80), log, 300, 20);
            for (double value : new double[] {0.5, 7, 80, 200}) {
                assertEquals(scale.place(value), scale.places().of(value), 1e-9);
            }
            assertTrue(Double.isNaN(scale.places().of(Double.POSITIVE_INFINITY)));
        }
        assertTrue(Double.isNaN(
                new AxisScale(new Extent(1, 2), true, 0, 1).places().of(-1)));
    }

    @Test
    void signsStandOnTheirCurveAndGapsOnTheAxis() {
        Panel panel = panel(1, 2, NAN, 3)
                .withSigns(List.of(
                        new Panel.Sign(Panel.Sign.Kind.WARNING, 1, 2, "too high"),
                        new Panel.Sign(Panel.Sign.Kind.NOT_FINITE, 2, NAN, "not finite"),
                        new Panel.Sign(Panel.Sign.Kind.WARNING, 99, 2, "outside")));
        RecordingSurface plain = painted(panel(1, 2, NAN, 3));
        RecordingSurface surface = painted(panel);

        assertEquals(plain.polygons.size() + 2, surface.polygons.size(), "one triangle with its rim");
        double tip = Arrays.stream(surface.polygons.getLast().y()).max().orElseThrow();
        assertEquals(painter(panel).panels().getFirst().y().place(2), tip, 3);
        assertEquals(plain.lines + 3, surface.lines, "a cross, and the warning's line down");
    }

    @Test
    void aLimitBeyondThePlotIsToldAndDoesNotStretchTheAxis() {
        Panel panel = panel(1, 2, 3).withBeyond(List.of(new Panel.Beyond("warns above 100", true)));

        assertTrue(painted(panel).shows("↑ warns above 100"));
        assertTrue(painter(panel).panels().getFirst().y().extent().high() < 4);
    }

    @Test
    void namesOfLimitsNeverLieOverEachOther() {
        RecordingSurface surface = painted(panel(0, 1)
                .withLimits(List.of(
                        new Panel.Line("warns", 0.50),
                        new Panel.Line("slows", 0.51),
                        new Panel.Line("stops", 0.52),
                        new Panel.Line("halts", 0.53),
                        new Panel.Line("ends", 0.54))));
        List<RecordingSurface.Text> names = surface.texts.stream()
                .filter(text ->
                        List.of("warns", "slows", "stops", "halts", "ends").contains(text.text()))
                .toList();

        assertTrue(names.size() >= 3);
        for (RecordingSurface.Text a : names) {
            for (RecordingSurface.Text b : names) {
                assertTrue(a == b || Math.abs(a.baseline() - b.baseline()) > 10 || Math.abs(a.x() - b.x()) > 30);
            }
        }
    }
}
