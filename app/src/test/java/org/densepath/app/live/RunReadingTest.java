package org.densepath.app.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.densepath.run.Event;
import org.densepath.run.Track;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReadingTest {
    private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");

    @TempDir
    Path home;

    private static Event step(long step, double loss, double tokens) {
        return new Event.StepFinished("sft", "", 1, step, Map.of("sft/loss", loss, "sft/tokens", tokens));
    }

    private static RunSnapshot read(Path folder) {
        RunReading reading = new RunReading(folder);
        reading.poll();
        return reading.snapshot();
    }

    private static Curve loss(RunSnapshot run) {
        return run.curves().stream()
                .filter(curve -> curve.key().metric().equals("sft/loss"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pointsKnowTheirTokensAndTheirTime() throws Exception {
        Curve loss = loss(read(MadeRuns.write(
                home,
                "x",
                List.of(
                        new Event.RunStarted("x"),
                        new Event.StageStarted("sft", "", 1, 9),
                        step(1, 3, 100),
                        step(2, 2, 50)))));

        assertEquals(100, loss.x(XAxis.TOKENS, 0));
        assertEquals(150, loss.x(XAxis.TOKENS, 1));
        assertEquals(2, loss.x(XAxis.TIME, 0));
        assertEquals(4, loss.x(XAxis.TIME, 1));
    }

    @Test
    void aResumeTakesBackStepsAndLeavesThePauseOut() throws Exception {
        Path folder = MadeRuns.write(
                home,
                "x",
                List.of(
                        new Event.RunStarted("x"),
                        new Event.StageStarted("sft", "", 1, 9),
                        step(1, 5, 10),
                        step(2, 4, 10),
                        step(3, 3, 10)));
        Instant later = START.plusSeconds(9000);
        String more = MadeRuns.line(6, later, new Event.RunResumed(List.of(new Event.ResumedTrack("sft", "", 1, 1))))
                + "\n"
                + MadeRuns.line(7, later.plusSeconds(1), new Event.StageStarted("sft", "", 1, 9)) + "\n"
                + MadeRuns.line(8, later.plusSeconds(3), step(2, 4.5, 20)) + "\n";
        RunReading reading = new RunReading(folder);
        reading.poll();
        Curve before = loss(reading.snapshot());
        Files.writeString(folder.resolve("events.jsonl"), more, StandardOpenOption.APPEND);
        reading.poll();
        Curve after = loss(reading.snapshot());

        assertEquals(3, before.size());
        assertEquals(3.0, before.value(2), "what was handed out does not change");
        assertEquals(List.of(1.0, 2.0), List.of(after.step(0), after.step(1)));
        assertEquals(4.5, after.value(1));
        assertEquals(30, after.x(XAxis.TOKENS, 1));
        // three steps took 6 s from the stage's start, 3 s since the resume
        assertEquals(9, after.x(XAxis.TIME, 1));
    }

    @Test
    void aTornLineIsReadWhenItIsWhole() throws Exception {
        Path folder = MadeRuns.write(home, "x", List.of(new Event.RunStarted("x"), step(1, 3, 1)));
        String line = MadeRuns.line(3, START.plusSeconds(9), step(2, 2, 1));
        Path events = folder.resolve("events.jsonl");
        Files.writeString(events, line.substring(0, 30), StandardOpenOption.APPEND);
        RunReading reading = new RunReading(folder);
        reading.poll();
        assertEquals(1, loss(reading.snapshot()).size());

        Files.writeString(events, line.substring(30) + "\n", StandardOpenOption.APPEND);
        reading.poll();
        assertEquals(2, loss(reading.snapshot()).size());
        assertEquals(List.of(), reading.snapshot().details().notices());
    }

    @Test
    void spoiledLinesAndThoseOfANewerVersionAreTold() throws Exception {
        Path folder = MadeRuns.write(home, "x", List.of(new Event.RunStarted("x"), step(1, 3, 1)));
        Files.writeString(
                folder.resolve("events.jsonl"),
                "{\"schemaVersion\":2,\"sequence\":3,\"time\":\"2026-01-31T12:00:09Z\",\"type\":\"GaugeRead\"}\n"
                        + "{\"schema\0broken\n",
                StandardOpenOption.APPEND);
        RunSnapshot run = read(folder);

        assertEquals(2, run.details().notices().size());
        assertTrue(
                run.details().notices().getFirst().contains("newer version"),
                run.details().notices().toString());
        assertTrue(run.details().notices().getFirst().contains("GaugeRead"));
        assertTrue(run.details().notices().getLast().startsWith("One line of events.jsonl cannot be read"));
        assertEquals(1, loss(run).size());
    }

    @Test
    void aFolderThatVanishesIsToldAndItsCurvesStay() throws Exception {
        Path folder = MadeRuns.write(home, "x", List.of(new Event.RunStarted("x"), step(1, 3, 1)));
        RunReading reading = new RunReading(folder);
        reading.poll();
        Path away = home.resolve("away");
        Files.move(folder, away);

        assertTrue(reading.poll());
        assertTrue(reading.snapshot().problem().orElseThrow().startsWith("The folder of this run is gone"));
        assertEquals(1, loss(reading.snapshot()).size());

        Files.move(away, folder);
        assertTrue(reading.poll());
        assertTrue(reading.snapshot().problem().isEmpty());
    }

    @Test
    void aHundredThousandEventsAreRead() throws Exception {
        List<Event> events = new ArrayList<>();
        events.add(new Event.RunStarted("x"));
        for (int step = 1; step <= 100_000; step++) {
            events.add(step(step, step % 1000 == 0 ? Double.NaN : 1.0 / step, 10));
        }
        Curve loss = loss(read(MadeRuns.write(home, "x", events)));

        assertEquals(100_000, loss.size());
        CurveTrail trail = new CurveTrail(loss);
        trail.follow(loss, 0.9);
        assertTrue(trail.rawPoints(0, loss.size()).length < 4000);
        assertEquals(100, trail.gaps().length);
        assertEquals(new Track("sft", "", 1), loss.key().track());
    }
}
