package org.densepath.app.paint;

import java.text.Bidi;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.QuadCurveTo;

/// Text whose letters take their shape from their neighbours. JavaFX hands it to Pango, which must not be called
/// from two threads at once; on a canvas it is therefore drawn as an outline made on the window's thread
/// (`docs/decisions/0011-text-on-two-threads.md`).
final class ShapedText {
    /// First and last code points of the ranges, at least those that JavaFX calls complex.
    private static final int[] RANGES = {
        0x300, 0x36F, 0x590, 0x109F, 0x1100, 0x11FF, 0x13A0, 0x13FF, 0x1780, 0x17FF, 0x1C50, 0x1C7F, 0x200B, 0x200F,
        0x202A, 0x202E, 0x2066, 0x206F, 0xAB70, 0xABFF, 0x10A00, 0x1254F
    };

    private ShapedText() {}

    static boolean is(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= RANGES[0]) {
                return text.codePoints().anyMatch(ShapedText::inRanges)
                        || Bidi.requiresBidi(text.toCharArray(), 0, text.length());
            }
        }
        return false;
    }

    private static boolean inRanges(int codePoint) {
        for (int i = 0; i < RANGES.length; i += 2) {
            if (codePoint >= RANGES[i] && codePoint <= RANGES[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /// Fills `outline`, whose baseline begins at its origin, at (`x`, `y`).
    static void fill(GraphicsContext graphics, Path outline, double x, double y) {
        graphics.beginPath();
        for (PathElement element : outline.getElements()) {
            switch (element) {
                case MoveTo to -> graphics.moveTo(x + to.getX(), y + to.getY());
                case LineTo to -> graphics.lineTo(x + to.getX(), y + to.getY());
                case QuadCurveTo to ->
                    graphics.quadraticCurveTo(x + to.getControlX(), y + to.getControlY(), x + to.getX(), y + to.getY());
                case CubicCurveTo to ->
                    graphics.bezierCurveTo(
                            x + to.getControlX1(),
                            y + to.getControlY1(),
                            x + to.getControlX2(),
                            y + to.getControlY2(),
                            x + to.getX(),
                            y + to.getY());
                case ClosePath _ -> graphics.closePath();
                default -> throw new IllegalStateException("an outline of " + element);
            }
        }
        graphics.fill();
    }
}
