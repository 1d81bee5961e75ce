package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A conversation with `serve` while it works.
@Timeout(60)
class ServeCancelTest {
    private static final String LONG = "{\"id\": 1, \"do\": \"generate\", \"model\": \"" + SmallModels.golden()
            + "\", \"ids\": [10], \"samples\": 200, \"maxTokens\": 4000, \"progress\": true}\n";

    private final PipedInputStream in = new PipedInputStream(1 << 16);
    private final PipedOutputStream requests = new PipedOutputStream(in);
    private final PipedInputStream answers = new PipedInputStream(1 << 20);
    private final CompletableFuture<Integer> serving;

    ServeCancelTest() throws IOException {
        PrintStream out = new PrintStream(new PipedOutputStream(answers), false, StandardCharsets.UTF_8);
        Streams streams = new Streams(in, out, new PrintStream(OutputStream.nullOutputStream()), false);
        serving = CompletableFuture.supplyAsync(
                () -> DensePath.commandLine(streams).execute("serve"));
    }

    private void ask(String line) throws IOException {
        requests.write(line.getBytes(StandardCharsets.UTF_8));
        requests.flush();
    }

    @Test
    void workInHandAndWorkThatWaitsCanBeCancelled() throws Exception {
        BufferedReader lines = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
        ask(LONG);
        assertTrue(CommandRun.json(lines.readLine()).has("progress"));
        ask("{\"id\": 2, \"do\": \"models\"}\n{\"id\": 3, \"do\": \"cancel\", \"of\": 2}\n"
                + "{\"id\": 4, \"do\": \"cancel\", \"of\": 1}\n{\"id\": 5, \"do\": \"models\"}\n");
        JsonNode line = CommandRun.json(lines.readLine());
        while (line.has("progress")) {
            line = CommandRun.json(lines.readLine());
        }
        assertEquals(1, line.get("id").asInt());
        assertTrue(line.get("cancelled").asBoolean());
        assertTrue(CommandRun.json(lines.readLine()).get("cancelled").asBoolean());
        assertTrue(CommandRun.json(lines.readLine()).get("done").asBoolean());
        assertEquals(4, CommandRun.json(lines.readLine()).get("id").asInt());
        assertFalse(CommandRun.json(lines.readLine()).has("error"));
        requests.close();
        assertEquals(0, serving.get(20, TimeUnit.SECONDS));
    }

    @Test
    void theEndOfTheAnswersEndsTheWork() throws Exception {
        ask(LONG);
        answers.close();
        assertEquals(0, serving.get(20, TimeUnit.SECONDS));
        requests.close();
    }
}
