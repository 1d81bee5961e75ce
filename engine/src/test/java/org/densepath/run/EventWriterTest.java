package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventWriterTest {
    @TempDir
    Path folder;

    @Test
    void appendWritesAtOnce() {
        Path file = folder.resolve("events.jsonl");
        try (EventWriter writer = EventWriter.open(file, InstantSource.system())) {
            EventLine line = writer.append(step(1));
            assertEquals(List.of(line), EventLog.read(file));
        }
    }

    @Test
    void openGoesOnWithTheSequence() {
        Path file = folder.resolve("events.jsonl");
        write(file, step(1), step(2));
        write(file, step(3));
        assertEquals(
                List.of(1L, 2L, 3L),
                EventLog.read(file).stream().map(EventLine::sequence).toList());
    }

    @Test
    void openMendsAFileCutAtAnyByteOfItsLastTwoLines() throws IOException {
        Path whole = folder.resolve("whole.jsonl");
        write(whole, step(1), step(2), new Event.RunStopped("größer als ein Byte: 🙂"), step(3));
        byte[] bytes = Files.readAllBytes(whole);
        int start = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\"sequence\":3") - 20;
        for (int length = start; length <= bytes.length; length++) {
            Path cut = Files.write(folder.resolve("cut.jsonl"), Arrays.copyOf(bytes, length));
            int complete = lineEnds(bytes, length);
            assertEquals(complete, new EventLog(cut).poll().size(), "read at " + length);
            write(cut, step(9));
            List<EventLine> lines = new EventLog(cut).poll();
            assertEquals(
                    LongStream.rangeClosed(1, complete + 1).boxed().toList(),
                    lines.stream().map(EventLine::sequence).toList(),
                    "mended at " + length);
            assertEquals(step(9), lines.getLast().event());
        }
    }

    @Test
    void openGoesOnBehindALineThatWasSpoiled() throws IOException {
        Path file = folder.resolve("events.jsonl");
        write(file, step(1));
        Files.writeString(file, Files.readString(file) + "\0\0\0\n");
        write(file, step(2));
        assertEquals(
                List.of(1L, 0L, 2L),
                EventLog.read(file).stream().map(EventLine::sequence).toList());
    }

    @Test
    void appendSaysSoWhenTheDiskIsFull() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        Path file = Files.createSymbolicLink(folder.resolve("events.jsonl"), Path.of("/dev/full"));
        RunStorageException full = assertThrows(RunStorageException.class, () -> write(file, step(1)));
        assertEquals("Cannot write " + file + ": the disk is full.", full.getMessage());
    }

    @Test
    void appendSaysSoWhenTheRunFolderIsGone() throws IOException {
        Path file = Files.createDirectory(folder.resolve("run")).resolve("events.jsonl");
        try (EventWriter writer = EventWriter.open(file, InstantSource.system())) {
            writer.append(step(1));
            Files.move(file.getParent(), folder.resolve("moved"));
            RunStorageException gone = assertThrows(RunStorageException.class, () -> writer.append(step(2)));
            assertTrue(gone.getMessage().endsWith("its folder has been moved or deleted."), gone.getMessage());
        }
    }

    @Test
    void openSaysSoWhenTheFolderIsAFile() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("run"), "");
        assertThrows(
                RunStorageException.class,
                () -> EventWriter.open(notAFolder.resolve("events.jsonl"), InstantSource.system()));
    }

    @Test
    void appendRefusesWhatItDoesNotKnow() {
        Event unknown = EventFormat.read("spoiled").event();
        assertThrows(IllegalArgumentException.class, () -> write(folder.resolve("events.jsonl"), unknown));
    }

    private static int lineEnds(byte[] bytes, int length) {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static Event step(long step) {
        return new Event.StepFinished("dpr", "dpr", 1, step, Map.of("dpr/reward_mean", step / 3.0));
    }

    private static void write(Path file, Event... events) {
        try (EventWriter writer = EventWriter.open(file, InstantSource.system())) {
            for (Event event : events) {
                writer.append(event);
            }
        }
    }
}
