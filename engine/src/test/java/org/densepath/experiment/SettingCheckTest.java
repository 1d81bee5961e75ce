package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Every wrong value is told at once, each by its key.
class SettingCheckTest {
    @Test
    void nothingIsWrongWithThePresets() {
        for (String preset : ExperimentFile.PRESETS) {
            assertEquals(Map.of(), SettingCheck.problems(new ExperimentFile().with(preset)));
        }
    }

    @Test
    void allWrongValuesAreToldAtOnceInTheOrderOfTheForm() {
        ExperimentFile file = new ExperimentFile()
                .set("dpr.gamma=2")
                .set("sft.batchSize=1.5")
                .set("dpr.baseline=magic")
                .set("seeds=[]")
                .set("threads=many");

        assertEquals(
                List.of(
                        Map.entry("seeds", "needs at least one seed"),
                        Map.entry("threads", "must be a whole number, not 'many'"),
                        Map.entry("sft.batchSize", "must be a whole number, not 1.5"),
                        Map.entry(
                                "dpr.baseline",
                                "must be one of none, batch_mean, batch_mean_of_sequences, mean_by_position,"
                                        + " leave_one_out, leave_one_out_of_sequences, not 'magic'"),
                        Map.entry("dpr.gamma", "must lie between 0 and 1, not 2")),
                List.copyOf(SettingCheck.problems(file).entrySet()));
    }

    @Test
    void whatIsNotPossibleTogetherIsToldBesideTheOthers() {
        ExperimentFile file = new ExperimentFile()
                .set("dpr.steps=0")
                .set("dpr.samples=1")
                .set("reward.definition=ema-reference")
                .set("reward.references=[0.25,0.5]");

        Map<String, String> problems = SettingCheck.problems(file);

        assertEquals(
                List.of("sft.emaDecay", "reward.references", "dpr.steps", "dpr.samples"),
                List.copyOf(problems.keySet()));
        assertTrue(problems.get("dpr.samples").startsWith("must be 2 or more"));
    }

    @Test
    void commaSeparatedListsAreReadAsWritten() {
        SettingDescription references = SettingSection.settingsOfAll().stream()
                .filter(s -> s.key().equals("reward.references"))
                .findFirst()
                .orElseThrow();

        assertEquals("[0.25,0.5]", references.value("0.25, 0.5").toString());
        assertEquals(
                "must be a number, not 'half'",
                references.problem(references.value("half")).orElseThrow());
        assertEquals(
                "must lie between 0 and 1, not 1.5",
                references.problem(references.value("1.5")).orElseThrow());
    }
}
