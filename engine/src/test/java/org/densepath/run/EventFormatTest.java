package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventFormatTest {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.250Z");

    static List<Event> everyKind() {
        return List.of(
                new Event.RunStarted("tiny \"run\"\nof two lines"),
                new Event.StageStarted("sft", "", 1, 200),
                new Event.Progress("dpr", "dpr", 2, 3, 64, "responses"),
                new Event.StepFinished("dpr", "dpr", 1, 41, Map.of("dpr/kl", Double.NaN, "dpr/reward_mean", 0.1 + 0.2)),
                new Event.SnapshotSaved("sft", "", 1, 100, 0.5, "sft/seed-1/snapshot-0.50"),
                new Event.CheckpointSaved("dpr", "dpr", 1, 40, "arms/dpr/seed-1/checkpoint-000040"),
                new Event.RolloutsSaved("dpr", "dpr", 1, 41, 64, "arms/dpr/seed-1/rollouts/000041.parquet"),
                new Event.ScoreComputed("gsm8k", "dpr", 1, "accuracy", 0.25, 0.2, 0.3, 98, 2, 100),
                new Event.Warning("dpr", "dpr", 1, 41, "KL is high.", "Lower the rate.", "dpr/kl", 12, 10),
                new Event.StageFinished("dpr", "dpr", 1),
                new Event.RunResumed(List.of(new Event.ResumedTrack("dpr", "dpr", 1, 40))),
                new Event.RunStopped("Stopped on request."),
                new Event.RunFinished(),
                new Event.RunFailed("The loss is not finite.", "Lower the learning rate."));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void readGivesBackWhatWasWritten(Event event) {
        EventLine line = new EventLine(1, 7, TIME, event);
        String text = EventFormat.write(line);
        assertTrue(text.indexOf('\n') < 0, text);
        assertEquals(line, EventFormat.read(text));
    }

    @Test
    void everyKindOfEventIsTried() {
        long kinds = everyKind().stream().map(Object::getClass).distinct().count();
        assertEquals(14, kinds);
    }

    @Test
    void writePutsTheEnvelopeBesideTheEventsOwnFields() {
        assertEquals(
                "{\"schemaVersion\":1,\"sequence\":7,\"time\":\"2026-01-31T12:00:00.250Z\",\"type\":\"StageFinished\","
                        + "\"stage\":\"sft\",\"arm\":\"\",\"seed\":1}",
                EventFormat.write(new EventLine(1, 7, TIME, new Event.StageFinished("sft", "", 1))));
    }

    @Test
    void readKeepsATypeOfANewerVersion() {
        EventLine line = EventFormat.read("{\"schemaVersion\":2,\"sequence\":8,\"time\":\"2026-01-31T12:00:00Z\","
                + "\"type\":\"MergeFinished\",\"weight\":3}");
        Event.UnknownEvent unknown = assertInstanceOf(Event.UnknownEvent.class, line.event());
        assertEquals(8, line.sequence());
        assertEquals("MergeFinished", unknown.type());
        assertEquals(3, unknown.content().get("weight").asInt());
    }

    @Test
    void readIgnoresANewerVersionsField() {
        EventLine line = EventFormat.read("{\"schemaVersion\":2,\"sequence\":8,\"time\":\"2026-01-31T12:00:00Z\","
                + "\"type\":\"RunFinished\",\"joules\":3}");
        assertEquals(new Event.RunFinished(), line.event());
    }

    @Test
    void readKeepsAnEventThatLacksWhatItNeeds() {
        for (String fields : List.of("", ",\"stage\":\"dpr\"", ",\"stage\":\"../dpr\",\"arm\":\"\",\"metrics\":{}")) {
            EventLine line = EventFormat.read("{\"schemaVersion\":1,\"sequence\":8,\"time\":\"2026-01-31T12:00:00Z\","
                    + "\"type\":\"StepFinished\"" + fields + "}");
            Event.UnknownEvent unknown = assertInstanceOf(Event.UnknownEvent.class, line.event());
            assertEquals("StepFinished", unknown.type());
        }
    }

    @Test
    void readKeepsASpoiledLinesText() {
        Map<String, String> texts =
                List.of("{\"sequence\":1,", "[]", "\0\0", "{\"sequence\":1,\"time\":\"noon\"}").stream()
                        .collect(Collectors.toMap(text -> text, EventFormatTest::unreadableText));
        texts.forEach((text, kept) -> assertEquals(text, kept));
    }

    private static String unreadableText(String line) {
        Event.UnknownEvent unknown = assertInstanceOf(
                Event.UnknownEvent.class, EventFormat.read(line).event());
        assertEquals("unreadable", unknown.type());
        return unknown.content().get("text").asText();
    }
}
