package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import org.densepath.BadInputException;
import org.densepath.model.DecoderSettings;
import org.densepath.model.ModelFamily;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What is changed for a run to fit, from the smallest change to the largest, and what is said of it.
class DeviceFitTest {
    private static DecoderSettings gemma;

    @BeforeAll
    static void read() throws IOException {
        gemma = ModelFamily.settings((ObjectNode) new ObjectMapper()
                .readTree(DeviceFitTest.class.getResource("backbones.json"))
                .path("Gemma-3-4B"));
    }

    @Test
    void whatFitsStaysAsItIs() {
        DeviceFit fit = fit("cpu", 400);
        assertTrue(fit.changes().isEmpty());
        assertTrue(
                fit.why().getFirst().startsWith("It fits as it is"), fit.why().toString());
    }

    @Test
    void tokensAtOnceComeBeforeLayersAgainAndAnAdapterLast() {
        Experiment supervised = ExperimentFile.of(experiment("cpu"))
                .set("arms=[]")
                .set("dpr.tokenBudget=256")
                .read();
        long need = MemoryNeed.of(supervised, gemma, 64).total();
        DeviceFit little = DeviceFit.of(supervised, gemma, 64, Math.round(need / 0.85) - (1 << 20));
        assertEquals(Map.of("sft.tokenBudget", "512"), little.changes());
        Map<String, String> much = fit("cpu", 60).changes();
        assertEquals("16", much.get("adapter.rank"));
        assertTrue(!much.containsKey("model.precision"));
    }

    @Test
    void onAGpuTheFrozenBaseMayHaveSixteenBits() {
        DeviceFit fit = fit("cuda", 16);
        assertEquals("bfloat16", fit.changes().get("model.precision"));
        assertTrue(fit.need().total() <= 0.85 * 16e9);
        assertTrue(
                fit.why().stream().anyMatch(why -> why.contains("16 bits")),
                fit.why().toString());
    }

    @Test
    void whatCannotFitIsRefusedWithTheLeastThatItNeeds() {
        String said = assertThrows(BadInputException.class, () -> fit("cpu", 4)).getMessage();
        assertTrue(said.contains("4.0 GB are available: choose a smaller model"), said);
    }

    private static Experiment experiment(String device) {
        return new ExperimentFile().set("device=" + device).read();
    }

    private static DeviceFit fit(String device, int gigabytes) {
        return DeviceFit.of(experiment(device), gemma, 64, gigabytes * 1_000_000_000L);
    }
}
