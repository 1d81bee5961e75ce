package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.densepath.bench.statistics.Interval;
import org.densepath.run.Event;
import org.densepath.run.EventLog;
import org.densepath.run.EventWriter;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of arms from a run folder whose answers and events are known: success and return by family, the
/// noise of the gradient, intervals over seeds and prompts.
class ArmReportsTest {
    private static final List<String> NAMES = List.of("base", "sft", "sft-at-0.5", "dpr", "sparse");

    @TempDir
    Path folder;

    private RunFolder run;
    private Experiment experiment;

    @BeforeEach
    void create() throws IOException {
        ExperimentFile file = new ExperimentFile()
                .set("seeds=[1,2]")
                .set("arms=[\"dpr\",\"sparse\"]")
                .set("evaluation.bootstrap=200");
        experiment = file.read();
        run = RunFolder.create(folder, LocalDate.of(2026, 1, 31), "reports", ExperimentFile.text(experiment));
        for (String arm : NAMES) {
            // a seed's two samples of each prompt; dpr is right once more and has twice the return
            int more = arm.equals("dpr") ? 1 : 0;
            answers(arm, 1, row("a1", "add", 1, 2, 4), row("a1", "add", more, 2, 6), row("c1", "count", 0, 1, 3));
            answers(arm, 2, row("a1", "add", 1, 4, 4), row("a1", "add", 1, 4, 6), row("c1", "count", 0, 3, 3));
        }
    }

    private static String row(String prompt, String family, int check, int reward, int tokens) {
        return "{\"prompt\":\"%s\",\"family\":\"%s\",\"check\":%d,\"return\":%d,\"tokens\":%d}"
                .formatted(prompt, family, check, reward, tokens);
    }

    private void answers(String arm, int seed, String... rows) throws IOException {
        Path file = KeptAnswers.file(run, arm, seed, "sampled");
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", rows) + "\n");
    }

    private void tell(Event... events) {
        try (EventWriter writer = EventWriter.open(run.events(), InstantSource.system())) {
            for (Event event : events) {
                writer.append(event);
            }
        }
    }

    private static Event step(String arm, int seed, int step, double noise, double signal) {
        return new Event.StepFinished(
                "dpr", arm, seed, step, Map.of("dpr/gradient_noise", noise, "dpr/gradient_signal", signal));
    }

    @Test
    void successStandsBesideTheReturnInEachFamily() {
        FamilyTable table = FamilyTable.of(run, experiment);
        assertEquals(List.of(1, 2), table.seeds());
        assertEquals(10, table.rows().size());
        FamilyTable.Row sft = row(table, "add", "sft");
        assertEquals(1, sft.n());
        assertEquals(0.75, sft.scores().get("success_sampled").value(), 1e-12);
        assertEquals(3, sft.scores().get("return_sampled").value(), 1e-12);
        assertEquals(1, row(table, "add", "dpr").scores().get("success_sampled").value(), 1e-12);
        assertFalse(sft.scores().containsKey("success_greedy"));
        // none of one prompt: the exact interval ends at 1 − 0.025
        Interval none = row(table, "count", "sft").scores().get("success_sampled");
        assertEquals(0.975, none.high(), 1e-12);
        assertEquals(2, table.figures().size());
    }

    private static FamilyTable.Row row(FamilyTable table, String family, String arm) {
        return table.rows().stream()
                .filter(row -> row.family().equals(family) && row.arm().equals(arm))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSeedInWhichAnArmIsMissingDoesNotCount() throws IOException {
        Files.delete(KeptAnswers.file(run, "sparse", 2, "sampled"));
        FamilyTable table = FamilyTable.of(run, experiment);
        assertEquals(List.of(1), table.seeds());
        assertEquals(
                0.5, row(table, "add", "sft").scores().get("success_sampled").value(), 1e-12);
    }

    @Test
    void theDenseNoiseIsHeldAgainstTheSparseOnTheStepsThatBothHave() {
        tell(
                step("dpr", 1, 1, 1, 2),
                step("dpr", 1, 2, 3, 2),
                step("dpr", 2, 1, 2, 2),
                step("dpr", 2, 2, 2, 6),
                step("sparse", 1, 1, 4, 1),
                step("sparse", 1, 2, Double.NaN, 1),
                step("sparse", 2, 1, 8, 1),
                step("sparse", 2, 2, 6, 1));
        GradientNoise noise = GradientNoise.of(run, experiment);
        GradientNoise.Row dpr = noise.rows().getFirst();
        assertEquals(List.of(1, 2), dpr.seeds());
        assertEquals(2, dpr.noise().value(), 1e-12);
        assertEquals(3 / 2.0, dpr.ratio().value(), 1e-12);
        assertNull(dpr.denseShare());
        GradientNoise.Row sparse = noise.rows().getLast();
        assertEquals(1, sparse.steps());
        assertEquals(6, sparse.noise().value(), 1e-12);
        // step 1 alone: (1 + 2) / (4 + 8), in either seed 1/4
        assertEquals(new Interval(0.25, 0.25, 0.25), sparse.denseShare());
        assertTrue(noise.figure().isPresent());
    }

    @Test
    void withoutMeasurementsThereIsNothingToTell() {
        GradientNoise noise = GradientNoise.of(run, experiment);
        assertTrue(noise.rows().isEmpty() && noise.figure().isEmpty());
    }

    @Test
    void theScoresOfSeveralSeedsHaveIntervalsOverSeedsAndPrompts() {
        tell(
                score("sft", 1, "success_sampled", 0.25),
                score("sft", 2, "success_sampled", 0.5),
                score("dpr", 1, "success_sampled_minus_sft", 0.25),
                score("dpr", 2, "success_sampled_minus_sft", 0),
                score("sft", 1, "length_sampled", 4),
                score("sft", 2, "length_sampled", 4),
                score("sft", 1, "reference_logp", -1),
                score("sft", 2, "reference_logp", -2));
        RunState state = RunState.of(EventLog.read(run.events()));
        ScoreTable table = ScoreTable.of(state, run);
        Interval over = PairedArms.interval(new double[][] {{0.5, 0}, {1, 0}}, 200);
        ScoreTable.Cell success = cell(table, "sft", "success_sampled");
        assertEquals(new ScoreTable.Cell(0.375, over.low(), over.high(), 2), success);
        ScoreTable.Cell averaged = cell(ScoreTable.of(state), "sft", "success_sampled");
        assertTrue(success.high() - success.low() > averaged.high() - averaged.low());
        ScoreTable.Cell difference = cell(table, "dpr", "success_sampled_minus_sft");
        assertTrue(difference.low() <= 0 && difference.high() >= 0.25, difference.toString());
        assertTrue(cell(table, "sft", "length_sampled").low() == 3);
        assertTrue(Double.isNaN(cell(table, "sft", "reference_logp").low()));
    }

    private static Event score(String arm, int seed, String score, double value) {
        return new Event.ScoreComputed("held-out", arm, seed, score, value, value - 0.1, value + 0.1, 3, 0, 3);
    }

    private static ScoreTable.Cell cell(ScoreTable table, String arm, String score) {
        return table.rows().stream()
                .filter(row -> row.arm().equals(arm))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(score);
    }
}
