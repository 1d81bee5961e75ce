package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long seconds;

    private Progress progress(boolean terminal) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Progress(
                new Streams(InputStream.nullInputStream(), stream, stream, terminal),
                () -> Duration.ofSeconds(seconds).toNanos());
    }

    private String written() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void atSaysNothingOfShortWork() {
        try (Progress progress = progress(false)) {
            seconds = 4;
            progress.at(0.9, "9 rows");
        }
        assertEquals("", written());
    }

    @Test
    void atWritesALineEveryFewSeconds() {
        try (Progress progress = progress(false)) {
            for (seconds = 0; seconds <= 12; seconds++) {
                progress.at(0.25, seconds + " rows");
            }
        }
        assertEquals(
                "5 rows, 25 %, 15 s to go\n10 rows, 25 %, 30 s to go\n",
                written().replace("\r\n", "\n"));
    }

    @Test
    void atTellsNoShareWhenItIsNotKnown() {
        try (Progress progress = progress(false)) {
            seconds = 6;
            progress.at(Double.NaN, "9 rows");
        }
        assertEquals("9 rows", written().strip());
    }

    @Test
    void aBarIsDrawnForAPersonAndTakenAway() {
        try (Progress progress = progress(true)) {
            seconds = 1;
            progress.at(0.5, "2 rows");
            assertTrue(written().contains("[###############---------------] 2 rows, 50 %, 1 s to go"), written());
        }
        assertTrue(written().endsWith("\r\u001b[K"));
    }
}
