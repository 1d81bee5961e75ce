package org.densepath.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HeatmapLayoutTest {
    private static final HeatmapStyle MARKED = HeatmapStyle.DENSE;
    private static final HeatmapStyle UNMARKED = new HeatmapStyle(TextStyle.Face.SANS, 0, 1.5, false, false);

    private static HeatmapLayout layout(List<String> tokens, double width) {
        return HeatmapLayout.of(tokens, MARKED, 10, RecordingSurface.MEASURE, width);
    }

    private static List<String> lines(HeatmapLayout layout) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < layout.lines(); i++) {
            StringBuilder line = new StringBuilder();
            layout.line(i).forEach(f -> line.append(f.text()));
            lines.add(line.toString());
        }
        return lines;
    }

    @Provide
    Arbitrary<List<String>> tokenLists() {
        Arbitrary<String> piece = Arbitraries.strings()
                .withChars('a', 'b', ' ', '\n', 'é', '数', '\t', '-')
                .ofMaxLength(12);
        return piece.list().ofMaxSize(60);
    }

    @Property(tries = 300, seed = "2510")
    void layoutPlacesEveryTokenOnceAndInOrder(
            @ForAll("tokenLists") List<String> tokens, @ForAll @IntRange(min = 20, max = 200) int width) {
        HeatmapLayout layout = layout(tokens, width);
        for (int i = 0; i < tokens.size(); i++) {
            StringBuilder drawn = new StringBuilder();
            layout.fragments(i).forEach(f -> drawn.append(f.text()));
            assertEquals(tokens.get(i).replace("\n", "⏎").replace("\t", "    "), drawn.toString());
        }
        int last = 0;
        for (int line = 0; line < layout.lines(); line++) {
            for (HeatmapLayout.Fragment f : layout.line(line)) {
                assertTrue(f.token() >= last);
                last = f.token();
            }
        }
    }

    @Property(tries = 300, seed = "2510")
    void layoutKeepsFragmentsApartAndWithinTheWidth(
            @ForAll("tokenLists") List<String> tokens, @ForAll @IntRange(min = 20, max = 200) int width) {
        HeatmapLayout layout = layout(tokens, width);
        for (int line = 0; line < layout.lines(); line++) {
            double end = 0;
            for (HeatmapLayout.Fragment f : layout.line(line)) {
                assertEquals(end, f.x(), 1e-6);
                end = f.x() + f.width();
            }
            assertTrue(end <= width + 1e-6, "line " + line + " ends at " + end + " of " + width);
            assertTrue(end > 0);
        }
    }

    @Property(tries = 100, seed = "2510")
    void tokenAtFindsTheTokenThatStandsThere(@ForAll("tokenLists") List<String> tokens) {
        HeatmapLayout layout = layout(tokens, 90);
        for (int i = 0; i < tokens.size(); i++) {
            for (HeatmapLayout.Fragment f : layout.fragments(i)) {
                assertEquals(i, layout.tokenAt(f.x() + f.width() / 2, f.y() + 1));
            }
        }
    }

    @Test
    void layoutBreaksBeforeAWordOfSeveralTokens() {
        assertEquals(List.of("one", " auditi"), lines(layout(List.of("one", " aud", "iti"), 54)));
    }

    @Test
    void layoutBreaksBetweenTokensWhenAWordIsWiderThanALine() {
        assertEquals(List.of("abcd", "efgh"), lines(layout(List.of("abcd", "efgh"), 30)));
    }

    @Test
    void layoutKeepsLeadingBlanksAfterALineFeed() {
        assertEquals(List.of("a⏎", "    b"), lines(layout(List.of("a", "\n", "    ", "b"), 300)));
    }

    @Test
    void layoutBreaksAtEachLineFeedWithinAToken() {
        assertEquals(List.of(".⏎", "⏎", "x"), lines(layout(List.of(".\n\nx"), 300)));
    }

    @Test
    void layoutGivesAnUnmarkedLineFeedAPlaceToPointAt() {
        HeatmapLayout layout = HeatmapLayout.of(List.of("a", "\n", "b"), UNMARKED, 10, RecordingSurface.MEASURE, 300);
        assertEquals(List.of("a", "b"), lines(layout));
        assertEquals(1, layout.tokenAt(7, 1));
    }

    @Test
    void tokenAtIsNothingOutsideTheText() {
        HeatmapLayout layout = layout(List.of("ab"), 300);
        assertEquals(-1, layout.tokenAt(13, 1));
        assertEquals(-1, layout.tokenAt(1, 100));
        assertEquals(-1, layout.tokenAt(1, -1));
    }

    @Test
    void layoutOfNothingHasNoLines() {
        HeatmapLayout layout = layout(List.of(), 300);
        assertEquals(0, layout.lines());
        assertEquals(0, layout.height());
        assertEquals(-1, layout.tokenAt(0, 0));
    }

    @Test
    void layoutSplitsATokenOfTenThousandCharacters() {
        HeatmapLayout layout = layout(List.of("x".repeat(10_000)), 600);
        assertEquals(100, layout.lines());
        assertEquals(100, layout.fragments(0).size());
    }

    @Test
    void layoutNeverCutsACharacterOfSeveralCodePoints() {
        String flag = "e\u0301";
        for (HeatmapLayout.Fragment f : layout(List.of(flag.repeat(50)), 40).fragments(0)) {
            assertEquals(0, f.text().length() % 2);
        }
    }

    /// A guard against quadratic time, not a benchmark: that takes minutes, this about a tenth of a second.
    @Test
    void layoutTakesLinearTimeWhenNothingMayBreak() {
        List<String> tokens = Collections.nCopies(100_000, "ab");
        HeatmapLayout narrow = Assertions.assertTimeout(Duration.ofSeconds(10), () -> layout(tokens, 600));
        assertEquals(2000, narrow.lines());
        HeatmapLayout wide = Assertions.assertTimeout(Duration.ofSeconds(10), () -> layout(tokens, 1e9));
        assertEquals(1, wide.lines());
        assertEquals(99_999, wide.tokenAt(12.0 * 100_000 - 1, 1));
    }

    @Test
    void nearestFindsTheTokenBelowWhenMovingDown() {
        HeatmapLayout layout = layout(List.of("aa", "\n", "bb", "cc"), 300);
        assertEquals(3, layout.nearest(1, 13));
        assertEquals(3, layout.nearest(1, 1000));
        assertEquals(-1, layout.nearest(2, 0));
    }

    @Test
    void layoutDrawsPicturesForControlCharactersAndBrokenOnes() {
        assertEquals(List.of("␀\uFFFDa"), lines(layout(List.of("\0\ud800a"), 300)));
    }

    @Test
    void rightToLeftTextRunsFromRightToLeft() {
        List<String> tokens = List.of("say ", "שלום ", "עולם", " now");
        HeatmapLayout layout = HeatmapLayout.of(tokens, UNMARKED, 10, RecordingSurface.MEASURE, 600);
        List<Integer> seen =
                layout.line(0).stream().map(HeatmapLayout.Fragment::token).toList();
        assertEquals(List.of(0, 2, 1, 3), seen);
        for (int token = 0; token < 4; token++) {
            HeatmapLayout.Fragment place = layout.fragments(token).getFirst();
            assertEquals(token, layout.tokenAt(place.x() + 1, 1));
        }
    }
}
