package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.densepath.BadInputException;
import org.densepath.model.TokenScorer;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.densepath.run.Track;
import org.densepath.tensor.OutOfMemoryException;
import org.densepath.tensor.Torch;
import org.densepath.text.TokenSequence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that save memory: with an adapter, with layers computed again, and where memory runs out on the way.
class AdapterRunTest {
    private static final String[] ADAPTER = {
        "adapter.rank=2", "adapter.dropout=0.1", "sft.learningRate=1e-2", "dpr.learningRate=1e-2"
    };
    private static final Track SFT = Track.shared("sft", 1);
    private static final Track DPR = new Track("dpr", "dpr", 1);

    @TempDir
    static Path folder;

    private static TinyWorld world;
    private static RunFolder whole;

    @BeforeAll
    static void run() throws IOException {
        world = TinyWorld.in(folder);
        whole = create("whole", ADAPTER);
        assertEquals(ExperimentRun.Outcome.FINISHED, new ExperimentRun(whole, e -> {}).work());
    }

    @Test
    void snapshotsAndCheckpointsHoldTheAdapterOnly() throws IOException {
        List<Path> kept = new ArrayList<>(whole.snapshots(SFT));
        kept.add(whole.latestCheckpoint(DPR).orElseThrow());
        assertEquals(5, kept.size());
        for (Path part : kept) {
            assertTrue(Files.exists(part.resolve("adapter_config.json")), part.toString());
            assertFalse(Files.exists(part.resolve("model.safetensors")), part.toString());
            long bytes = Files.size(part.resolve("adapter_model.safetensors"));
            assertTrue(bytes < Files.size(folder.resolve("model/model.safetensors")) / 3, "" + bytes);
        }
    }

    @Test
    void thePolicyThatWasTrainedIsReadByItsNameAsAnyOther() {
        try (Torch torch = Torch.cpu(1);
                ModelShelf shelf = new ModelShelf(torch, 4)) {
            List<float[]> scores = new ArrayList<>();
            for (String part : List.of("base", "sft", "dpr")) {
                LoadedModel model =
                        shelf.withWeights(List.of(whole.path() + ":" + part)).getFirst();
                TokenSequence text = new TokenSequence(new int[] {20, 21, 22, 23, 24}, 1);
                scores.add(new TokenScorer(model.model(), 100)
                        .score(List.of(text))
                        .getFirst()
                        .logp());
            }
            assertTrue(Math.abs(scores.get(0)[0] - scores.get(1)[0]) > 1e-3);
            assertTrue(Math.abs(scores.get(1)[0] - scores.get(2)[0]) > 1e-6);
        }
    }

    @Test
    void stoppedAndResumedGivesTheSameMetricsAndTheSameAdapter() throws IOException {
        RunFolder cut = inPieces(create("cut", ADAPTER));
        assertEquals(ExperimentRunTest.metrics(whole), ExperimentRunTest.metrics(cut));
        assertArrayEquals(adapter(whole), adapter(cut));
    }

    @Test
    void onABaseInEightBitsItIsAnotherRunAndResumesAsWell() throws IOException {
        String[] settings = append(ADAPTER, "adapter.eightBitBase=true");
        RunFolder rounded = create("rounded", settings);
        assertEquals(ExperimentRun.Outcome.FINISHED, new ExperimentRun(rounded, e -> {}).work());
        assertNotEquals(ExperimentRunTest.metrics(whole), ExperimentRunTest.metrics(rounded));

        RunFolder cut = inPieces(create("rounded-cut", settings));
        assertEquals(ExperimentRunTest.metrics(rounded), ExperimentRunTest.metrics(cut));
        assertArrayEquals(adapter(rounded), adapter(cut));
    }

    @Test
    void aBaseInEightBitsNeedsAnAdapter() {
        String said = assertThrows(BadInputException.class, () -> create("none", "adapter.eightBitBase=true"))
                .getMessage();
        assertTrue(said.contains("adapter.eightBitBase") && said.contains("adapter.rank"), said);
    }

