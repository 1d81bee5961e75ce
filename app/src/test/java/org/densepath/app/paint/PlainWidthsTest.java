package org.densepath.app.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PlainWidthsTest {
    private static final Path ROOT = Path.of(System.getProperty("densepath.root", ".."));

    @Test
    void aSumIsWhatTheToolkitMeasures() throws Exception {
        List<String> words = Arrays.stream(
                        Files.readString(ROOT.resolve("README.md")).split("(?=[ .,:])|\n"))
                .filter(word -> !word.isEmpty())
                .toList();
        Text ruler = new Text();
        for (String family : List.of(Font.getDefault().getFamily(), "Monospaced")) {
            for (FontWeight weight : List.of(FontWeight.NORMAL, FontWeight.BOLD)) {
                for (int size : new int[] {11, 14, 17}) {
                    ruler.setFont(Font.font(family, weight, size));
                    ToDoubleFunction<String> measured = text -> {
                        ruler.setText(text);
                        return ruler.getLayoutBounds().getWidth();
                    };
                    PlainWidths widths = new PlainWidths(measured);
                    for (String word : words) {
                        double sum = widths.of(word);
                        assertTrue(Double.isNaN(sum) || sum == measured.applyAsDouble(word), word);
                    }
                }
            }
        }
    }

    @Test
    void eachLetterIsMeasuredOnce() {
        List<String> asked = new ArrayList<>();
        PlainWidths widths = new PlainWidths(text -> {
            asked.add(text);
            return 7 * text.length();
        });
        int before = asked.size();
        assertEquals(35, widths.of("zzQzQ"));
        assertEquals(14, widths.of("Qz"));
        assertEquals(List.of("z", "Q"), asked.subList(before, asked.size()));
    }

    @Test
    void otherCharactersAndKernedFontsAreMeasured() {
        assertTrue(Double.isNaN(new PlainWidths(text -> 7 * text.length()).of("naïve")));
        assertTrue(Double.isNaN(new PlainWidths(text -> 7 * text.length()).of("two\nlines")));
        // a pair a little closer than its letters
        PlainWidths kerned = new PlainWidths(text -> 7 * text.length() - (text.contains("AV") ? 0.5 : 0));
        assertTrue(Double.isNaN(kerned.of("plain")));
    }
}
