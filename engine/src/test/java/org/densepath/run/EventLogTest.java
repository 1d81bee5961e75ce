package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EventLogTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("events.jsonl");
    }

    @Test
    void pollIsEmptyBeforeThereIsAFile() {
        assertEquals(List.of(), new EventLog(file).poll());
    }

    @Test
    void pollWaitsForTheEndOfALine() throws IOException {
        EventLog log = new EventLog(file);
        String line =
                EventFormat.write(new EventLine(1, 1, InstantSource.system().instant(), new Event.RunFinished()));
        Files.writeString(file, line);
        assertEquals(0, log.poll().size());
        Files.writeString(file, "\n" + line, StandardOpenOption.APPEND);
        assertEquals(1, log.poll().size());
        assertEquals(line.length() + 1, log.offset());
        assertEquals(0, log.poll().size());
    }

    @Test
    void pollSaysSoWhenTheFileIsAnotherOne() throws IOException {
        EventLog log = new EventLog(file);
        Files.writeString(file, "{}\n{}\n");
        log.poll();
        Files.writeString(file, "{}\n");
        assertThrows(RunStorageException.class, log::poll);
    }

    @Test
    @Timeout(60)
    void pollSeesEveryLineOnceAndInOrderWhileTwoThreadsWrite() throws InterruptedException {
        int events = 2000;
        List<EventLine> seen = new ArrayList<>();
        EventLog log = new EventLog(file);
        try (EventWriter writer = EventWriter.open(file, InstantSource.system())) {
            Runnable half = () -> {
                for (int step = 1; step <= events / 2; step++) {
                    writer.append(new Event.StepFinished("dpr", "dpr", 1, step, Map.of("dpr/kl", 1.0 / step)));
                }
            };
            List<Thread> threads =
                    List.of(Thread.ofPlatform().start(half), Thread.ofPlatform().start(half));
            while (seen.size() < events) {
                seen.addAll(log.poll());
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertEquals(
                LongStream.rangeClosed(1, events).boxed().toList(),
                seen.stream().map(EventLine::sequence).toList());
    }

    @Test
    @Timeout(60)
    void aKilledWritersFileIsReadAndContinued() throws Exception {
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriter.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("worker.log").toFile())
                .start();
        while (!Files.exists(file) || Files.size(file) < 50_000) {
            assertTrue(worker.isAlive(), () -> logOf(folder.resolve("worker.log")));
            TimeUnit.MILLISECONDS.sleep(5);
        }
        worker.destroyForcibly().waitFor();
        try (EventWriter writer = EventWriter.open(file, InstantSource.system())) {
            writer.append(new Event.RunFinished());
        }
        List<EventLine> lines = EventLog.read(file);
        assertEquals(
                LongStream.rangeClosed(1, lines.size()).boxed().toList(),
                lines.stream().map(EventLine::sequence).toList());
    }

    private static String logOf(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /// A worker that only tells, until it is killed.
    static final class EndlessWriter {
        private EndlessWriter() {}

        public static void main(String[] args) {
            EventWriter writer = EventWriter.open(Path.of(args[0]), InstantSource.system());
            for (long step = 1; ; step++) {
                writer.append(new Event.StepFinished("dpr", "dpr", 1, step, Map.of("dpr/kl", 1.0 / step)));
            }
        }
    }
}
