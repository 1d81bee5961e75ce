package org.densepath.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.densepath.AllocationBound;
import org.densepath.DamagedText;

/// An events file damaged at random is read as far as it can be, never a crash.
class DamagedEventsTest {
    private static final List<String> LINES = List.of(
            "{\"schemaVersion\":1,\"sequence\":1,\"time\":\"2026-01-31T10:00:00Z\",\"type\":\"stageStarted\","
                    + "\"stage\":\"sft\",\"arm\":\"sft\",\"seed\":1,\"step\":0}\n",
            "{\"schemaVersion\":1,\"sequence\":2,\"time\":\"2026-01-31T10:00:01Z\",\"type\":\"step\","
                    + "\"stage\":\"sft\",\"arm\":\"sft\",\"seed\":1,\"step\":1,\"metrics\":{\"sft/loss\":2.5}}\n",
            "{\"schemaVersion\":1,\"sequence\":3,\"time\":\"2026-01-31T10:00:02Z\",\"type\":\"warning\","
                    + "\"message\":\"é😀\"}\n");

    private static Path file;
    private static AllocationBound bound;

    @BeforeContainer
    static void create() throws IOException {
        file = Files.createTempFile("events", ".jsonl");
        Files.writeString(file, String.join("", LINES));
        bound = AllocationBound.fourTimes(DamagedEventsTest::readAll);
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 10_000, seed = "2510", shrinking = ShrinkingMode.OFF)
    void whatIsLeftOfItIsRead(@ForAll long seed) throws IOException {
        byte[] all = String.join("", LINES).getBytes(UTF_8);
        Files.write(file, DamagedText.changed(all, new Random(seed)));
        bound.hold(DamagedEventsTest::readAll);
    }

    private static void readAll() throws IOException {
        for (EventLine line : EventLog.read(file)) {
            assertNotNull(line.event());
        }
        RunState state = new RunState();
        new EventLog(file).poll().forEach(state::apply);
    }
}
