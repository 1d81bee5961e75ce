package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.densepath.data.NormalisedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an experiment's data become for its model.
class InputsTest {
    @TempDir
    Path folder;

    private Experiment experiment(TinyWorld world, String... settings) throws IOException {
        return new ExperimentFile().with(world.experiment(settings).toString()).read();
    }

    /// The model has 256 positions, whatever the limit says; what is longer is told, and the rest is trained on.
    @Test
    void aDemonstrationBeyondTheModelsPositionsIsLeftOutAndNamed() throws IOException {
        TinyWorld world = TinyWorld.in(folder);
        Files.writeString(
                folder.resolve("demonstrations.jsonl"),
                "{\"prompt\": \"" + "say it again ".repeat(100) + "\", \"completion\": \"no\"}\n",
                StandardOpenOption.APPEND);
        try (LoadedModel model = LoadedModel.openForText(folder.resolve("model"))) {
            Inputs inputs = Inputs.read(experiment(world, "data.maxTokens=5000"), model);
            String note = inputs.notes().getLast();
            assertTrue(note.endsWith("; the limit is 256."), note);
            assertTrue(inputs.demonstrations().sequences().size() > 10);
        }
    }

    @Test
    void promptsThatAreKeptOutAreNoDemonstrationsEither() throws IOException {
        TinyWorld world = TinyWorld.in(folder);
        Experiment experiment = experiment(
                world,
                "data.prompts=",
                "data.validation=",
                "data.heldOut=",
                "data.validationLimit=4",
                "data.heldOutLimit=6");
        ExperimentData data = ExperimentData.read(experiment.data());
        data.refuseOverlaps();
        assertTrue(data.validation().size() >= 4 && data.heldOut().size() >= 6);
        Set<String> evaluated = new HashSet<>();
        data.validation().forEach(p -> evaluated.add(NormalisedText.of(p.text())));
        data.heldOut().forEach(p -> evaluated.add(NormalisedText.of(p.text())));
        assertEquals(
                0,
                data.demonstrations().stream()
                        .filter(d -> evaluated.contains(NormalisedText.of(d.promptText())))
                        .count());
        assertTrue(
                data.notes().getLast().contains("left out of SFT"), data.notes().toString());
    }
}
