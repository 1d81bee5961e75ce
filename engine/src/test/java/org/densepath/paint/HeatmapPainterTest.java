package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatmapPainterTest {
    private static final float NONE = Float.NaN;
    private static final Theme THEME = Theme.PAPER;

    private static HeatmapFigure figure(List<String> tokens, float... credit) {
        return HeatmapFigure.of("", "reward", List.of(new CreditedText("", tokens, credit)));
    }

    private static RecordingSurface painted(HeatmapFigure figure) {
        RecordingSurface surface = new RecordingSurface();
        new HeatmapPainter(figure, THEME, RecordingSurface.MEASURE, 600).paint(surface);
        return surface;
    }

    /// The colours filled behind the middle of a text.
    private static List<Ink> behind(RecordingSurface surface, String text) {
        RecordingSurface.Text at = surface.textOf(text);
        return surface.rectangles.stream()
                .filter(r -> r.x() <= at.x() + 1 && r.x() + r.width() >= at.x() + 1)
                .filter(r -> r.y() <= at.baseline() - 2 && r.y() + r.height() >= at.baseline() - 2)
                .map(RecordingSurface.Rectangle::ink)
                .toList();
    }

    @Test
    void paintLaysPositiveAndNegativeCreditOnOppositeColours() {
        RecordingSurface surface = painted(figure(List.of("up", "down"), 1, -1));
        assertEquals(
                THEME.palette(ColourMap.BLUE_ORANGE).at(1),
                behind(surface, "up").getLast());
        assertEquals(
                THEME.palette(ColourMap.BLUE_ORANGE).at(-1),
                behind(surface, "down").getLast());
    }

    @Test
    void paintLaysNoColourBehindZero() {
        RecordingSurface surface = painted(figure(List.of("zero", "one"), 0, 1));
        assertEquals(List.of(THEME.background()), behind(surface, "zero"));
    }

    @Test
    void paintTellsZeroCreditFromNone() {
        RecordingSurface surface = painted(figure(List.of("prompt", "zero"), NONE, 0));
        assertEquals(THEME.noCredit(), surface.textOf("prompt").ink());
        assertEquals(THEME.ink(), surface.textOf("zero").ink());
        assertTrue(surface.shows("grey: no credit"));
    }

    @Test
    void paintShowsInfiniteCreditAtTheEndAndOutsideTheSum() {
        RecordingSurface surface = painted(figure(List.of("a", "b", "c"), Float.POSITIVE_INFINITY, 2, -1));
        assertEquals(
                THEME.palette(ColourMap.BLUE_ORANGE).at(1), behind(surface, "a").getLast());
        assertTrue(surface.shows("n 2   Σ +1.00   mean +0.500   (1 not finite)"));
        assertTrue(surface.shows("≥ +2.00"));
    }

    @Test
    void paintKeepsTextReadableOnEveryColour() {
        for (Theme theme : Theme.all()) {
            for (ColourMap map : ColourMap.values()) {
                for (int i = map.diverging() ? -100 : 0; i <= 100; i++) {
                    Ink cell = theme.palette(map).at(i / 100.0);
                    double contrast = theme.textOn(cell).contrast(cell);
                    assertTrue(contrast >= 4.5, theme.name() + " " + map + " at " + i + ": " + contrast);
                }
            }
        }
    }

    @Test
    void paintUnderlinesNegativeCreditWhenColourDoesNotTellTheSign() {
        RecordingSurface surface = painted(figure(List.of("up", "down"), 1, -1).withColours(ColourMap.SIGNED_GREY));
        double down = surface.textOf("down").x();
        assertTrue(surface.rectangles.stream()
                .anyMatch(r -> r.height() < 2
                        && Math.abs(r.x() - down) < 1
                        && r.ink()
                                .equals(THEME.textOn(
                                        THEME.palette(ColourMap.SIGNED_GREY).at(-1)))));
    }

    @Test
    void paintStacksTextsUnderTheirHeadings() {
        CreditedText one = new CreditedText("Step 1", List.of("alpha"), new float[] {1});
        CreditedText two = new CreditedText("Step 2", List.of("beta"), new float[] {-2});
        RecordingSurface surface = painted(HeatmapFigure.of("Title", "reward", List.of(one, two)));
        List<Double> down = List.of("Title", "Step 1", "alpha", "Step 2", "beta").stream()
                .map(t -> surface.textOf(t).baseline())
                .toList();
        assertEquals(down.stream().sorted().distinct().toList(), down);
        assertTrue(surface.shows("n 1   Σ −2.00   mean −2.00"));
        assertTrue(surface.shows("n 2   Σ −1.00   mean −0.500"));
    }

    @Test
    void paintDrawsOnlyTheLinesAskedFor() {
        List<String> tokens = Collections.nCopies(10_000, "word ");
        HeatmapLayout layout = HeatmapLayout.of(tokens, HeatmapStyle.DENSE, 10, RecordingSurface.MEASURE, 300);
        RecordingSurface surface = new RecordingSurface();
        new CreditPainter(THEME, ColourMap.BLUE_ORANGE, ValueRange.symmetric(1))
                .paint(surface, layout, new float[10_000], 0, 0, 160, 319);
        assertEquals(10 * 10, surface.texts.size());
    }

    @Test
    void paintDrawsAFigureOfNothing() {
        RecordingSurface surface = painted(HeatmapFigure.of("", "reward", List.of()));
        assertTrue(surface.shows("n 0"));
        assertFalse(surface.shows("grey"));
    }

    @Test
    void figureRefusesColoursThatDoNotFitItsRange() {
        HeatmapFigure figure = figure(List.of("a"), 1);
        assertThrows(IllegalArgumentException.class, () -> figure.withColours(ColourMap.BLUES));
    }

    @Test
    void textRefusesValuesOfAnotherLength() {
        assertThrows(IllegalArgumentException.class, () -> new CreditedText("", List.of("a"), new float[2]));
    }

    @Test
    void symmetricRangeLeavesOutliersOut() {
        float[] values = new float[1000];
        java.util.Arrays.fill(values, 0.5f);
        values[3] = -90;
        values[5] = NONE;
        assertEquals(ValueRange.symmetric(0.5), ValueRange.symmetric(List.of(values), 0.99));
        assertNotEquals(ValueRange.symmetric(0.5), ValueRange.symmetric(List.of(values), 1));
    }

    @Test
    void symmetricRangeOfNothingButZeroIsOne() {
        assertEquals(ValueRange.symmetric(1), ValueRange.symmetric(List.of(new float[] {0, NONE}), 0.99));
        assertEquals(ValueRange.symmetric(1), ValueRange.symmetric(List.of(), 0.99));
    }

    @Test
    void sequentialRangeSpansFiniteValuesFromZero() {
        assertEquals(
                ValueRange.sequential(0, 3),
                ValueRange.sequential(List.of(new float[] {1, 3, Float.POSITIVE_INFINITY}), 1));
        assertEquals(ValueRange.sequential(0, 1), ValueRange.sequential(List.of(new float[] {NONE}), 1));
    }
}
