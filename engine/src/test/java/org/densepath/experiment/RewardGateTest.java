package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.densepath.run.RunStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run of the sample model that must show its reward's worth before any arm.
class RewardGateTest {
    private static final Path SAMPLE =
            Path.of(System.getProperty("densepath.root", "..")).resolve("sample-data");

    @TempDir
    Path folder;

    private RunFolder create(double required, String... settings) {
        ExperimentFile file = new ExperimentFile()
                .with("demo")
                .set("threads=1")
                .set("device=cpu")
                .set("model.path=" + SAMPLE.resolve("model"))
                .set("data.demonstrations=" + SAMPLE.resolve("demonstrations.jsonl"))
                .set("data.prompts=" + SAMPLE.resolve("demonstrations-tasks.jsonl"))
                .set("data.validation=" + SAMPLE.resolve("validation.jsonl"))
                .set("data.heldOut=" + SAMPLE.resolve("test.jsonl"))
                .set("data.demonstrationLimit=256")
                .set("data.validationLimit=40")
                .set("data.heldOutLimit=4")
                .set("dpr.steps=1")
                .set("evaluation.bootstrap=20")
                .set("arms=[\"dpr\"]")
                .set("reward.aurocSamples=6")
                .set("reward.requireAuroc=" + required);
        List.of(settings).forEach(file::set);
        return RunFolder.create(folder, LocalDate.of(2026, 1, 31), "gate", ExperimentFile.text(file.read()));
    }

    private static ExperimentRun.Outcome work(RunFolder run) {
        return new ExperimentRun(run, e -> {}).work();
    }

    private static RunState state(RunFolder run) {
        return RunState.of(EventLog.read(run.events()));
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }

    @Test
    void aRewardThatFallsShortStopsTheRunAndALowerDemandLetsItGoOn() throws IOException {
        RunFolder run = create(0.999, "seeds=[1,2]");
        assertEquals(ExperimentRun.Outcome.STOPPED, work(run));
        RunState stopped = state(run);
        assertEquals(RunStatus.STOPPED, stopped.status(false));
        Path worth = run.bench("worth", "sft", 1);
        JsonNode auroc = json(worth.resolve("scores.json")).at("/auroc/return");
        Event.Warning warning = stopped.warnings().getLast();
        assertEquals(auroc.path("low").asDouble(), warning.value());
        assertEquals(0.999, warning.limit());
        String sentence = stopped.all(Event.RunStopped.class).getLast().sentence();
        assertTrue(
                sentence.contains(String.format("is %.3f, at least %.3f", value(auroc), low(auroc)))
                        && sentence.contains("lower reward.requireAuroc"),
                sentence);
        assertTrue(stopped.all(Event.StageStarted.class).stream()
                .noneMatch(stage -> stage.stage().equals("dpr")));

        Path samples = worth.resolve("samples.jsonl");
        String drawn = Files.readString(samples);
        assertEquals(40 * 6, drawn.lines().count());
        assertTrue(Files.exists(worth.resolve("figures/best-of-n.svg")));
        assertEquals(ExperimentRun.Outcome.STOPPED, work(run));
        assertEquals(
                1,
                state(run).warnings().stream().filter(w -> w.limit() == 0.999).count());

        Files.writeString(
                run.experiment(),
                Files.readString(run.experiment()).replace("\"requireAuroc\" : 0.999", "\"requireAuroc\" : 0.01"));
        assertEquals(ExperimentRun.Outcome.FINISHED, work(run));
        assertEquals(drawn, Files.readString(samples));
        List<String> order = EventLog.read(run.events()).stream()
                .map(EventLine::event)
                .filter(Event.StageFinished.class::isInstance)
                .map(Event.StageFinished.class::cast)
                .map(e -> e.stage() + e.seed())
                .filter(stage -> !stage.startsWith("evaluation"))
                .toList();
        assertEquals(List.of("sft1", "worth1", "sft2", "worth2", "dpr1", "dpr2"), order);
        Event.ScoreComputed told = state(run).scores().stream()
                .filter(s -> s.score().equals("validation_auroc_return") && s.seed() == 1)
                .findFirst()
                .orElseThrow();
        assertEquals(value(auroc), told.value());
    }

    private static double value(JsonNode score) {
        return score.path("value").asDouble();
    }

    private static double low(JsonNode score) {
        return score.path("low").asDouble();
    }

    @Test
    void withoutCheckedValidationPromptsNothingIsTrained() {
        RunFolder run = create(0.5, "data.validation=", "data.prompts=", "data.validationLimit=20");
        BadInputException bad = assertThrows(BadInputException.class, () -> work(run));
        assertTrue(bad.getMessage().contains("needs validation prompts with a check"), bad.getMessage());
        assertFalse(Files.exists(run.path().resolve("sft")));
    }

    @Test
    void itIsAskedOfTheWholeExperiment() {
        BadInputException none =
                assertThrows(BadInputException.class, () -> create(0.5, "data.validation=", "data.validationLimit=0"));
        assertTrue(none.getMessage().contains("reward.requireAuroc"), none.getMessage());
        String own = "ownArms=[{\"name\":\"x\",\"like\":\"dpr\",\"set\":{\"reward.requireAuroc\":0.9}}]";
        BadInputException shared = assertThrows(BadInputException.class, () -> create(0.5, own));
        assertTrue(shared.getMessage().contains("'reward.requireAuroc' is shared"), shared.getMessage());
    }
}
