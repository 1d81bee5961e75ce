package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PairPainterTest {
    private static final Theme THEME = Theme.PAPER;

    private static PairFigure pair(List<String> first, float[] a, List<String> second, float[] b) {
        int[] firstIds = first.stream().mapToInt(String::hashCode).toArray();
        int[] secondIds = second.stream().mapToInt(String::hashCode).toArray();
        return PairFigure.of(
                "",
                "reward",
                new CreditedText("right", first, a),
                new CreditedText("wrong", second, b),
                Alignment.of(firstIds, secondIds));
    }

    private static PairFigure sum() {
        return pair(
                List.of("7", " +", " 8", " =", " 15", "."),
                new float[] {0.1f, 0.2f, 0, 0.1f, 0.9f, 0.2f},
                List.of("7", " +", " 8", " =", " 14"),
                new float[] {0.1f, 0.2f, 0, 0.1f, -1.6f});
    }

    private static RecordingSurface painted(PairFigure figure, double width) {
        RecordingSurface surface = new RecordingSurface();
        new PairPainter(figure, THEME, RecordingSurface.MEASURE, width).paint(surface);
        return surface;
    }

    @Test
    void bothTextsStandThereInTheirColours() {
        RecordingSurface surface = painted(sum(), 600);
        assertTrue(surface.shows("A  right"));
        assertTrue(surface.shows("B  wrong"));
        Ink least = THEME.palette(ColourMap.BLUE_ORANGE).at(-1);
        assertTrue(surface.rectangles.stream().anyMatch(r -> r.ink().equals(least)));
        assertEquals(surface.textOf(" 15").x(), surface.textOf(" 14").x(), 1e-9);
    }

    @Test
    void theBandWritesTheLargeDifferences() {
        RecordingSurface surface = painted(sum(), 600);
        assertTrue(surface.shows("−2.50"));
        assertTrue(surface.shows("ΣB − ΣA = −2.70"));
        assertTrue(surface.shows("framed: other token; dashed: no token"));
    }

    @Test
    void equalTextsShowNoDifference() {
        List<String> tokens = List.of("a", " b");
        RecordingSurface surface = painted(pair(tokens, new float[] {1, 2}, tokens, new float[] {1, 2}), 600);
        assertTrue(surface.shows("ΣB − ΣA = 0"));
        assertFalse(surface.texts.stream().anyMatch(t -> t.text().startsWith("framed")));
    }

    @Test
    void rowsBreakBeforeWordsAndAColumnIsFoundWhereItStands() {
        PairPainter wide = new PairPainter(sum(), THEME, RecordingSurface.MEASURE, 600);
        PairPainter narrow = new PairPainter(sum(), THEME, RecordingSurface.MEASURE, 110);
        assertTrue(narrow.height() > wide.height());
        for (PairPainter painter : List.of(wide, narrow)) {
            for (int column = 0; column < 6; column++) {
                PairPainter.Place place = painter.place(column);
                assertEquals(column, painter.columnAt(place.x() + 1, place.y() + 1));
                assertTrue(place.x() + place.width() <= painter.width());
            }
            assertEquals(-1, painter.columnAt(1, 1));
        }
    }

    @Test
    void onlyWhatIsAskedForIsDrawn() {
        PairPainter painter = new PairPainter(sum(), THEME, RecordingSurface.MEASURE, 110);
        RecordingSurface surface = new RecordingSurface();
        painter.paint(surface, 0, painter.place(0).y() + 1);
        assertTrue(surface.shows("7"));
        assertFalse(surface.shows(" 14"));
    }

    @Test
    void anAlignmentOfOtherTextsIsRefused() {
        CreditedText text = new CreditedText("", List.of("a"), new float[] {1});
        Alignment other = Alignment.of(new int[] {1, 2}, new int[] {1});
        assertThrows(IllegalArgumentException.class, () -> PairFigure.of("", "reward", text, text, other));
    }
}
