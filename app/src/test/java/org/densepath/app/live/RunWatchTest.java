package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.Worker;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.RunLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWatchTest {
    @TempDir
    Path home;

    private final List<RunSnapshot> told = new ArrayList<>();
    private Path runs;
    private RunWatch watch;

    @BeforeEach
    void watch() {
        runs = home.resolve("runs");
        watch = new RunWatch(runs, home.resolve("sample"), Runnable::run, told::add);
    }

    private RunSnapshot last() {
        return told.getLast();
    }

    /// A worker in this process, so that a lock taken here is its own.
    private static final class InProcess implements Worker {
        private boolean alive = true;

        @Override
        public long processId() {
            return ProcessHandle.current().pid();
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public OptionalInt exitCode() {
            return alive ? OptionalInt.empty() : OptionalInt.of(2);
        }

        @Override
        public String lastWords() {
            return "The folder sample-data was not found.";
        }
    }

    @Test
    void nothingIsToldWhenThereIsNoRun() {
        watch.findRun();
        watch.tick();

        assertEquals(List.of(), told);
    }

    @Test
    void theSampleIsShownWhenThereIsNoRun() throws Exception {
        try (FakeRun run = FakeRun.create(home, "x")) {
            run.whole();
            Files.move(run.folder().path(), home.resolve("sample"));
        }
        watch.findRun();
        watch.tick();

        assertEquals(Phase.FINISHED, last().phase());
        assertEquals(
                List.of("success_greedy", "success_sampled", "length_sampled"),
                last().scores().columns());
    }

    @Test
    void tickTellsOnlyWhatIsNew() {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            run.tell(new Event.RunStarted("x"));
            watch.findRun();
            watch.tick();
            watch.tick();
            assertEquals(1, told.size());

            run.sftStep(1);
            watch.tick();
            assertEquals(2, told.size());
        }
    }

    @Test
    void curvesThatHaveNotGrownAreNotCopied() {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            run.tell(new Event.RunStarted("x"));
            run.sftStep(1);
            watch.findRun();
            watch.tick();
            Curve before = last().curves().getLast();
            run.dprStep(1);
            watch.tick();

            assertTrue(last().curves().stream().anyMatch(curve -> curve == before));
        }
    }

    @Test
    void aRunWhoseWorkerIsGoneIsInterrupted() {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            try (RunLock _ = RunLock.acquire(run.folder().lock())) {
                run.tell(new Event.RunStarted("x"));
                watch.findRun();
                watch.tick();
                assertEquals(Phase.RUNNING, last().phase());
            }
            watch.tick();

            assertEquals(Phase.INTERRUPTED, last().phase());
        }
    }

    @Test
    void aRequestToStopIsSeen() {
        try (FakeRun run = FakeRun.create(runs, "x");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.tell(new Event.RunStarted("x"));
            watch.findRun();
            watch.tick();
            assertFalse(last().stopAsked());

            new Control(run.folder().control()).request(Control.Request.STOP);
            watch.tick();
            assertTrue(last().stopAsked());
        }
    }

    @Test
    void followFindsTheFolderThatTheWorkerMakes() {
        try (FakeRun _ = FakeRun.create(runs, "older")) {
            InProcess worker = new InProcess();
            watch.launch(Optional.empty(), () -> worker);
            watch.tick();
            assertEquals(Phase.STARTING, last().phase());

            try (FakeRun run = FakeRun.create(runs, "newer");
                    RunLock _ = RunLock.acquire(run.folder().lock())) {
                run.tell(new Event.RunStarted("newer"));
                watch.tick();

                assertEquals(Phase.RUNNING, last().phase());
                assertEquals(Optional.of(run.folder().path()), last().folder());
            }
        }
    }

    @Test
    void aWorkerThatMakesNoFolderHasFailedWithItsLastWords() {
        InProcess worker = new InProcess();
        watch.launch(Optional.empty(), () -> worker);
        worker.alive = false;
        watch.tick();

        assertEquals(Phase.FAILED, last().phase());
        assertEquals(Optional.of("The folder sample-data was not found."), last().problem());
    }

    @Test
    void aResumeIsStartingUntilItsFirstEvent() {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            run.tell(new Event.RunStarted("x"));
            run.tell(new Event.RunStopped("Stopped."));
            watch.findRun();
            watch.tick();
            watch.launch(last().folder(), InProcess::new);
            watch.tick();
            assertEquals(Phase.STARTING, last().phase());

            try (RunLock _ = RunLock.acquire(run.folder().lock())) {
                run.tell(new Event.RunResumed(List.of()));
                watch.tick();
                assertEquals(Phase.RUNNING, last().phase());
            }
        }
    }

    @Test
    void aResumeThatEndsWithoutAnEventKeepsTheRunAsItWas() {
        try (FakeRun run = FakeRun.create(runs, "x")) {
            run.tell(new Event.RunStarted("x"));
            run.tell(new Event.RunStopped("Stopped."));
            watch.findRun();
            watch.tick();
            InProcess worker = new InProcess();
            watch.launch(last().folder(), () -> worker);
            worker.alive = false;
            watch.tick();

            assertEquals(Phase.STOPPED, last().phase());
            assertEquals(Optional.of("The folder sample-data was not found."), last().problem());
        }
    }
}
