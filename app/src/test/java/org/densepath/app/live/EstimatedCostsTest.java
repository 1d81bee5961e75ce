package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.densepath.experiment.TimeNeed;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.RunSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The end of a model's first run is told by its estimate.
class EstimatedCostsTest {
    private static final TimeNeed NEED = new TimeNeed(
            List.of(
                    new TimeNeed.Phase("start", 4),
                    new TimeNeed.Phase("SFT", 20),
                    new TimeNeed.Phase("DPR", 60),
                    new TimeNeed.Phase("continued SFT", 10),
                    new TimeNeed.Phase("scores", 40),
                    new TimeNeed.Phase("figures", 3)),
            12);

    @TempDir
    Path runs;

    private static RunSettings settings(String model) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("seeds", "1");
        values.put("model.path", model);
        values.put("arms", "dpr, continued-sft, best-of-n");
        values.put("sft.batchSize", "32");
        values.put("dpr.steps", "40");
        values.put("dpr.prompts", "8");
        values.put("dpr.samples", "4");
        values.put("evaluation.samples", "2");
        values.put("data.heldOut", "held-out.jsonl");
        return new RunSettings(values);
    }

    @Test
    void aRunThatHasJustBegunTakesWhatWasEstimated() {
        EstimatedCosts.keep(runs, settings("mine"), NEED, 50);
        PartCosts costs = new EarlierRuns(runs, runs.resolve("none")).like(settings("mine"));

        RunClock clock = new RunClock(settings("mine"), new Pace(0));
        Instant start = Instant.parse("2026-01-31T12:00:00Z");
        clock.apply(line(start, new Event.StageStarted("sft", "", 1, 50)));
        Optional<Duration> left = clock.toEnd(costs);

        assertEquals(20 + 60 + 10 + 40 + 3, left.orElseThrow().toMillis() / 1000.0, 0.01);
    }

    @Test
    void anotherModelHasNone() {
        EstimatedCosts.keep(runs, settings("mine"), NEED, 50);
        assertEquals(PartCosts.UNKNOWN, EstimatedCosts.of(runs, settings("other")));
    }

    @Test
    void theLastEstimateHoldsAndASpoiledFileIsNone() throws Exception {
        EstimatedCosts.keep(runs, settings("mine"), NEED, 50);
        EstimatedCosts.keep(runs, settings("mine"), NEED, 100);
        EstimatedCosts.keep(runs, settings("other"), NEED, 10);
        double row = EstimatedCosts.of(runs, settings("mine")).seconds().get("sft");
        assertEquals(20.0 / (100 * 32), row, 1e-9);

        try (var files = Files.list(runs)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{\"mine|\": ");
            }
        }
        assertEquals(PartCosts.UNKNOWN, EstimatedCosts.of(runs, settings("mine")));
        assertTrue(new EarlierRuns(runs, runs.resolve("none"))
                .like(settings("mine"))
                .seconds()
                .isEmpty());
    }

    private static EventLine line(Instant time, Event event) {
        return new EventLine(1, 1, time, event);
    }
}