    /// Stopped after every third step.
    private static RunFolder inPieces(RunFolder cut) throws IOException {
        AtomicInteger steps = new AtomicInteger();
        ExperimentRun.Outcome outcome = ExperimentRun.Outcome.STOPPED;
        for (int i = 0; i < 40 && outcome == ExperimentRun.Outcome.STOPPED; i++) {
            outcome = new ExperimentRun(cut, line -> {
                        if (line.event() instanceof Event.StepFinished && steps.incrementAndGet() % 3 == 0) {
                            new Control(cut.control()).request(Control.Request.STOP);
                        }
                    })
                    .work();
        }
        assertEquals(ExperimentRun.Outcome.FINISHED, outcome);
        return cut;
    }

    @Test
    void layersThatAreComputedAgainChangeNothing() throws IOException {
        RunFolder again = create("again", append(ADAPTER, "memory.recompute=true"));
        new ExperimentRun(again, e -> {}).work();
        assertEquals(ExperimentRunTest.metrics(whole), ExperimentRunTest.metrics(again));
    }

    @Test
    void whereMemoryRunsOutTheBudgetIsHalvedAndTheStepDoneAgainWithTheSameResult() throws IOException {
        IntConsumer tooMuch = tokens -> {
            if (tokens > 300) {
                throw new OutOfMemoryException("injected", null);
            }
        };
        RunFolder run = create("short", ADAPTER);
        assertEquals(ExperimentRun.Outcome.FINISHED, new ExperimentRun(run, e -> {}, tooMuch).work());
        List<String> said = RunState.of(EventLog.read(run.events())).all(Event.Warning.class).stream()
                .map(Event.Warning::what)
                .filter(what -> what.contains("Memory ran out"))
                .toList();
        assertTrue(said.size() >= 4 && said.getFirst().contains("512"), said.toString());
        List<Double> losses = losses(whole);
        assertEquals(6, losses.size());
        for (int i = 0; i < losses.size(); i++) {
            assertEquals(losses.get(i), losses(run).get(i), 1e-4);
        }
    }

    @Test
    void whereNoBudgetHelpsTheRunSaysSoAndGoesOnLater() throws IOException {
        RunFolder run = create("none", ADAPTER);
        int[] attempts = new int[1];
        IntConsumer full = tokens -> {
            if (attempts[0]++ >= 3) {
                throw new OutOfMemoryException("injected", null);
            }
        };
        String message = assertThrows(BadInputException.class, () -> new ExperimentRun(run, e -> {}, full).work())
                .getMessage();
        assertTrue(message.contains("Memory ran out even with"), message);
        assertEquals(1, run.checkpoints(SFT).size());
        assertEquals(ExperimentRun.Outcome.FINISHED, new ExperimentRun(run, e -> {}).work());
        assertEquals(ExperimentRunTest.metrics(whole), ExperimentRunTest.metrics(run));
    }

    private static String[] append(String[] settings, String one) {
        List<String> all = new ArrayList<>(List.of(settings));
        all.add(one);
        return all.toArray(String[]::new);
    }

    private static RunFolder create(String name, String... settings) throws IOException {
        return RunFolder.create(
                folder.resolve("runs"), LocalDate.of(2026, 1, 31), name, Files.readString(world.experiment(settings)));
    }

    private static List<Double> losses(RunFolder run) {
        return RunState.of(EventLog.read(run.events())).all(Event.StepFinished.class).stream()
                .filter(step -> step.stage().equals("sft"))
                .map(step -> step.metrics().get("sft/loss"))
                .toList();
    }

    private static byte[] adapter(RunFolder run) throws IOException {
        return Files.readAllBytes(run.latestCheckpoint(DPR).orElseThrow().resolve("adapter_model.safetensors"));
    }
}
