package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Names of many curves leave room for the curves.
class SeriesLegendTest {
    private final TextMeasure measure = RecordingSurface.MEASURE;

    private CurveFigure figure(int curves) {
        List<Series> series = IntStream.range(0, curves)
                .mapToObj(i -> Series.of("method " + i, new double[] {1, 2}, new double[] {i, i + 1}, i))
                .toList();
        return CurveFigure.of("", List.of(Panel.of("Reward", "step", "nats", series)));
    }

    @Test
    void inALowPanelSomeAreNamedAndTheOthersCounted() {
        RecordingSurface surface = new RecordingSurface();
        new CurvePainter(figure(14), Theme.LIGHT, measure, 350, OptionalDouble.of(170)).paint(surface);
        List<String> names = surface.texts.stream()
                .map(RecordingSurface.Text::text)
                .filter(t -> t.startsWith("method"))
                .toList();
        String more = surface.texts.stream()
                .map(RecordingSurface.Text::text)
                .filter(t -> t.startsWith("and "))
                .findFirst()
                .orElseThrow();
        assertTrue(names.size() >= 2 && names.size() < 14, names.toString());
        assertEquals("and " + (14 - names.size()) + " more", more);
        assertTrue(plotHeight(14) > plotHeight(2) - 0.24 * 170, plotHeight(14) + " of " + plotHeight(2));
    }

    private double plotHeight(int curves) {
        return new CurveLayout(figure(curves), Theme.LIGHT, measure, 350, OptionalDouble.of(170))
                .panels
                .getFirst()
                .height();
    }

    @Test
    void whereTheFigureMayGrowAllAreNamed() {
        RecordingSurface surface = new RecordingSurface();
        new CurvePainter(figure(14), Theme.LIGHT, measure, 350, OptionalDouble.empty()).paint(surface);
        assertEquals(
                14,
                surface.texts.stream()
                        .map(RecordingSurface.Text::text)
                        .filter(t -> t.startsWith("method"))
                        .count());
        assertFalse(surface.texts.stream().map(RecordingSurface.Text::text).anyMatch(t -> t.startsWith("and ")));
    }
}
