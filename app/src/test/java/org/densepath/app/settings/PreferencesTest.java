package org.densepath.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
    @TempDir
    Path folder;

    @Test
    void choicesAreThereAgainAfterClosing() {
        Path file = folder.resolve("new").resolve("preferences.json");
        try (Preferences preferences = Preferences.open(file)) {
            preferences.put("tokens.layer", "KL");
            preferences.put("live.smoothing", 0.9);
            preferences.put("gone", true);
            preferences.forget("gone");
        }
        try (Preferences again = Preferences.open(file)) {
            assertEquals("KL", again.text("tokens.layer", ""));
            assertEquals(0.9, again.number("live.smoothing", 0));
            assertEquals(false, again.flag("gone", false));
        }
    }

    @Test
    void aSpoiledFileIsPutAsideAndTheDefaultsHold() throws Exception {
        Path file = folder.resolve("preferences.json");
        Files.writeString(file, "{\"tokens.layer\": ");
        try (Preferences preferences = Preferences.open(file)) {
            assertEquals("REWARD", preferences.text("tokens.layer", "REWARD"));
        }
        assertTrue(Files.exists(folder.resolve("preferences.json.broken")));
    }

    @Test
    void aValueOfAnotherKindIsTheDefault() {
        try (Preferences preferences = Preferences.open(folder.resolve("preferences.json"))) {
            preferences.put("live.smoothing", "much");
            assertEquals(0.6, preferences.number("live.smoothing", 0.6));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenCostsOnlyTheChoices() throws Exception {
        Path blocked = Files.writeString(folder.resolve("file"), "");
        try (Preferences preferences = Preferences.open(blocked.resolve("preferences.json"))) {
            preferences.put("a", "b");
            assertEquals("b", preferences.text("a", ""));
        }
    }
}
