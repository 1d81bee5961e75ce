package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.densepath.BadInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {
    private static final Path SLEEP = Path.of("/bin/sleep");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("lock");
    }

    @Test
    void acquireNamesThisProcess() {
        try (RunLock _ = RunLock.acquire(file)) {
            assertEquals(
                    ProcessHandle.current().pid(),
                    RunLock.holder(file).orElseThrow().processId());
        }
        assertFalse(RunLock.isHeld(file));
    }

    @Test
    void isHeldIsFalseBeforeThereIsALock() {
        assertFalse(RunLock.isHeld(file));
    }

    @Test
    void acquireIsRefusedWhileAnotherProcessLivesAndNotAfter() throws Exception {
        Process other = sleeping();
        try {
            RunLock.acquire(file, RunLock.Holder.of(other.toHandle()));
            BadInputException refused = assertThrows(BadInputException.class, () -> RunLock.acquire(file));
            assertEquals(
                    "The run " + folder + " is being written by process " + other.pid() + "; stop that one first.",
                    refused.getMessage());
            assertTrue(RunLock.isHeld(file));
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertFalse(RunLock.isHeld(file));
        RunLock.acquire(file).close();
    }

    @Test
    void acquireSeesThatANumberBelongsToAnotherProcessNow() throws Exception {
        Process other = sleeping();
        try {
            RunLock.Holder now = RunLock.Holder.of(other.toHandle());
            Instant longAgo = now.startTime().minus(Duration.ofHours(2));
            RunLock.acquire(file, new RunLock.Holder(now.processId(), longAgo, now.host()));
            assertFalse(RunLock.isHeld(file));
            RunLock.acquire(file).close();
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void acquireIsRefusedWhileAnotherMachineHasTheRun() {
        RunLock.acquire(file, new RunLock.Holder(1, Instant.now(), "another-machine"));
        BadInputException refused = assertThrows(BadInputException.class, () -> RunLock.acquire(file));
        assertTrue(refused.getMessage().contains(" on another-machine; "), refused.getMessage());
    }

    @Test
    void acquireTakesALockThatWasTornByAKill() throws IOException {
        Files.writeString(file, "{\"processId\":12");
        RunLock.acquire(file).close();
    }

    @Test
    void closeLeavesAnothersLockAlone() throws Exception {
        RunLock stale = RunLock.acquire(file, new RunLock.Holder(Long.MAX_VALUE, Instant.EPOCH, hostOf(file)));
        try (RunLock _ = RunLock.acquire(file)) {
            stale.close();
            assertTrue(RunLock.isHeld(file));
        }
    }

    @Test
    void acquireSucceedsForOneOfManyThatTryAtOnce() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> attempt = () -> {
                try {
                    RunLock.acquire(file);
                    return true;
                } catch (BadInputException e) {
                    return false;
                }
            };
            long winners = 0;
            for (Future<Boolean> won : pool.invokeAll(List.of(attempt, attempt, attempt, attempt, attempt, attempt))) {
                winners += won.get() ? 1 : 0;
            }
            assertEquals(1, winners);
        }
    }

    @Test
    void acquireSaysSoWhenTheRunFolderIsGone() {
        assertThrows(RunStorageException.class, () -> RunLock.acquire(folder.resolve("gone/lock")));
    }

    private static String hostOf(Path file) {
        try (RunLock _ = RunLock.acquire(file)) {
            return RunLock.holder(file).orElseThrow().host();
        }
    }

    private static Process sleeping() throws IOException {
        assumeTrue(Files.exists(SLEEP));
        return new ProcessBuilder(SLEEP.toString(), "60").start();
    }
}
