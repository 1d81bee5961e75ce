package org.densepath.app.tokens;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.List;
import org.densepath.run.TraceReader;
import org.densepath.run.TraceRow;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final TraceRow SOUND =
            LongRun.row(3, 0, "Say two words.", List.of(" two", " words", "<|end|>"), TraceRow.Ended.EOS);

    private static RunFacts facts(String experiment) throws Exception {
        JsonMapper json = new JsonMapper();
        return new RunFacts(json.readTree(experiment), json.readTree("{\"chatTemplateName\": \"model\"}"));
    }

    private static StepTrace step(String experiment, TraceRow... rows) throws Exception {
        return new StepTrace(KeptSteps.NONE, 12, List.of(rows), facts(experiment));
    }

    private static Audit.Finding finding(Audit audit, String claim) {
        return audit.findings().stream()
                .filter(finding -> finding.claim().startsWith(claim))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyResponseOfTheSampleRunIsSound() {
        Path run = Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data/run");
        RunFacts facts = RunFacts.read(run);
        try (TraceReader reader = new TraceReader()) {
            for (Path file :
                    List.copyOf(KeptSteps.of(run, "dpr", 1).files().values()).subList(0, 3)) {
                List<TraceRow> rows = reader.read(file);
                StepTrace step = new StepTrace(KeptSteps.NONE, 1, rows, facts);
                for (TraceRow row : rows) {
                    List<Audit.Finding> open = Audit.of(row, step).findings().stream()
                            .filter(finding -> finding.mark() != Audit.Mark.HOLDS)
                            .toList();
                    assertEquals(List.of(), open);
                }
            }
        }
    }

    @Test
    void aSumThatDoesNotAddUpIsBroken() throws Exception {
        TraceRow row = LongRun.row(3, 0, "p", List.of(" a", " b"), TraceRow.Ended.EOS);
        row.values().reward()[1] += 0.5f;
        Audit audit = Audit.of(row, step("{}", row));
        assertTrue(audit.broken());
        assertTrue(finding(audit, "Σ r̂").reason().contains("do not add up"));
    }

    @Test
    void aScaledRewardIsComparedWithTheScaledRatio() throws Exception {
        TraceRow row = LongRun.row(3, 0, "p", List.of(" a", " b"), TraceRow.Ended.EOS);
        for (int i = 0; i < 2; i++) {
            row.values().reward()[i] *= 2;
        }
        assertEquals(
                Audit.Mark.HOLDS,
                finding(Audit.of(row, step("{\"reward\": {\"scale\": 2}}", row)), "Σ r̂")
                        .mark());
    }

    @Test
    void aProcessedRewardIsNotExpectedToAddUp() throws Exception {
        Audit audit = Audit.of(SOUND, step("{\"reward\": {\"clip\": 0.5}}", SOUND));
        assertEquals(Audit.Mark.UNKNOWN, finding(audit, "Σ r̂").mark());
        assertTrue(finding(audit, "Σ r̂").reason().contains("clipped"));
    }

    @Test
    void idsOfAnotherTextAreBroken() throws Exception {
        TraceRow row = new TraceRow(
                1,
                3,
                0,
                "p",
                "three words",
                TraceRow.Ended.EOS,
                SOUND.ids(),
                SOUND.promptLength(),
                SOUND.tokens(),
                SOUND.values(),
                0,
                SOUND.outsideCheck());
        assertEquals(
                Audit.Mark.BROKEN,
                finding(Audit.of(row, step("{}", row)), "ids").mark());
    }

    @Test
    void creditThatIsNotFiniteIsBroken() throws Exception {
        TraceRow row = LongRun.row(3, 0, "p", List.of(" a", " b"), TraceRow.Ended.EOS);
        row.values().reward()[0] = Float.NaN;
        assertTrue(
                finding(Audit.of(row, step("{}", row)), "all finite").reason().contains("1 of 2"));
    }

    @Test
    void samplesOfOnePromptBeginAlike() throws Exception {
        TraceRow other = LongRun.row(3, 1, "p", List.of(" a"), TraceRow.Ended.EOS);
        other.ids()[0] = 9999;
        assertEquals(
                Audit.Mark.BROKEN,
                finding(Audit.of(SOUND, step("{}", SOUND, other)), "prompt").mark());
    }

    @Test
    void whatARunDoesNotSayIsNotClaimed() throws Exception {
        Audit audit = Audit.of(SOUND, step("{}", SOUND));
        assertFalse(audit.broken());
        assertEquals(Audit.Mark.UNKNOWN, finding(audit, "dtype").mark());
        assertEquals(
                Audit.Mark.UNKNOWN,
                finding(Audit.of(SOUND, step("{\"dpr\": {\"temperature\": 0.7}}", SOUND)), "T = 0.7")
                        .mark());
    }
}
