package org.densepath.app.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.densepath.paint.Ink;
import org.densepath.paint.TextStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ShapedTextTest {
    @Test
    void marksAndScriptsThatAreShapedAreTold() {
        assertTrue(ShapedText.is("Dense reward r̂"));
        assertTrue(ShapedText.is("سلام"));
        assertTrue(ShapedText.is("नमस्ते"));
        assertTrue(ShapedText.is("ไทย"));
    }

    @Test
    void plainTextIsNot() {
        assertFalse(ShapedText.is("log π_SFT − log π_ref · 85"));
        assertFalse(ShapedText.is("中文 😀 naïve"));
        assertFalse(ShapedText.is(""));
    }

    @Test
    void shapedTextIsDrawnWherePlainTextWouldStand() {
        int[] plain = inked("rrrrrrrr");
        int[] shaped = inked("r\u0302rrrrrrr");
        assertEquals(plain[0], shaped[0], 2, "left end");
        assertEquals(plain[1], shaped[1], 3, "right end");
        assertEquals(plain[2], shaped[2], 1, "baseline");
    }

    /// The first and last column and the last row with ink.
    private static int[] inked(String text) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            PaintedRegion region = new PaintedRegion((surface, width, height) ->
                    surface.text(text, 20, 40, new TextStyle(TextStyle.Face.SANS, 20, false), Ink.of("#000000")));
            Scene scene = new Scene(new StackPane(region), 300, 80);
            scene.snapshot(null);
            WritableImage image = scene.snapshot(null);
            var pixels = SwingFXUtils.fromFXImage(image, null);
            int[] found = {Integer.MAX_VALUE, -1, -1};
            for (int y = 0; y < pixels.getHeight(); y++) {
                for (int x = 0; x < pixels.getWidth(); x++) {
                    if ((pixels.getRGB(x, y) & 0xFF) < 128) {
                        found[0] = Math.min(found[0], x);
                        found[1] = Math.max(found[1], x);
                        found[2] = Math.max(found[2], y);
                    }
                }
            }
            return found;
        });
    }
}
