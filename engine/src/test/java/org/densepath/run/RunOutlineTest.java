package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunOutlineTest {
    private static final Instant START = Instant.parse("2026-01-31T10:00:00Z");

    @TempDir
    Path folder;

    private long written;

    @Test
    void outlineAgreesWithTheWholeStateOfAFinishedRun() {
        Path run = Path.of(System.getProperty("densepath.root"), "sample-data", "run");
        EventLog log = new EventLog(run.resolve("events.jsonl"));
        RunOutline outline = new RunOutline();
        outline.poll(log);
        RunState state = RunState.of(new EventLog(run.resolve("events.jsonl")).poll());

        assertEquals(state.name(), outline.name());
        assertEquals(state.status(false), outline.status(false));
        assertEquals(state.scores(), outline.scores());
        assertEquals(state.warnings().size(), outline.warnings());
        assertEquals(state.started(), outline.progress().started());
        assertEquals(state.lastTime(), outline.progress().lastTime());
        assertEquals(new Track("dpr", "dpr", 1), outline.progress().stage().orElseThrow());
        assertEquals(40, outline.progress().step());
        assertEquals(40, outline.progress().steps());
        assertEquals(40, outline.heldOut().orElseThrow().step());
        assertTrue(outline.heldOut().orElseThrow().metrics().containsKey("dpr/heldout_sampled"));
        assertEquals(List.of(), outline.remarks());
    }

    @Test
    void outlineFollowsALogThatGrowsWithinAnyLine() throws IOException {
        byte[] all =
                Files.readAllBytes(Path.of(System.getProperty("densepath.root"), "sample-data", "run", "events.jsonl"));
        Path file = folder.resolve("events.jsonl");
        EventLog log = new EventLog(file);
        RunOutline outline = new RunOutline();
        RunState state = new RunState();
        EventLog other = new EventLog(file);
        for (int end = 500; end < all.length + 1000; end += 1777) {
            Files.write(file, java.util.Arrays.copyOf(all, Math.min(end, all.length)));
            outline.poll(log);
            other.poll().forEach(state::apply);
            assertEquals(state.status(true), outline.status(true));
            if (outline.status(true) == RunStatus.RUNNING && state.stage().isPresent()) {
                assertEquals(
                        state.stage().get().track(), outline.progress().stage().orElseThrow());
                assertEquals(state.step(), outline.progress().step());
            }
        }
        assertEquals(state.scores(), outline.scores());
    }

    @Test
    void aResumeTakesBackStepsWarningsAndHeldOutScores() throws IOException {
        RunOutline outline = outlineOf(
                new Event.RunStarted("A"),
                new Event.StageStarted("dpr", "dpr", 1, 40),
                step(10, Map.of("dpr/heldout_sampled", 0.3)),
                step(20, Map.of("dpr/heldout_sampled", 0.4)),
                new Event.Warning("dpr", "dpr", 1, 18, "Longer", "", "dpr/length_mean", 2, 1),
                step(23, Map.of()),
                new Event.RunResumed(List.of(new Event.ResumedTrack("dpr", "dpr", 1, 15))));

        assertEquals(15, outline.progress().step());
        assertEquals(0, outline.warnings());
        assertEquals(0, outline.heldOut().map(Event.StepFinished::step).orElse(0L));
        assertEquals(RunStatus.RUNNING, outline.status(true));
    }

    @Test
    void pausesAreNoWork() throws IOException {
        Path file = folder.resolve("events.jsonl");
        write(file, START, new Event.RunStarted("A"));
        write(file, START.plusSeconds(60), new Event.RunStopped("Stopped on request."));
        write(file, START.plusSeconds(6000), new Event.RunResumed(List.of()));
        write(file, START.plusSeconds(6030), new Event.RunFinished());
        RunOutline outline = new RunOutline();
        outline.poll(new EventLog(file));

        assertEquals(Duration.ofSeconds(90), outline.progress().worked());
        assertEquals("", outline.lastWord());
    }

    private RunOutline outlineOf(Event... events) throws IOException {
        Path file = folder.resolve("events.jsonl");
        for (Event event : events) {
            write(file, START.plusSeconds(written), event);
        }
        RunOutline outline = new RunOutline();
        outline.poll(new EventLog(file));
        return outline;
    }

    private void write(Path file, Instant time, Event event) throws IOException {
        String line = new EventLine(1, ++written, time, event).json() + "\n";
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + line);
    }

    private static Event step(long step, Map<String, Double> metrics) {
        return new Event.StepFinished("dpr", "dpr", 1, step, metrics);
    }
}
