package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Every key of the defaults is described once, with values that it really takes, and in the documentation too.
class SettingDescriptionsTest {
    private static final List<SettingDescription> ALL = SettingSection.settingsOfAll();
    private final ExperimentFile defaults = new ExperimentFile();

    @Test
    void everyKeyIsDescribedOnceAndNothingElseIs() throws IOException {
        Set<String> described =
                ALL.stream().map(SettingDescription::key).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ALL.size(), described.size());
        Set<String> keys = new TreeSet<>();
        keys(new ObjectMapper().readTree(SettingSection.class.getResource("defaults.json")), "", keys);
        assertEquals(keys, described);
    }

    private static void keys(JsonNode node, String prefix, Set<String> to) {
        node.properties().forEach(entry -> {
            if (entry.getValue().isObject()) {
                keys(entry.getValue(), prefix + entry.getKey() + ".", to);
            } else {
                to.add(prefix + entry.getKey());
            }
        });
    }

    @Test
    void aDescriptionIsASentenceWithASource() {
        for (SettingDescription setting : ALL) {
            assertTrue(setting.meaning().endsWith("."), setting.key());
            assertFalse(setting.meaning().contains(". "), setting.key() + " has more than one sentence");
            assertFalse(setting.source().isBlank(), setting.key());
            assertFalse(setting.label().isBlank(), setting.key());
        }
    }

    @Test
    void defaultsAndPresetsArePossibleAsDescribed() {
        for (String preset : ExperimentFile.PRESETS) {
            ExperimentFile file = new ExperimentFile().with(preset);
            for (SettingDescription setting : ALL) {
                assertTrue(setting.problem(file.value(setting.key())).isEmpty(), setting.key());
            }
        }
    }

    @Test
    void whatIsShownInAFieldReadsBackTheSame() {
        for (SettingDescription setting : ALL) {
            JsonNode value = defaults.value(setting.key());
            JsonNode back = setting.value(setting.text(value));
            boolean same = value.isNumber()
                    ? value.asDouble() == back.asDouble()
                    : value.toString().equals(back.toString());
            assertTrue(same || value.isArray(), setting.key() + ": " + value + " and " + back);
        }
    }

    @Test
    void theDocumentationNamesEveryKey() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "experiment.md"));
        for (SettingDescription setting : ALL) {
            String key = setting.key().replaceFirst("^dpr\\.adam\\..*", "dpr.adam.*");
            String last = key.substring(Math.max(0, key.lastIndexOf('.')));
            assertTrue(
                    documentation.contains("`" + key + "`") || documentation.contains("`" + last + "`"),
                    key + " is not in docs/experiment.md");
            boolean plain = defaults.value(setting.key()).isTextual()
                    && !setting.choices().isEmpty();
            for (String choice : plain ? setting.choices() : List.<String>of()) {
                assertTrue(documentation.contains("`" + choice + "`"), key + " takes " + choice);
            }
        }
    }
}
