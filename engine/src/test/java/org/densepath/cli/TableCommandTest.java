package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.run.Event;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table of the sample run's arms against what the run itself has told.
class TableCommandTest {
    private static final Path RUN =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data/run");

    @TempDir
    Path folder;

    @Test
    void differencesAreThoseThatTheRunTold() throws Exception {
        CommandRun run = CommandRun.of("", "table", RUN.toString(), "--json");
        assertEquals(0, run.code(), run.err());
        JsonNode table = new ObjectMapper().readTree(run.out());
        RunState state = RunState.of(EventLog.read(RunFolder.open(RUN).events()));
        int compared = 0;
        for (JsonNode c : table.path("comparisons")) {
            for (Event.ScoreComputed s : state.scores()) {
                if (c.path("against").asText().equals("sft")
                        && s.arm().equals(c.path("arm").asText())
                        && s.score().equals(c.path("score").asText() + "_minus_sft")) {
                    assertEquals(s.value(), c.path("difference").path("value").asDouble(), 1e-12);
                    compared++;
                }
            }
        }
        assertEquals(4, compared);
    }

    @Test
    void theTerminalShowsScoresAndCorrectedDifferences() {
        CommandRun run = CommandRun.of("", "table", RUN.toString());
        assertTrue(run.out().contains("p Holm"), run.out());
        assertTrue(
                run.out().lines().anyMatch(line -> line.matches("dpr +success, sampled +continued-sft .*")), run.out());
        assertTrue(run.out().contains("Holm over 6 comparisons"), run.out());
    }

    @Test
    void successByFamilyAndTheGradientsNoiseAreOtherTables() throws Exception {
        CommandRun families = CommandRun.of("", "table", RUN.toString(), "--by", "family");
        assertEquals(0, families.code(), families.err());
        assertTrue(families.out().lines().anyMatch(line -> line.matches("replace +60 +base +100.0 .94.0, 100.0. .*")));
        JsonNode rows = new ObjectMapper()
                .readTree(CommandRun.of("", "table", RUN.toString(), "--by", "family", "--json")
                        .out())
                .path("rows");
        assertEquals(11 * 5, rows.size());
        CommandRun gradient = CommandRun.of("", "table", RUN.toString(), "--gradient");
        assertTrue(gradient.out().lines().anyMatch(line -> line.matches("dpr +1 +40 .*")), gradient.out());
        assertEquals(
                2, CommandRun.of("", "table", RUN.toString(), "--by", "arm").code());
    }

    @Test
    void aRunWithoutScoresIsRefusedWithASentence() throws Exception {
        Files.copy(RUN.resolve("experiment.json"), folder.resolve("experiment.json"));
        CommandRun run = CommandRun.of("", "table", folder.toString());
        assertEquals(2, run.code());
        assertTrue(run.err().contains("resume it until it is finished"), run.err());
    }

    @Test
    void theTableIsPrintedForPapersAndForReading() {
        String latex =
                CommandRun.of("", "table", RUN.toString(), "--format", "latex").out();
        assertTrue(latex.contains("\\toprule"), latex);
        assertTrue(latex.contains("SFT at 0.5 &  & \\textbf{48.3} {\\scriptsize [45.2, 52.0]}"), latex);
        String csv =
                CommandRun.of("", "table", RUN.toString(), "--format", "csv").out();
        assertTrue(csv.startsWith("arm,success_greedy,success_greedy_low,"), csv);
        String markdown = CommandRun.of("", "table", RUN.toString(), "--format", "markdown")
                .out();
        assertTrue(markdown.contains("| DPR | 48.0 [44.2, 51.8] | 33.1 [30.1, 36.1] \\* | 40 | 26,985 |"), markdown);
    }

    @Test
    void anUnknownFormatIsRefused() {
        CommandRun run = CommandRun.of("", "table", RUN.toString(), "--format", "xlsx");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("latex, csv, markdown"), run.err());
    }
}
