package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.densepath.BadInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reading experiments: defaults, presets, single settings, and what is said of a wrong one.
class ExperimentFileTest {
    @TempDir
    Path folder;

    @Test
    void theDefaultsAreAnExperiment() {
        Experiment defaults = new ExperimentFile().read();
        assertEquals(1, defaults.dpr().klCoefficient());
        assertEquals(0.5, defaults.reward().references().getFirst());
    }

    @Test
    void everyPresetIsAnExperiment() {
        for (String preset : ExperimentFile.PRESETS) {
            assertEquals(preset, new ExperimentFile().with(preset).read().name());
        }
    }

    @Test
    void aPresetMayBeNamedAsAFile() {
        Experiment table = new ExperimentFile().with("presets/paper-table.json").read();
        assertEquals(new ExperimentFile().with("paper-table").read(), table);
        assertEquals(20, Arm.of(table).size());
        assertThrows(BadInputException.class, () -> new ExperimentFile().with("presets/other.json"));
    }

    @Test
    void whatIsWrittenOutReadsBackTheSame() throws Exception {
        Experiment demo = new ExperimentFile().with("demo").set("dpr.klForm=k3").read();
        Path file = folder.resolve("e.json");
        Files.writeString(file, ExperimentFile.text(demo));
        assertEquals(demo, new ExperimentFile().with(file.toString()).read());
    }

    @Test
    void aSettingChangesOneValue() {
        Experiment e = new ExperimentFile()
                .set("dpr.klCoefficient=0.1")
                .set("seeds=[3,4]")
                .read();
        assertEquals(0.1, e.dpr().klCoefficient());
        assertEquals(2, e.seeds().size());
    }

    @Test
    void changesFromAPresetAreTheSettingsThatMakeThem() {
        ExperimentFile demo = new ExperimentFile().with("demo");
        ExperimentFile changed =
                demo.copy().set("dpr.steps=20").set("name=\"7\"").set("reward.clip=2");
        List<String> changes = changed.changesFrom(demo);
        assertEquals(List.of("name=\"7\"", "reward.clip=2", "dpr.steps=20"), changes);
        changes.forEach(demo::set);
        assertEquals(changed.read(), demo.read());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dpr.klCoeficient=1 | the key 'dpr.klCoeficient' is not known; the nearest is 'dpr.klCoefficient'",
                "klCoefficient=1 | the nearest is 'dpr.klCoefficient'",
                "sft.klCoefficient=1 | the nearest is 'dpr.klCoefficient'",
                "drp.steps=1 | the nearest is 'dpr.steps'",
                "sed=1 | the nearest is 'seeds'",
                "dpr.klCoefficient=1e999 | dpr.klCoefficient must be a finite number",
                "dpr.steps=1e999 | dpr.steps must be a whole number, not Infinity",
                "seeds=[1,1] | seeds must not name one twice",
                "seeds=[-1] | seeds must be 0 or more, not -1",
                "arms=[\"dpr\",\"dpr\"] | arms must not name one twice",
                "device=tpu | device must be cpu, cuda, cuda:<number> or auto, not 'tpu'",
                "dpr=3 | 'dpr' is a group of settings",
                "nonsense | expected key=value",
                "dpr.baseline=magic | dpr.baseline must be one of none, batch_mean",
                "dpr.steps=many | dpr.steps must be a whole number, not 'many'",
                "dpr.steps=0 | dpr.steps must be 1 or more, not 0",
                "dpr.gamma=2 | dpr.gamma must lie between 0 and 1",
                "dpr.samples=1 | dpr.samples must be 2 or more for a leave-one-out baseline",
                "sft.epochs=-1 | sft.epochs must be above 0",
                "arms=[\"dqn\"] | arms must be one of dpr, continued-sft",
                "reward.definition=foo | reward.definition",
                "reward.definition=ema-reference | sft.emaDecay must be above 0",
                "seeds=[] | seeds needs at least one seed"
            })
    void aWrongSettingIsNamedWithWhatIsExpected(String setting, String expected) {
        String said = assertThrows(
                        BadInputException.class,
                        () -> new ExperimentFile().set(setting).read())
                .getMessage();
        assertTrue(said.contains(expected), said);
    }

    @Test
    void aFileThatIsNoJsonIsNamedWithItsLine() throws Exception {
        Path file = folder.resolve("bad.json");
        Files.writeString(file, "{\n \"name\": \n}");
        String said = assertThrows(BadInputException.class, () -> new ExperimentFile().with(file.toString()))
                .getMessage();
        assertTrue(said.contains("line 3"), said);
    }
}
