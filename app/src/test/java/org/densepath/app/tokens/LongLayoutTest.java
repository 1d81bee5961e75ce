package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.densepath.paint.HeatmapStyle;
import org.densepath.paint.TextMeasure;
import org.densepath.paint.TextStyle;
import org.junit.jupiter.api.Test;

class LongLayoutTest {
    private static final HeatmapStyle STYLE = new HeatmapStyle(TextStyle.Face.SANS, 1, 1.6, false, false);

    private final Counting measure = new Counting();

    /// Seven units a character.
    private static final class Counting implements TextMeasure {
        private int characters;

        @Override
        public double width(String text, TextStyle style) {
            characters += text.length();
            return 7 * text.length();
        }

        @Override
        public double ascent(TextStyle style) {
            return 10;
        }

        @Override
        public double descent(TextStyle style) {
            return 3;
        }
    }

    @Test
    void aLongTextBeginsAsItGoesOnToStand() {
        LongLayout.Wanted wanted = wanted(Collections.nCopies(50_000, " word"), List.of("A prompt."));
        assertTrue(wanted.isLong());
        HeatmapContent begun = wanted.begun(measure).orElseThrow();
        assertEquals(LongLayout.BEGUN, begun.text().tokens());
        HeatmapContent whole = wanted.content(measure);
        assertEquals(50_000, whole.text().tokens());
        assertEquals(whole.textTop(), begun.textTop());
        for (int line = 0; line < begun.text().lines() - 1; line++) {
            assertEquals(whole.text().line(line), begun.text().line(line));
        }
        assertTrue(begun.has(LongLayout.BEGUN - 1));
        assertFalse(begun.has(LongLayout.BEGUN));
        assertFalse(begun.has(-1));
    }

    @Test
    void fewLongTokensAreNotMoreWorkThanManyShortOnes() {
        HeatmapContent begun = wanted(Collections.nCopies(500, "x".repeat(1_000)), List.of())
                .begun(measure)
                .orElseThrow();
        assertTrue(begun.text().tokens() <= 8 * LongLayout.BEGUN / 1_000);
        assertTrue(measure.characters <= 2 * 8 * LongLayout.BEGUN, measure.characters + " characters measured");
    }

    @Test
    void whereEvenTheBeginningIsLongNothingIsShownEarly() {
        assertTrue(
                wanted(List.of("x".repeat(100_000)), List.of()).begun(measure).isEmpty());
        assertTrue(wanted(List.of("a"), Collections.nCopies(5_000, "b"))
                .begun(measure)
                .isEmpty());
    }

    private static LongLayout.Wanted wanted(List<String> cells, List<String> prompt) {
        return new LongLayout.Wanted(cells, prompt, STYLE, 14, 600);
    }
}
