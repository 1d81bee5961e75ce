package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.densepath.app.settings.Preferences;
import org.densepath.paint.SpanValue;
import org.densepath.paint.TokenSpans;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenLayerTest {
    private static final TraceRow ROW = LongRun.row(1, 0, "p", List.of(" one", " tw", "o", "."), TraceRow.Ended.LENGTH);
    private static final StepTrace STEP = new StepTrace(KeptSteps.NONE, 12, List.of(ROW), RunFacts.UNKNOWN);

    @TempDir
    Path home;

    private HeatmapSettings settings() {
        return new HeatmapSettings(Preferences.open(home.resolve("preferences.json")));
    }

    private static Shown shown(HeatmapSettings settings) {
        return Shown.of(ROW, STEP, new StepCredit(STEP), settings);
    }

    @Test
    void driftAndWeightAreMadeOfWhatTheTraceHas() {
        float[] drift = TokenLayer.DRIFT.of(ROW, STEP);
        float[] weight = TokenLayer.WEIGHT.of(ROW, STEP);
        for (int i = 0; i < 4; i++) {
            assertEquals(ROW.values().logpPolicy()[i] - ROW.values().logpSft()[i], drift[i]);
            double expected =
                    ROW.values().advantage()[i] * (1 - Math.exp(ROW.values().logpPolicy()[i])) / 4;
            assertEquals(expected, weight[i], 1e-6);
        }
    }

    @Test
    void aMaskedTokenHasNoCreditAndZeroHas() throws Exception {
        TraceRow row = LongRun.row(1, 0, "p", List.of(" a", " b", " c"), TraceRow.Ended.EOS);
        row.values().reward()[0] = 0;
        row.values().reward()[1] = 0;
        row.values().logpRef()[1] = row.values().logpSft()[1];
        JsonMapper json = new JsonMapper();
        RunFacts masking =
                new RunFacts(json.readTree("{\"reward\": {\"maskAboveEntropy\": 2.0}}"), json.readTree("{}"));
        float[] reward = TokenLayer.REWARD.of(row, new StepTrace(KeptSteps.NONE, 1, List.of(row), masking));
        assertTrue(Float.isNaN(reward[0]));
        assertEquals(0, reward[1]);
    }

    @Test
    void whatIsCutOffIsSaidAndHasNoCredit() {
        Shown shown = shown(settings());
        assertEquals(" [cut after 4 tokens]", shown.cells().getLast());
        assertTrue(Float.isNaN(shown.credit()[4]));
        assertEquals(-1, shown.tokenOf(4));
    }

    @Test
    void wordsAreSummedAndAReturnIsItsFirstTokens() {
        HeatmapSettings settings = settings();
        settings.unit().set(TokenSpans.Unit.WORD);
        Shown words = shown(settings);
        float[] reward = ROW.values().reward();
        assertArrayEquals(new float[] {reward[0], reward[1] + reward[2], reward[3], Float.NaN}, words.credit(), 1e-6f);
        settings.layer().set(TokenLayer.RETURN);
        Shown returns = shown(settings);
        assertEquals(SpanValue.FIRST, returns.gathering());
        assertEquals(ROW.values().returnToGo()[1], returns.credit()[1]);
    }

    @Test
    void aLimitHoldsUntilTheLayerChanges() {
        HeatmapSettings settings = settings();
        settings.limit().set(0.25);
        assertEquals(0.25, shown(settings).range().high());
        assertEquals(-0.25, shown(settings).range().low());
        settings.layer().set(TokenLayer.LOGP_SFT);
        assertEquals(0, settings.limit().get());
        settings.limit().set(3);
        assertEquals(-3, shown(settings).range().low());
        assertEquals(0, shown(settings).range().high());
    }

    @Test
    void aViewIsReadAsItWasWritten() {
        String text = "densepath://tokens?run=2026-01-31-x%26y&arm=dpr&seed=1&step=40&follow=false&prompt=3&sample=0"
                + "&range=2-7&pins=4,9&layer=kl";
        TokensState state = TokensState.parse(text);
        assertEquals("2026-01-31-x&y", state.run());
        assertEquals(List.of(4, 9), state.pins());
        assertEquals(text.replace("4,9", "4%2C9"), state.text());
    }
}
