package org.densepath.app.paint;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.geometry.VPos;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.densepath.paint.TextMeasure;
import org.densepath.paint.TextStyle;
import org.densepath.paint.font.Typeface;

/// Text sizes as the screen's canvas draws them. Widths are remembered: measuring costs some 30 µs, and a text
/// has few distinct tokens. Those of plain letters are summed where that is what JavaFX does ([PlainWidths]). For
/// one thread, which need not be the window's.
public final class FxTextMeasure implements TextMeasure {
    private static final int REMEMBERED = 20_000;

    private final Map<TextStyle, Font> fonts = new HashMap<>();
    private final Map<TextStyle, double[]> heights = new HashMap<>();
    private final Map<TextStyle.Face, String> families;
    private final Text ruler = new Text();
    /// Only the window's thread touches it.
    private static final Text WINDOWS_RULER = new Text();

    private record Measured(String text, TextStyle style) {}

    private final Map<TextStyle, PlainWidths> plain = new HashMap<>();
    private final Map<Measured, Double> widths = remembered();
    private final Map<Measured, Path> outlines = remembered();

    /// In the window's own fonts.
    public FxTextMeasure() {
        this(Font.getDefault().getFamily(), "Monospaced");
    }

    /// In a figure's fonts, which are the same in its file.
    public FxTextMeasure(Typeface typeface) {
        this(FigureFonts.family(typeface), FigureFonts.family(Typeface.MONO));
    }

    private FxTextMeasure(String sans, String mono) {
        families = new EnumMap<>(Map.of(TextStyle.Face.SANS, sans, TextStyle.Face.MONO, mono));
        ruler.setTextOrigin(VPos.BASELINE);
    }

    @Override
    public double width(String text, TextStyle style) {
        if (text.isEmpty()) {
            return 0;
        }
        double sum = plain.computeIfAbsent(style, s -> new PlainWidths(one -> measured(one, s)))
                .of(text);
        return Double.isNaN(sum)
                ? widths.computeIfAbsent(new Measured(text, style), m -> measured(m.text(), m.style()))
                : sum;
    }

    private double measured(String text, TextStyle style) {
        Font font = font(style);
        return ShapedText.is(text) && !Platform.isFxApplicationThread()
                ? measuredByWindow(text, font)
                : measured(ruler, text, font);
    }

    private static double measured(Text by, String text, Font font) {
        by.setFont(font);
        by.setText(text);
        return by.getLayoutBounds().getWidth();
    }

    /// What Pango lays out is laid out by the window's thread alone, whoever asks: on two threads at once it
    /// brings the process down.
    private static double measuredByWindow(String text, Font font) {
        FutureTask<Double> task = new FutureTask<>(() -> measured(WINDOWS_RULER, text, font));
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public double ascent(TextStyle style) {
        return heights(style)[0];
    }

    @Override
    public double descent(TextStyle style) {
        return heights(style)[1];
    }

    /// The text as a shape, the left end of its baseline at the origin. Making one takes some 2 ms.
    Path outline(String text, TextStyle style) {
        return outlines.computeIfAbsent(new Measured(text, style), _ -> {
            ruler.setFont(font(style));
            ruler.setText(text);
            return (Path) Shape.union(ruler, new Rectangle(0, 0));
        });
    }

    Font font(TextStyle style) {
        return fonts.computeIfAbsent(
                style,
                s -> Font.font(families.get(s.face()), s.bold() ? FontWeight.BOLD : FontWeight.NORMAL, s.size()));
    }

    private double[] heights(TextStyle style) {
        return heights.computeIfAbsent(style, s -> {
            ruler.setFont(font(s));
            ruler.setText("Åg");
            return new double[] {
                -ruler.getLayoutBounds().getMinY(), ruler.getLayoutBounds().getMaxY()
            };
        });
    }

    private static <V> Map<Measured, V> remembered() {
        return new LinkedHashMap<>(1024, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Measured, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
