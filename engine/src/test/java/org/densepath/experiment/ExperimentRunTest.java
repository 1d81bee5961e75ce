package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.densepath.run.RunStatus;
import org.densepath.run.Track;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole experiments on a tiny model: what is on disk at the end, and that stopping and resuming changes nothing.
class ExperimentRunTest {
    @TempDir
    static Path folder;

    private static TinyWorld world;

    @BeforeAll
    static void make() throws IOException {
        world = TinyWorld.in(folder);
    }

    @Test
    void aFinishedRunHoldsEverythingThatTheWindowShows() throws IOException {
        RunFolder run = create("whole", "dpr.keepEvery=4");
        assertEquals(ExperimentRun.Outcome.FINISHED, new ExperimentRun(run, e -> {}).work());
        RunState state = RunState.of(EventLog.read(run.events()));
        assertEquals(RunStatus.FINISHED, run.status(state));
        assertEquals(4, run.snapshots(Track.shared("sft", 1)).size());
        assertEquals(6, run.rollouts(new Track("dpr", "dpr", 1)).size());
        assertEquals(List.of(4L, 6L), run.policySteps(new Track("dpr", "dpr", 1)));
        assertTrue(Files.exists(run.provenance()));
        for (String figure : List.of("curves-sft-seed-1", "curves-dpr-seed-1", "heatmap-dpr-seed-1")) {
            assertTrue(Files.size(run.figures().resolve(figure + ".png")) > 1000, figure);
            assertTrue(Files.size(run.figures().resolve(figure + ".svg")) > 1000, figure);
        }
        ScoreTable scores = ScoreTable.of(state);
        assertEquals(
                List.of("base", "sft", "sft-at-0.5", "dpr", "continued-sft"),
                scores.rows().stream().map(ScoreTable.Row::arm).toList());
    }

    @Test
    void stoppedAndResumedAfterEveryStepGivesTheSameMetricsAndWeights() throws IOException {
        RunFolder straight = create("straight");
        new ExperimentRun(straight, e -> {}).work();
        RunFolder broken = create("broken");
        int stops = 0;
        ExperimentRun.Outcome outcome;
        do {
            AtomicInteger steps = new AtomicInteger();
            outcome = new ExperimentRun(broken, line -> {
                        if (line.event() instanceof Event.StepFinished s
                                && s.step() > 0
                                && steps.incrementAndGet() == 2) {
                            new Control(broken.control()).request(Control.Request.STOP);
                        }
                    })
                    .work();
            stops += outcome == ExperimentRun.Outcome.STOPPED ? 1 : 0;
        } while (outcome == ExperimentRun.Outcome.STOPPED && stops < 50);
        assertTrue(stops > 3, stops + " stops");
        assertEquals(metrics(straight), metrics(broken));
        assertArrayEquals(weights(straight), weights(broken));
    }

    @Test
    void aDivergingRunStopsWithTheSettingToChangeAndKeepsItsSnapshots() throws IOException {
        RunFolder run = create("diverging", "sft.learningRate=1e30", "sft.gradientClip=0", "sft.warmupSteps=0");
        String sentence = assertThrows(
                        org.densepath.train.DivergedException.class, () -> new ExperimentRun(run, e -> {}).work())
                .getMessage();
        assertTrue(sentence.contains("lower sft.learningRate"), sentence);
        RunState state = RunState.of(EventLog.read(run.events()));
        assertEquals(RunStatus.FAILED, run.status(state));
        assertFalse(state.failure().isEmpty());
    }

    /// The first update has rate 0, the second spoils the weights, and each is followed by a checkpoint. 1e30
    /// leaves weights that are finite and useless, 1e39 none that are finite.
    @ParameterizedTest
    @ValueSource(strings = {"1e30", "1e39"})
    void aDivergingRunKeepsItsLastGoodCheckpoint(String rate) throws IOException {
        RunFolder run = create(
                "spoiled",
                "dpr.learningRate=" + rate,
                "dpr.gradientClip=0",
                "dpr.warmupSteps=1",
                "dpr.checkpointEvery=1",
                "watch.enabled=false");
        String sentence = assertThrows(
                        org.densepath.train.DivergedException.class, () -> new ExperimentRun(run, e -> {}).work())
                .getMessage();
        assertTrue(sentence.contains("lower dpr.learningRate"), sentence);
        Track dpr = new Track("dpr", "dpr", 1);
        assertEquals(List.of(run.checkpoint(dpr, 1)), run.checkpoints(dpr));
    }

    static RunFolder create(String name, String... settings) throws IOException {
        return RunFolder.create(
                folder.resolve("runs"), LocalDate.EPOCH, name, Files.readString(world.experiment(settings)));
    }

    /// All metrics but those that measure time.
    static Map<String, List<Double>> metrics(RunFolder run) {
        Map<String, List<Double>> all = new TreeMap<>();
        RunState.of(EventLog.read(run.events())).metrics().forEach((key, series) -> {
            if (!key.metric().contains("second")) {
                all.put(
                        key.toString(),
                        java.util.Arrays.stream(series.values()).boxed().toList());
            }
        });
        return all;
    }

    static byte[] weights(RunFolder run) throws IOException {
        Path last = run.latestCheckpoint(new Track("dpr", "dpr", 1)).orElseThrow();
        return Files.readAllBytes(last.resolve("model.safetensors"));
    }
}
