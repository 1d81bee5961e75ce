package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldedPartsTest {
    private static Pipeline.Part part(String name, Pipeline.State state) {
        return new Pipeline.Part(name, name, state, -1, "", "");
    }

    private static List<Pipeline.Part> run(int done, int toCome) {
        List<Pipeline.Part> parts = new ArrayList<>();
        for (String first : List.of("SFT", "Reward", "DPR")) {
            parts.add(part(first, Pipeline.State.DONE));
        }
        IntStream.range(0, done).forEach(i -> parts.add(part("done" + i, Pipeline.State.DONE)));
        parts.add(part("now", Pipeline.State.ACTIVE));
        IntStream.range(0, toCome).forEach(i -> parts.add(part("later" + i, Pipeline.State.TO_COME)));
        parts.add(part("Benchmarks", Pipeline.State.TO_COME));
        return parts;
    }

    @Test
    void fewPartsStayAsTheyAre() {
        List<Pipeline.Part> few = run(2, 1);
        assertEquals(few, FoldedParts.of(few));
    }

    @Test
    void ofManyWhatIsAtWorkStandsBetweenThoseBehindAndAhead() {
        List<Pipeline.Part> folded = FoldedParts.of(run(6, 9));
        assertEquals(
                List.of("SFT", "Reward", "DPR", "6 more methods", "now", "9 more methods", "Benchmarks"),
                folded.stream().map(Pipeline.Part::name).toList());
        assertTrue(
                folded.get(3).meaning().startsWith("done0, done1"),
                folded.get(3).meaning());
        assertEquals(Pipeline.State.TO_COME, folded.get(5).state());
    }

    @Test
    void oneAloneKeepsItsName() {
        assertEquals("done0", FoldedParts.of(run(1, 9)).get(3).name());
    }
}
