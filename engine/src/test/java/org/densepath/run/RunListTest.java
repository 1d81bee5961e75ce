package org.densepath.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunListTest {
    private static final LocalDate DATE = LocalDate.of(2026, 1, 31);

    @TempDir
    Path runs;

    @Test
    void scanIsEmptyWhereThereIsNoFolder() {
        assertEquals(List.of(), new RunList(runs.resolve("gone")).scan());
    }

    @Test
    void scanTellsHowEveryRunStands() {
        tell(RunFolder.create(runs, DATE, "a", "{}"), new Event.RunStarted("A"), step(7));
        tell(RunFolder.create(runs, DATE, "b", "{}"), new Event.RunStarted("B"), new Event.RunFinished());
        RunFolder.create(runs, DATE, "c", "{}");
        RunFolder held = RunFolder.create(runs, DATE, "d", "{}");
        tell(held, new Event.RunStarted("D"));
        try (RunLock _ = RunLock.acquire(held.lock())) {
            List<RunSummary> found = new RunList(runs).scan();
            assertEquals(
                    List.of("D", "2026-01-31-c", "B", "A"),
                    found.stream().map(RunSummary::name).toList());
            assertEquals(
                    List.of(RunStatus.RUNNING, RunStatus.PREPARED, RunStatus.FINISHED, RunStatus.INTERRUPTED),
                    found.stream().map(RunSummary::status).toList());
            assertEquals(7, found.getLast().progress().step());
        }
    }

    @Test
    void scanAgainSeesWhatWasAppended() {
        RunFolder run = RunFolder.create(runs, DATE, "a", "{}");
        tell(run, new Event.RunStarted("A"), step(1));
        RunList list = new RunList(runs);
        assertEquals(1, list.scan().getFirst().progress().step());
        tell(run, step(2), new Event.RunFailed("The loss is not finite.", "Lower the rate."));
        RunSummary again = list.scan().getFirst();
        assertEquals(2, again.progress().step());
        assertEquals("The loss is not finite.\nLower the rate.", again.lastWord());
    }

    @Test
    void scanListsABrokenRunWithItsProblemAndNoOtherFolder() throws IOException {
        RunFolder good = RunFolder.create(runs, DATE, "good", "{}");
        Path noExperiment = Files.createDirectory(runs.resolve("no-experiment"));
        Files.writeString(noExperiment.resolve("events.jsonl"), "spoiled\n");
        Path eventsAreAFolder = RunFolder.create(runs, DATE, "z", "{}").path();
        Files.createDirectory(eventsAreAFolder.resolve("events.jsonl"));
        Files.createDirectory(runs.resolve("notes"));
        Files.writeString(runs.resolve("readme.txt"), "");

        List<RunSummary> found = new RunList(runs).scan();
        assertEquals(
                List.of(noExperiment, eventsAreAFolder, good.path()),
                found.stream().map(RunSummary::folder).toList());
        assertTrue(found.get(0).lastWord().contains("has no experiment.json"));
        assertTrue(found.get(1).lastWord().startsWith("Cannot read "));
    }

    @Test
    void scanTellsWhatOfARunCannotBeReadAndShowsTheRest() throws IOException {
        RunFolder run = RunFolder.create(runs, DATE, "a", "{ torn");
        tell(run, new Event.RunStarted("A"), step(3));
        Files.writeString(run.events(), """
            not an event
            {"schemaVersion":7,"sequence":3,"time":"2026-01-31T10:00:00Z","type":"Dream"}
            {"schemaVersion":1,"sequence":4,"time":"2026-01-31T10:00\
            """, StandardOpenOption.APPEND);
        Files.writeString(run.path().resolve("notes.json"), "[]");

        RunSummary found = new RunList(runs).scan().getFirst();
        assertEquals("A", found.name());
        assertEquals(3, found.progress().step());
        assertEquals(RunSettings.NONE, found.settings());
        String remarks = String.join("\n", found.remarks());
        assertTrue(remarks.contains("A newer version wrote this run (events of version 7"), remarks);
        assertTrue(remarks.contains("One line of events.jsonl cannot be read"), remarks);
        assertTrue(remarks.contains("experiment.json is not JSON (line 1)"), remarks);
        assertTrue(remarks.contains("notes.json"), remarks);
        assertEquals(4, found.remarks().size());
    }

    @Test
    void scanReadsSettingsAndNotesAgainWhenTheyChange() throws IOException {
        RunFolder run = RunFolder.create(runs, DATE, "a", "{\"model\": {\"path\": \"small\"}}");
        RunList list = new RunList(runs);
        assertEquals(RunNotes.NONE, list.scan().getFirst().notes());
        new RunNotes(List.of("paper"), "look again").write(run.path());
        Files.writeString(run.experiment(), "{\"model\": {\"path\": \"larger\"}}");

        RunSummary again = list.scan().getFirst();
        assertEquals(List.of("paper"), again.notes().tags());
        assertEquals("larger", again.settings().value("model.path").orElseThrow());
    }

    @Test
    void scanTellsThatAWorkerWasAskedToStop() {
        RunFolder run = RunFolder.create(runs, DATE, "a", "{}");
        tell(run, new Event.RunStarted("A"), step(3));
        try (RunLock _ = RunLock.acquire(run.lock())) {
            new Control(run.control()).request(Control.Request.STOP);
            assertTrue(new RunList(runs).scan().getFirst().stopAsked());
        }
    }

    private static Event step(long step) {
        return new Event.StepFinished("dpr", "dpr", 1, step, Map.of("dpr/kl", 0.5));
    }

    private static void tell(RunFolder run, Event... events) {
        try (EventWriter writer = EventWriter.open(run.events(), InstantSource.system())) {
            for (Event event : events) {
                writer.append(event);
            }
        }
    }
}
