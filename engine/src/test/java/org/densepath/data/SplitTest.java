package org.densepath.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitTest {

    @Property(seed = "2510")
    void ofKeepsEveryItemOnOneSideAndEqualTextsTogether(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 12) Integer> texts,
            @ForAll @DoubleRange(min = 0, max = 0.9) double fraction,
            @ForAll long seed) {
        List<Integer> items = IntStream.range(0, texts.size()).boxed().toList();
        Function<Integer, String> text = i -> " Text " + texts.get(i) + (i % 2 == 0 ? "!" : "");
        if (fraction > 0 && new HashSet<>(texts).size() < 2) {
            assertThrows(BadInputException.class, () -> Split.of(items, text, fraction, seed));
            return;
        }
        Split<Integer> split = Split.of(items, text, fraction, seed);
        Set<Integer> all = new HashSet<>(split.training());
        all.addAll(split.heldOut());
        assertEquals(items.size(), split.training().size() + split.heldOut().size());
        assertEquals(items.size(), all.size());
        assertEquals(
                List.of(),
                Overlap.find(split.training(), text, split.heldOut(), text).pairs());
        assertTrue(!split.training().isEmpty());
        assertEquals(fraction > 0, !split.heldOut().isEmpty());
        assertEquals(split, Split.of(items, text, fraction, seed));
    }

    @Test
    void ofHoldsOutTheFractionAndAnotherSeedHoldsOutOthers() {
        List<Integer> items = IntStream.range(0, 1000).boxed().toList();
        Split<Integer> split = Split.of(items, String::valueOf, 0.1, 1);
        assertEquals(100, split.heldOut().size());
        assertNotEquals(
                split.heldOut(), Split.of(items, String::valueOf, 0.1, 2).heldOut());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "\" What is\tthe\n\nTime? \", what is the time",
                "\"“Ｆｕｌｌ　ｗｉｄｔｈ”\", full width",
                "\"ﬁne ½\", fine 1⁄2",
                "\"don't stop...\", don't stop",
                "\"???\", ???",
                "\"C++ or C#?\", c++ or c",
                "\"E\u0301te\u0301\", été",
                "\"¿हिन्दी?\", हिन्दी"
            })
    void normalisedTextIgnoresCaseWidthBlanksAndPunctuationAtTheEnds(String text, String normalised) {
        assertEquals(normalised, NormalisedText.of(text));
    }

    @Test
    void normalisedTextIsQuickWhenTheTextIsAllPunctuation() {
        String text = "a" + "-".repeat(1_000_000) + "b" + " .".repeat(1_000_000);
        assertEquals(1_000_002, NormalisedText.of(text).length());
    }

    @Test
    void overlapNamesThePairWhenAPromptWasTrainedOn() {
        var overlap = Overlap.find(
                List.of("What is AI?", "Other", ""),
                Function.identity(),
                List.of("what  is ai", "New", ""),
                Function.identity());
        assertEquals(List.of(new Overlap.Pair<>("What is AI?", "what  is ai", "what is ai")), overlap.pairs());
    }
}
