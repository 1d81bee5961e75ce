package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.WorkerCommand;
import org.densepath.paint.Panel;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.RunLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunViewModelTest {
    @TempDir
    Path home;

    private RunViewModel model;
    private RunWatch watch;

    @BeforeEach
    void model() {
        Path runs = home.resolve("runs");
        model = new RunViewModel(
                runs,
                _ -> {
                    throw new AssertionError("no worker is started here");
                },
                arguments -> WorkerCommand.of(home, WorkerCommand.MAIN, List.of(), arguments));
        watch = new RunWatch(runs, home.resolve("sample"), Runnable::run, model::show);
        model.watchedBy(watch);
    }

    private void look() {
        watch.findRun();
        watch.tick();
    }

    @Test
    void nothingCanBeStoppedOrResumedBeforeARun() {
        assertTrue(model.canStart());
        assertFalse(model.canStop());
        assertFalse(model.canResume());
        assertEquals(0, model.progress());
    }

    @Test
    void commandIsTheDemosLine() {
        assertEquals(
                "java … org.densepath.cli.DensePath demo --runs " + home.resolve("runs"),
                model.command().shortLine());
    }

    @Test
    void aRunningRunTellsStageStepAndProgress() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "x");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.tell(new Event.RunStarted("x"));
            run.tell(new Event.StageStarted("dpr", "dpr", 1, 40));
            run.dprStep(1);
            run.dprStep(2);
            look();

            assertEquals("DPR, step 2 of 40", model.sentence());
            assertEquals(0.05, model.progress(), 1e-9);
            assertFalse(model.canStart());
            assertTrue(model.canStop());
        }
    }

    @Test
    void progressInsideAStageWithoutStepsIsTold() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "x");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.tell(new Event.RunStarted("x"));
            run.tell(new Event.StageStarted("evaluation", "dpr", 1, 0));
            run.tell(new Event.Progress("evaluation", "dpr", 1, 30, 120, "prompts"));
            look();

            assertEquals("Evaluation · DPR, prompts 30 of 120", model.sentence());
            assertEquals(0.25, model.progress(), 1e-9);
        }
    }

    @Test
    void stopAndKeepAsksTheWorkerOnce() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "x");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.tell(new Event.RunStarted("x"));
            look();
            model.stopAndKeep();
            watch.tick();

            assertEquals(
                    Optional.of(Control.Request.STOP), new Control(run.folder().control()).poll());
            assertFalse(model.canStop());
            assertTrue(model.sentence().startsWith("Stops after this step"));
        }
    }

    @Test
    void aFailedRunSaysItsSentenceAndWhatToChange() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "x")) {
            run.tell(new Event.RunStarted("x"));
            run.tell(new Event.RunFailed("The loss is not finite.", "Lower dpr.learningRate."));
            look();

            assertEquals("The loss is not finite. Lower dpr.learningRate.", model.problem());
            assertTrue(model.canResume());
            assertTrue(model.canStart());
        }
    }

    @Test
    void theLastWarningIsShown() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "x")) {
            run.tell(new Event.RunStarted("x"));
            run.tell(new Event.Warning("dpr", "dpr", 1, 3, "Entropy rises.", "Raise β.", "dpr/entropy", 3, 2));
            look();

            assertEquals("Entropy rises. Raise β.", model.problem());
        }
    }

    @Test
    void chartsStandInTheirOrderAndNumbersBeginWithTheLastStage() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "x")) {
            run.tell(new Event.RunStarted("x"));
            run.tell(new Event.StageStarted("sft", "", 1, 2));
            run.sftStep(1);
            run.tell(new Event.StageStarted("dpr", "dpr", 1, 2));
            run.dprStep(1);
            look();

            assertEquals(
                    List.of("Dense reward r̂", "KL to SFT", "Entropy", "Response length", "Fine-tuning loss"),
                    model.panels().stream().map(Panel::title).toList());
            assertEquals("dpr", model.numbers().getFirst().key().track().stage());
            assertEquals("sft", model.numbers().getLast().key().track().stage());
        }
    }

    @Test
    void anAbortIsAskedOnceMoreAndThenTold() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "x");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.begin(3);
            look();
            model.askToAbort();
            assertTrue(model.abortAsked().get());
            model.keepRunning();
            assertFalse(model.abortAsked().get());

            model.stopAndKeep();
            look();
            assertFalse(model.canStop());
            assertTrue(model.canAbort(), "who has asked to stop may still abort");
            model.abort();
            look();

            assertFalse(model.canAbort());
            assertTrue(model.sentence().startsWith("Ends at once"), model.sentence());
        }
    }

    @Test
    void thePipelineTellsWhatIsDoneAndWhatIsToCome() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "x");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.begin(17);
            look();
            List<Pipeline.Part> parts = Pipeline.of(model.run().get());

            assertEquals(
                    List.of("SFT", "Reward", "DPR", "Benchmarks"),
                    parts.stream().map(Pipeline.Part::name).toList());
            assertEquals(
                    List.of(Pipeline.State.DONE, Pipeline.State.DONE, Pipeline.State.ACTIVE, Pipeline.State.TO_COME),
                    parts.stream().map(Pipeline.Part::state).toList());
            assertEquals("17/40", parts.get(2).told());
        }
    }
}
