package org.densepath.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.densepath.experiment.ExperimentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What stands in the form, and the experiment and the command that it makes.
class FormTest {
    @TempDir
    Path home;

    private int changes;

    private Form form() {
        Form form = new Form(home, () -> changes++);
        form.begin(Base.PRESETS.getFirst());
        return form;
    }

    @Test
    void anUntouchedFormIsThePresetItself() {
        Form form = form();

        assertEquals(new ExperimentFile().with("demo").read(), form.asked().read());
        assertEquals(List.of("run", "demo"), form.arguments());
    }

    @Test
    void theCommandNamesWhatWasChangedAndNothingElse() {
        Form form = form();
        form.field("dpr.steps").text().set("100");
        form.field("reward.clip").text().set("2.5");
        form.field("sft.learningRate").text().set("0.00005");
        form.field("arms").text().set("dpr");

        assertEquals(
                List.of("run", "demo", "--set", "arms=[\"dpr\"]", "--set", "reward.clip=2.5", "--set", "dpr.steps=100"),
                form.arguments());
        form.judge(Map.of());
        assertTrue(form.field("dpr.steps").changed().get());
        assertFalse(form.field("sft.learningRate").changed().get());
    }

    @Test
    void theCommandMakesTheSameExperiment() {
        Form form = form();
        form.field("name").text().set("7 of mine");
        form.field("seeds").text().set("3 4");
        form.field("watch.mayStop").text().set("false");

        ExperimentFile file = new ExperimentFile().with("demo");
        List<String> arguments = form.arguments();
        for (int i = 3; i < arguments.size(); i += 2) {
            file.set(arguments.get(i));
        }
        assertEquals(form.asked().read(), file.read());
    }

    @Test
    void problemsStandBesideTheirFields() {
        Form form = form();
        form.field("sft.batchSize").text().set("");

        form.judge(Map.of("model.path", "must be chosen"));

        assertEquals(
                "Must be a whole number.", form.field("sft.batchSize").problem().get());
        assertEquals("Must be chosen.", form.field("model.path").problem().get());
        assertEquals(
                List.of("model.path", "sft.batchSize"),
                form.wrong().stream().map(field -> field.setting().key()).toList());
        assertEquals(32, form.mended().read().sft().batchSize());
    }

    @Test
    void relativePathsBeginInTheProductsFolder() throws Exception {
        Files.writeString(home.resolve("mine.jsonl"), "");
        Form form = form();
        form.field("data.prompts").text().set("mine.jsonl");

        assertEquals(
                home.resolve("mine.jsonl").toString(),
                form.resolved().value("data.prompts").asText());
        assertEquals("mine.jsonl", form.asked().value("data.prompts").asText());
    }

    @Test
    void whatIsDroppedIsToldByWhatItHolds() throws Exception {
        Path model = Files.createDirectories(home.resolve("model"));
        Files.writeString(model.resolve("config.json"), "{}");
        Path run = Files.createDirectories(home.resolve("run"));
        Files.writeString(run.resolve("experiment.json"), "{}");

        assertEquals(Dropped.MODEL, Dropped.of(model));
        assertEquals(Dropped.MODEL, Dropped.of(home.resolve("a.GGUF")));
        assertEquals(Dropped.EXPERIMENT, Dropped.of(run));
        assertEquals(Dropped.DATA, Dropped.of(home.resolve("tasks.parquet")));
        assertEquals(Dropped.OTHER, Dropped.of(home));
    }
}
