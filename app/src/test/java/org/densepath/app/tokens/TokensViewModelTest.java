package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.FakeRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensViewModelTest {
    @TempDir
    Path runs;

    private final BlockingQueue<Runnable> window = new LinkedBlockingQueue<>();
    private final TraceLoader loader = new TraceLoader(window::add);
    private Preferences preferences;
    private TokensViewModel model;

    @BeforeEach
    void open() {
        preferences = Preferences.open(runs.resolve("preferences.json"));
        model = new TokensViewModel(loader, preferences);
    }

    @AfterEach
    void close() {
        loader.close();
        preferences.close();
    }

    private void handOver() throws InterruptedException {
        Runnable work = window.poll(20, TimeUnit.SECONDS);
        assertTrue(work != null, "nothing was loaded");
        work.run();
    }

    private Path trace(FakeRun run, long step) {
        run.rollouts(step);
        return run.folder().rollouts(FakeRun.DPR, step);
    }

    @Test
    void theNewestTraceIsShownWithItsFirstResponse() throws Exception {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            model.newest(Optional.of(trace(run, 3)));
            handOver();

            assertEquals(3, model.step().get().step());
            assertEquals(12, model.rows().get().size());
            assertEquals(0, model.selected().get());
        }
    }

    @Test
    void aChosenResponseHoldsItsStep() throws Exception {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            model.newest(Optional.of(trace(run, 3)));
            handOver();
            model.choose(2);
            model.newest(Optional.of(trace(run, 4)));

            assertFalse(model.following().get());
            assertEquals(3, model.step().get().step());

            model.following().set(true);
            handOver();
            assertEquals(4, model.step().get().step());
            assertEquals(2, model.selected().get());
        }
    }

    @Test
    void anotherRunIsFollowedAgain() throws Exception {
        try (FakeRun one = FakeRun.create(runs, "one");
                FakeRun two = FakeRun.create(runs, "two")) {
            model.newest(Optional.of(trace(one, 3)));
            handOver();
            model.choose(2);
            model.newest(Optional.empty());
            assertEquals(List.of(), model.rows().get());

            model.newest(Optional.of(trace(two, 7)));
            handOver();
            assertEquals(7, model.step().get().step());
        }
    }

    @Test
    void describeTellsTheTokensNumbers() throws Exception {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            model.newest(Optional.of(trace(run, 3)));
            handOver();

            String text = TokenSentence.of(model.response().orElseThrow(), 16);
            assertTrue(text.startsWith("Token 17 of 18  “ 85”  id 121   r̂ "), text);
            assertTrue(text.contains("log π_ref"), text);
            assertEquals("", TokenSentence.of(model.response().orElseThrow(), 18));
        }
    }

    @Test
    void aSpoiledTraceSaysItsSentence() throws Exception {
        Path file = Files.writeString(runs.resolve("000001.parquet"), "no trace");
        model.newest(Optional.of(file));
        handOver();

        assertTrue(
                model.problem().get().contains("is not a trace"),
                model.problem().get());
        assertEquals(-1, model.selected().get());
    }

    @Test
    void onlyLayersOfTheTraceAreOffered() throws Exception {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            model.newest(Optional.of(trace(run, 3)));
            handOver();

            assertEquals(
                    List.of(
                            TokenLayer.REWARD,
                            TokenLayer.RETURN,
                            TokenLayer.ADVANTAGE,
                            TokenLayer.KL,
                            TokenLayer.LOGP_SFT,
                            TokenLayer.LOGP_REF,
                            TokenLayer.LOGP_POLICY,
                            TokenLayer.DRIFT,
                            TokenLayer.WEIGHT),
                    TokenLayer.in(model.step().get()));
        }
    }
}
