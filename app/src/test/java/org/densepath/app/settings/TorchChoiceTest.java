package org.densepath.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A PyTorch of one's own reaches the workers, and is remembered.
class TorchChoiceTest {
    @TempDir
    Path folder;

    private Path torch() throws IOException {
        Path lib = Files.createDirectories(folder.resolve("torch/lib"));
        Files.createFile(lib.resolve(System.mapLibraryName("torch")));
        Files.writeString(
                folder.resolve("torch/version.py"), "__version__ = '2.7.1+cu126'\ncuda: Optional[str] = '12.6'\n");
        return lib;
    }

    @Test
    void workersGetWhatIsChosenAndNothingElse() throws IOException {
        try (Preferences preferences = Preferences.open(folder.resolve("choices.json"))) {
            TorchChoice choice = new TorchChoice(preferences);
            assertEquals(List.of("demo"), TorchChoice.add(preferences, List.of("demo")));
            String lib = torch().toString();
            choice.path().set(" " + lib);
            assertEquals(List.of("demo", "--torch", lib), TorchChoice.add(preferences, List.of("demo")));
            assertTrue(
                    choice.found().get().startsWith("PyTorch 2.7.1 for CUDA 12.6"),
                    choice.found().get());
        }
    }

    @Test
    void whatIsChosenIsRememberedAndAFolderWithoutItSaysSo() {
        Path file = folder.resolve("choices.json");
        try (Preferences preferences = Preferences.open(file)) {
            new TorchChoice(preferences).path().set(folder.toString());
        }
        try (Preferences preferences = Preferences.open(file)) {
            TorchChoice choice = new TorchChoice(preferences);
            assertEquals(folder.toString(), choice.path().get());
            assertTrue(
                    choice.found().get().startsWith("There is no PyTorch at " + folder),
                    choice.found().get());
        }
    }
}
