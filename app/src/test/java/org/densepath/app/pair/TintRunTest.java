package org.densepath.app.pair;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.densepath.app.pair.TintRun.State;
import org.junit.jupiter.api.Test;

class TintRunTest {
    private static final String SCORED = "7 + 8 = 15.";
    private static final List<String> TOKENS = List.of("7", " +", " 8", " =", " 15", ".", "<end>");
    private static final float[] CREDIT = {1, 2, 3, 4, 5, 6, 7};

    private static List<TintRun> runs(String text) {
        List<TintRun> runs = TintRun.of(text, SCORED, TOKENS, CREDIT);
        assertEquals(text.length(), runs.stream().mapToInt(TintRun::length).sum(), text);
        return runs;
    }

    @Test
    void aScoredTextHasARunAToken() {
        List<TintRun> runs = runs(SCORED);
        assertEquals(6, runs.size());
        assertEquals(new TintRun(3, 5, State.SCORED), runs.get(4));
    }

    @Test
    void aChangedDigitIsNewAndWhatFollowsIsOfThePast() {
        assertEquals(
                List.of(
                        new TintRun(1, 1, State.SCORED),
                        new TintRun(2, 2, State.SCORED),
                        new TintRun(2, 3, State.SCORED),
                        new TintRun(2, 4, State.SCORED),
                        new TintRun(2, 5, State.AFTER_A_CHANGE),
                        new TintRun(1, Float.NaN, State.NEW),
                        new TintRun(1, 6, State.AFTER_A_CHANGE)),
                runs("7 + 8 = 14."));
    }

    @Test
    void anInsertionPushesNothingOutOfItsTint() {
        List<TintRun> runs = runs("7 + 18 = 15.");
        assertEquals(new TintRun(1, 3, State.AFTER_A_CHANGE), runs.get(2));
        assertEquals(new TintRun(1, Float.NaN, State.NEW), runs.get(3));
        assertEquals(new TintRun(1, 3, State.AFTER_A_CHANGE), runs.get(4));
    }

    @Test
    void everyTextIsCovered() {
        runs("");
        runs("7");
        runs("7 + 8 = 15. So 15.");
        runs("So 7 + 8 = 15.");
        runs("nothing alike");
        runs("7 + 8 = 15..");
        assertEquals(List.of(new TintRun(3, Float.NaN, State.NEW)), TintRun.of("new", "", List.of(), new float[0]));
    }
}
