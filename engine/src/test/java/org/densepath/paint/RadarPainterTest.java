package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RadarPainterTest {
    private static RadarFigure figure(RadarFigure.Ring... rings) {
        return new RadarFigure("", "%", List.of("a", "b", "c", "d"), List.of(rings), "");
    }

    private static RadarPainter painter(RadarFigure figure, double width) {
        return new RadarPainter(figure, Theme.PAPER, RecordingSurface.MEASURE, width);
    }

    @Test
    void distancesFromTheMiddleAreInProportion() {
        RadarPainter painter = painter(figure(new RadarFigure.Ring("r", List.of(10.0, 20.0, 10.0, 20.0), 0)), 400);
        List<RadarPainter.Corner> corners = painter.corners();
        double up = (corners.get(2).y() - corners.get(0).y()) / 2;
        double across = (corners.get(1).x() - corners.get(3).x()) / 2;
        assertEquals(across, 2 * up, 1e-9);
        assertEquals(corners.get(0).x(), (corners.get(1).x() + corners.get(3).x()) / 2, 1e-9);
    }

    @Test
    void aValueThatIsMissingLeavesAGap() {
        RadarFigure.Ring whole = new RadarFigure.Ring("r", List.of(1.0, 1.0, 1.0, 1.0), 0);
        RadarFigure.Ring gap = new RadarFigure.Ring("r", List.of(1.0, Double.NaN, 1.0, 1.0), 0);
        RecordingSurface all = new RecordingSurface();
        painter(figure(whole), 400).paint(all);
        RecordingSurface some = new RecordingSurface();
        painter(figure(gap), 400).paint(some);
        assertEquals(all.lines - 2, some.lines);
    }

    @Test
    void everyTextIsWithinANarrowFigure() {
        RadarFigure figure = SampleFigures.radar();
        RecordingSurface surface = new RecordingSurface();
        RadarPainter painter = painter(figure, 260);
        painter.paint(surface);
        for (RecordingSurface.Text text : surface.texts) {
            assertTrue(text.x() >= 0, text.toString());
            assertTrue(text.x() + RecordingSurface.MEASURE.width(text.text(), text.style()) <= 260, text.toString());
            assertTrue(text.baseline() <= painter.height(), text.toString());
        }
        assertTrue(surface.shows("Dense-Path REINFORCE"));
    }

    @Test
    void aRadarOfNothingIsDrawn() {
        painter(figure(), 300).paint(new RecordingSurface());
        painter(figure(new RadarFigure.Ring("r", List.of(0.0, 0.0, 0.0, 0.0), 0)), 300)
                .paint(new RecordingSurface());
    }

    @Test
    void twoSpokesAndNegativeValuesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RadarFigure("", "", List.of("a", "b"), List.of(), ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> figure(new RadarFigure.Ring("r", List.of(1.0, -1.0, 1.0, 1.0), 0)));
    }
}
