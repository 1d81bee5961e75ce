package org.densepath.app.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelReader;
import org.densepath.paint.Ink;
import org.densepath.paint.Pen;
import org.densepath.paint.TextStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CanvasSurfaceTest {
    private static final Ink RED = Ink.of("#ff0000");
    private static final int WHITE = 0xffffffff;

    private static PixelReader drawn(Consumer<CanvasSurface> drawing) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Canvas canvas = new Canvas(60, 40);
            drawing.accept(new CanvasSurface(canvas.getGraphicsContext2D(), new FxTextMeasure(), 1));
            return new Scene(new Group(canvas), 60, 40).snapshot(null).getPixelReader();
        });
    }

    @Test
    void rectanglesMeetOnWholePixels() {
        PixelReader pixels = drawn(surface -> surface.fillRectangle(10.3, 5.2, 10.1, 10, RED));

        assertEquals(RED.argb(), pixels.getArgb(10, 5));
        assertEquals(RED.argb(), pixels.getArgb(19, 14));
        assertEquals(WHITE, pixels.getArgb(9, 5));
        assertEquals(WHITE, pixels.getArgb(20, 14));
    }

    @Test
    void hairlinesFillOnePixelRow() {
        PixelReader pixels = drawn(surface -> surface.line(0, 20, 60, 20, Pen.solid(RED, 1)));

        assertEquals(RED.argb(), pixels.getArgb(30, 20));
        assertEquals(WHITE, pixels.getArgb(30, 19));
        assertEquals(WHITE, pixels.getArgb(30, 21));
    }

    @Test
    void aDashedLineHasItsGaps() {
        PixelReader pixels = drawn(surface -> surface.line(10, 20, 60, 20, Pen.dashed(RED, 2)));

        assertEquals(RED.argb(), pixels.getArgb(12, 20));
        assertEquals(RED.argb(), pixels.getArgb(17, 20));
        assertEquals(WHITE, pixels.getArgb(20, 20));
        assertEquals(RED.argb(), pixels.getArgb(26, 20));
        assertEquals(WHITE, pixels.getArgb(12, 18));
        assertEquals(WHITE, pixels.getArgb(12, 21));
    }

    @Test
    void nothingIsDrawnOutsideTheClip() {
        PixelReader pixels = drawn(surface -> {
            surface.clip(0, 0, 20, 40, () -> surface.fillRectangle(0, 0, 60, 40, RED));
            surface.fillRectangle(50, 0, 10, 40, RED);
        });

        assertEquals(RED.argb(), pixels.getArgb(19, 20));
        assertEquals(WHITE, pixels.getArgb(30, 20));
        assertEquals(RED.argb(), pixels.getArgb(55, 20));
    }

    @Test
    void textIsAsWideAsItMeasures() {
        TextStyle style = new TextStyle(TextStyle.Face.SANS, 14, false);
        double[] width = new double[1];
        PixelReader pixels = drawn(surface -> {
            surface.text("HHH", 0, 30, style, RED);
            width[0] = surface.measure().width("HHH", style);
        });
        int right = 0;
        for (int x = 0; x < 60; x++) {
            for (int y = 0; y < 40; y++) {
                right = pixels.getArgb(x, y) == WHITE ? right : x;
            }
        }

        assertTrue(Math.abs(right - width[0]) < 4, right + " against " + width[0]);
    }
}
