package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarPainterTest {
    private static RecordingSurface painted(BarFigure figure) {
        RecordingSurface surface = new RecordingSurface();
        new BarPainter(figure, Theme.PAPER, RecordingSurface.MEASURE, 600).paint(surface);
        return surface;
    }

    private static BarFigure figure(BarFigure.Bar... bars) {
        return new BarFigure("", "score", List.of(new BarFigure.Group("", List.of(bars))), "");
    }

    private static BarFigure.Bar bar(String name, double value) {
        return new BarFigure.Bar(name, value, Double.NaN, Double.NaN, "", 0);
    }

    @Test
    void paintDrawsLengthsInProportion() {
        RecordingSurface surface = painted(figure(bar("a", 2), bar("b", 4)));
        assertEquals(
                2 * surface.rectangles.get(1).width(), surface.rectangles.get(2).width(), 1e-9);
    }

    @Test
    void paintDrawsNegativeValuesToTheLeftOfZero() {
        RecordingSurface surface = painted(figure(bar("a", 2), bar("b", -1)));
        RecordingSurface.Rectangle up = surface.rectangles.get(1);
        RecordingSurface.Rectangle down = surface.rectangles.get(2);
        assertEquals(up.x(), down.x() + down.width(), 1e-9);
    }

    @Test
    void paintSaysThatAScoreIsMissing() {
        RecordingSurface surface = painted(figure(bar("a", 2), bar("b", Double.NaN)));
        assertTrue(surface.shows("no score"));
        assertEquals(2, surface.rectangles.size());
    }

    @Test
    void paintTellsIntervalAndCountBesideTheValue() {
        RecordingSurface surface = painted(figure(new BarFigure.Bar("a", 6.4, 6, 6.85, "n 160, 2 unparsed", 0)));
        assertTrue(surface.shows("6.40 [6.00, 6.85]"));
        assertTrue(surface.shows("n 160, 2 unparsed"));
    }

    @Test
    void paintPutsValuesUnderTheNamesWhereTheyWouldLeaveBarsNoRoom() {
        RecordingSurface surface = new RecordingSurface();
        BarFigure figure = figure(new BarFigure.Bar("continued-sft", 0.133, 0.118, 0.147, "", 0));
        new BarPainter(figure, Theme.DARK, RecordingSurface.MEASURE, 230).paint(surface);
        RecordingSurface.Text value = surface.texts.stream()
                .filter(t -> t.text().startsWith("0.133"))
                .findFirst()
                .orElseThrow();
        assertEquals(Theme.DARK.margin(), value.x());
        assertTrue(surface.rectangles.get(1).width() > 20);
    }

    @Test
    void paintKeepsEveryTextWithinANarrowFigure() {
        RecordingSurface surface = new RecordingSurface();
        BarFigure figure = figure(new BarFigure.Bar("a long name of an arm", 6.4, 6, 6.85, "n 160, 2 unparsed", 0));
        BarPainter painter = new BarPainter(figure, Theme.PAPER, RecordingSurface.MEASURE, 320);
        painter.paint(surface);
        for (RecordingSurface.Text text : surface.texts) {
            assertTrue(text.x() + RecordingSurface.MEASURE.width(text.text(), text.style()) <= 320, text.toString());
            assertTrue(text.baseline() <= painter.height());
        }
        assertTrue(surface.shows("n 160, 2 unparsed"));
    }

    @Test
    void paintDrawsAFigureOfNothing() {
        painted(new BarFigure("", "", List.of(), ""));
        painted(figure(bar("a", Double.NaN)));
        painted(figure(bar("a", 0)));
    }

    @Test
    void paintWritesDifferencesWithTheirSign() {
        BarFigure differences = new BarFigure(
                "",
                "points",
                List.of(new BarFigure.Group(
                        "", List.of(new BarFigure.Bar("a", 1.52, -0.3, 3.48, "", 0), bar("b", -0.61)))),
                "",
                true);
        RecordingSurface surface = painted(differences);
        assertTrue(surface.shows("+1.52 [−0.30, +3.48]"));
        assertTrue(surface.shows("−0.61"));
        assertTrue(surface.shows("+2"));
    }

    @Test
    void paintShowsWhatAValueIsTheMeanOf() {
        BarFigure.Bar bar = new BarFigure.Bar("a", 4, Double.NaN, Double.NaN, "", 0, List.of(2.0, 8.0));
        RecordingSurface surface = painted(figure(bar));
        assertEquals(2, surface.polygons.size());
        double end = surface.rectangles.get(1).x() + surface.rectangles.get(1).width();
        assertTrue(surface.polygons.get(0).x()[0] < end);
        assertTrue(surface.polygons.get(1).x()[0] > end);
    }

    @Test
    void barRefusesAnIntervalThatIsUpsideDown() {
        assertThrows(IllegalArgumentException.class, () -> new BarFigure.Bar("a", 1, 2, 0, "", 0));
    }
}
