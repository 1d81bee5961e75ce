package org.densepath.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import org.densepath.BadInputException;

/// Everything that is wrong with an experiment's values, a sentence for each key: what a form shows beside its
/// fields. An experiment without problems is one that [ExperimentFile#read] gives.
public final class SettingCheck {
    private static final ExperimentFile DEFAULTS = new ExperimentFile();

    private SettingCheck() {}

    /// By key, in the order of [SettingSection]; each completes "the value …", without a full stop.
    public static Map<String, String> problems(ExperimentFile asked) {
        Map<String, String> found = new LinkedHashMap<>();
        ExperimentFile mended = asked.copy();
        for (SettingDescription setting : SettingSection.settingsOfAll()) {
            setting.problem(asked.value(setting.key())).ifPresent(sentence -> {
                found.put(setting.key(), sentence);
                mended.set(setting.key(), DEFAULTS.value(setting.key()));
            });
        }
        together(mended, found);
        return inOrder(found);
    }

    /// Adds what values are not possible together. The experiment says one thing at a time, so each key that it
    /// names is set to its default and it is asked again.
    private static void together(ExperimentFile mended, Map<String, String> found) {
        while (true) {
            try {
                mended.read();
                return;
            } catch (BadSettingException e) {
                boolean again = found.putIfAbsent(e.key(), e.sentence()) != null;
                if (again || mended.value(e.key()).equals(DEFAULTS.value(e.key()))) {
                    return;
                }
                mended.set(e.key(), DEFAULTS.value(e.key()));
            } catch (BadInputException e) {
                found.putIfAbsent("", e.getMessage());
                return;
            }
        }
    }

    private static Map<String, String> inOrder(Map<String, String> found) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (SettingDescription setting : SettingSection.settingsOfAll()) {
            if (found.containsKey(setting.key())) {
                ordered.put(setting.key(), found.get(setting.key()));
            }
        }
        found.forEach(ordered::putIfAbsent);
        return ordered;
    }
}
