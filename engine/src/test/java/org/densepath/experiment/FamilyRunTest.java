package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.model.PictureModel;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import org.densepath.run.Track;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole experiments, SFT to scores, on the golden model of each family with the tokenizer of [TinyWorld].
class FamilyRunTest {
    @TempDir
    static Path folder;

    private static TinyWorld world;

    @BeforeAll
    static void make() throws IOException {
        world = TinyWorld.in(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mistral", "qwen2", "qwen3", "gemma3"})
    void everyFamilyIsTrainedSampledAndKept(String name) throws IOException {
        RunFolder run = run(name, withTokenizer(Golden.variant(folder, name, config -> {})), new ArrayList<>());
        RunState state = RunState.of(EventLog.read(run.events()));
        double[] losses = state.metrics().entrySet().stream()
                .filter(e -> e.getKey().metric().equals("sft/loss"))
                .findFirst()
                .orElseThrow()
                .getValue()
                .values();
        assertTrue(losses[losses.length - 1] < losses[0], name + " learns: " + Arrays.toString(losses));
        Path last = run.snapshots(Track.shared("sft", 1)).getLast();
        try (Torch torch = Torch.cpu(1);
                ModelFiles files = ModelFiles.open(last);
                LanguageModel model = LanguageModel.load(torch, files)) {
            assertEquals(
                    name.equals("gemma3") ? "gemma3_text" : name,
                    model.settings().family());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen2", "gemma3"})
    void stoppedAndResumedGivesTheSameMetrics(String name) throws IOException {
        Path model = withTokenizer(Golden.variant(folder, name, config -> {}));
        RunFolder straight = run(name + "-straight", model, new ArrayList<>());
        RunFolder broken = create(name + "-broken", model);
        ExperimentRun.Outcome first = new ExperimentRun(broken, line -> {
                    if (line.event() instanceof Event.StepFinished s && s.step() == 3) {
                        new Control(broken.control()).request(Control.Request.STOP);
                    }
                })
                .work();
        assertEquals(ExperimentRun.Outcome.STOPPED, first);
        assertEquals(ExperimentRun.Outcome.FINISHED, new ExperimentRun(broken, line -> {}).work());
        assertEquals(ExperimentRunTest.metrics(straight), ExperimentRunTest.metrics(broken));
    }

    @Test
    void aRunOnTheTextPartOfAModelThatSeesPicturesSaysSo() throws IOException {
        List<String> warnings = new ArrayList<>();
        run("pictures", withTokenizer(PictureModel.in(folder.resolve("picture-model"))), warnings);
        assertTrue(warnings.stream().anyMatch(w -> w.contains("its text part is loaded")), warnings.toString());
    }

    private static Path withTokenizer(Path model) throws IOException {
        for (String file : List.of("tokenizer.json", "tokenizer_config.json", "generation_config.json")) {
            Path from = folder.resolve("model").resolve(file);
            Files.copy(from, model.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        return model;
    }

    private static RunFolder create(String name, Path model) throws IOException {
        Path experiment = world.experiment(
                "model.path=" + model, "dpr.steps=2", "dpr.heldOutEvery=2", "data.heldOutLimit=6", "arms=[\"dpr\"]");
        return RunFolder.create(folder.resolve("runs"), LocalDate.EPOCH, name, Files.readString(experiment));
    }

    private static RunFolder run(String name, Path model, List<String> warnings) throws IOException {
        RunFolder run = create(name, model);
        ExperimentRun.Outcome outcome = new ExperimentRun(run, line -> {
                    if (line.event() instanceof Event.Warning warning) {
                        warnings.add(warning.what());
                    }
                })
                .work();
        assertEquals(ExperimentRun.Outcome.FINISHED, outcome);
        return run;
    }
}
