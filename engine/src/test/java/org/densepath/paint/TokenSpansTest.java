package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TokenSpansTest {
    private static final float NONE = Float.NaN;
    private static final List<String> ANSWER =
            List.of(" The", " st", "ep", " is", " 3", ".", " So", " 15", "!", "\n", " -", " cat", "<|end|>");

    private static List<String> texts(TokenSpans.Unit unit, List<String> tokens) {
        return TokenSpans.of(tokens, unit).texts(tokens);
    }

    @Test
    void aTokenWithoutTextIsPartOfTheCharacterBeforeIt() {
        List<String> tokens = List.of(" a", " 👍", "", "", " b");
        TokenSpans spans = TokenSpans.of(tokens, TokenSpans.Unit.TOKEN);
        assertEquals(List.of(" a", " 👍", " b"), spans.texts(tokens));
        assertEquals(1, spans.spanOf(3));
        assertEquals(4, spans.end(1));
    }

    @Test
    void wordsTakeTheirBlankAlong() {
        assertEquals(
                List.of(" The", " step", " is", " 3", ".", " So", " 15", "!", "\n", " -", " cat", "<|end|>"),
                texts(TokenSpans.Unit.WORD, ANSWER));
        assertEquals(
                List.of(" de", " l'eau", "."), texts(TokenSpans.Unit.WORD, List.of(" ", "de", " l", "'", "eau", ".")));
    }

    @Test
    void sentencesEndWithTheirMark() {
        assertEquals(List.of(" The step is 3.", " So 15!\n", " - cat<|end|>"), texts(TokenSpans.Unit.SENTENCE, ANSWER));
    }

    @Test
    void aNumberBelongsToItsEntryAndAnEmptyLineToWhatItEnds() {
        assertEquals(
                List.of("Steps:\n\n", "1. Add.\n", "2. Look. "),
                texts(
                        TokenSpans.Unit.SENTENCE,
                        List.of("Steps", ":\n", "\n", "1", ".", " Add", ".\n", "2", ".", " Look", ". ")));
    }

    @Test
    void linesEndWithTheirFeed() {
        assertEquals(List.of(" The step is 3. So 15!\n", " - cat<|end|>"), texts(TokenSpans.Unit.LINE, ANSWER));
    }

    @Test
    void aSpanHasTheSumTheMeanOrTheFirstOfItsCredit() {
        TokenSpans spans = TokenSpans.of(List.of(" a", "b", " c", "d", " e"), TokenSpans.Unit.WORD);
        float[] credit = {1, 3, NONE, -2, NONE};
        assertArrayEquals(new float[] {4, -2, NONE}, SpanValue.SUM.of(spans, credit));
        assertArrayEquals(new float[] {2, -2, NONE}, SpanValue.MEAN.of(spans, credit));
        assertArrayEquals(new float[] {1, -2, NONE}, SpanValue.FIRST.of(spans, credit));
        assertThrows(IllegalArgumentException.class, () -> SpanValue.SUM.of(spans, new float[2]));
    }

    @Test
    void nothingHasNoSpans() {
        for (TokenSpans.Unit unit : TokenSpans.Unit.values()) {
            assertEquals(0, TokenSpans.of(List.of(), unit).count());
        }
    }

    @Test
    void aLongLineIsTakenApartAtOnce() {
        List<String> tokens = Collections.nCopies(100_000, " word");
        assertEquals(100_000, TokenSpans.of(tokens, TokenSpans.Unit.WORD).count());
        assertEquals(1, TokenSpans.of(tokens, TokenSpans.Unit.LINE).count());
    }

    @Property(seed = "2510")
    void spansCoverTheTextInOrder(@ForAll List<String> tokens, @ForAll TokenSpans.Unit unit) {
        TokenSpans spans = TokenSpans.of(tokens, unit);
        assertEquals(String.join("", tokens), String.join("", spans.texts(tokens)));
        for (int span = 0; span < spans.count(); span++) {
            assertEquals(span, spans.spanOf(spans.start(span)));
            assertEquals(span, spans.spanOf(spans.end(span) - 1));
        }
    }

    @Test
    void runningSumsPassOverWhatHasNoCredit() {
        assertArrayEquals(
                new double[] {0, 1, 1, -1}, RunningSum.of(new float[] {NONE, 1, Float.POSITIVE_INFINITY, -2}));
    }

    @Test
    void aRangeIsSummedAlone() {
        assertEquals(new CreditSummary(2, 0, 5), CreditSummary.of(new float[] {9, 2, NONE, 3, 9}, 1, 4));
    }

    @Test
    void aRangeBelowZeroBeginsAtZero() {
        ValueRange range = ValueRange.sequential(List.of(new float[] {-4, -1, -0.5f, 0}), 1);
        assertEquals(ValueRange.sequential(-4, 0), range);
        assertEquals(0, range.position(0));
        assertEquals(1, range.position(-9));
        assertEquals(0.25, range.position(-1));
    }
}
