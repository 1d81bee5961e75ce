package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.densepath.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A worker that is killed with SIGKILL at any moment: resuming ends with the weights and metrics of an
/// undisturbed run.
class KilledWorkerTest {
    private static final int KILLS = 5;

    @TempDir
    Path folder;

    @Test
    void aRunKilledAgainAndAgainEndsAsAnUndisturbedOne() throws Exception {
        TinyWorld world = TinyWorld.in(folder);
        RunFolder undisturbed = create(world, "undisturbed");
        assertEquals(0, worker(undisturbed).waitFor());
        RunFolder killed = create(world, "killed");
        Random random = new Random(11);
        int kills = 0;
        for (int i = 0; i < KILLS; i++) {
            Process worker = worker(killed);
            waitForEvents(killed, worker);
            // At any moment from the first event on: among steps, in a checkpoint, in a trace.
            if (!worker.waitFor(20 + random.nextInt(700), TimeUnit.MILLISECONDS)) {
                worker.destroyForcibly().waitFor();
                kills++;
                RunState state = RunState.of(EventLog.read(killed.events()));
                assertEquals(RunStatus.INTERRUPTED, killed.status(state));
            }
        }
        assertTrue(kills >= 2, kills + " kills");
        assertEquals(0, worker(killed).waitFor());
        assertEquals(ExperimentRunTest.metrics(undisturbed), ExperimentRunTest.metrics(killed));
        assertArrayEquals(ExperimentRunTest.weights(undisturbed), ExperimentRunTest.weights(killed));
    }

    @Test
    void aSecondWorkerOnTheSameRunIsRefused() throws Exception {
        TinyWorld world = TinyWorld.in(folder);
        RunFolder run = create(world, "twice", "dpr.steps=60");
        Process first = worker(run);
        waitForEvents(run, first);
        Process second = worker(run);
        String said = new String(second.getErrorStream().readAllBytes());
        assertEquals(2, second.waitFor(), said);
        assertTrue(said.contains("is being written by process " + first.pid()), said);
        first.destroyForcibly().waitFor();
    }

    private RunFolder create(TinyWorld world, String name, String... settings) throws IOException {
        return RunFolder.create(
                folder.resolve("runs"), LocalDate.EPOCH, name, Files.readString(world.experiment(settings)));
    }

    /// A worker process; it starts the run where it is new.
    private static Process worker(RunFolder run) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classPath,
                        "org.densepath.cli.DensePath",
                        "resume",
                        run.path().toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void waitForEvents(RunFolder run, Process worker) throws Exception {
        int before = EventLog.read(run.events()).size();
        while (worker.isAlive() && EventLog.read(run.events()).size() <= before) {
            Thread.sleep(5);
        }
    }
}
