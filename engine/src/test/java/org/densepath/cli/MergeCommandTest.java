package org.densepath.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.densepath.checkpoint.AdapterFolder;
import org.densepath.checkpoint.ModelFiles;
import org.densepath.model.Golden;
import org.densepath.model.LanguageModel;
import org.densepath.tensor.Torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `densepath merge` writes, and what it refuses.
class MergeCommandTest {
    private static final Path ADAPTER = Golden.path("adapters/llama-tied-rslora");
    private static final Path BASE = Golden.path("models/llama-tied");

    @TempDir
    Path folder;

    @Test
    void theMergedFolderIsAModelOfItsOwnWithTheAdaptersScores() {
        Path merged = folder.resolve("merged");

        CommandRun run =
                CommandRun.of("", "merge", ADAPTER.toString(), "--base", BASE.toString(), "-o", merged.toString());

        assertEquals(0, run.code(), run.err());
        try (Torch torch = Torch.cpu(1);
                ModelFiles files = ModelFiles.open(merged);
                AdapterFolder apart = AdapterFolder.open(ADAPTER, BASE);
                LanguageModel whole = LanguageModel.load(torch, files);
                LanguageModel together = LanguageModel.load(torch, apart)) {
            assertArrayEquals(Golden.scores(together, "llama-tied"), Golden.scores(whole, "llama-tied"));
        }
    }

    @Test
    void aBaseThatIsNotThereOrNotTheAdaptersOwnIsRefusedWithWhatToDo() {
        String output = folder.resolve("out").toString();
        CommandRun missing = CommandRun.of("", "merge", ADAPTER.toString(), "-o", output);
        assertEquals(2, missing.code());
        assertTrue(missing.err().contains("base_model_name_or_path"), missing.err());

        CommandRun other = CommandRun.of(
                "",
                "merge",
                ADAPTER.toString(),
                "--base",
                Golden.path("models/gemma3").toString(),
                "-o",
                output);
        assertEquals(2, other.code());
        assertTrue(other.err().contains("the base model that the adapter was made for"), other.err());

        CommandRun none = CommandRun.of("", "merge", BASE.toString(), "-o", output);
        assertEquals(2, none.code());
        assertTrue(none.err().contains("holds no adapter"), none.err());
    }
}
