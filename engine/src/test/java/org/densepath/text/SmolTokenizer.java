package org.densepath.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.densepath.checkpoint.ModelFiles;
import org.junit.jupiter.api.Assumptions;

/// The tokenizer of the SmolLM2 GGUF file as a `tokenizer.json`. The tests that use it are skipped where the file
/// is missing.
final class SmolTokenizer {
    private SmolTokenizer() {}

    static String json() throws IOException {
        Path gguf = Path.of(System.getProperty("densepath.root", ".."))
                .resolve("../shared/models/SmolLM2-135M-Instruct.Q4_1.gguf");
        if (!Files.exists(gguf)) {
            Assumptions.abort("skipped: no model at " + gguf);
        }
        try (ModelFiles files = ModelFiles.open(gguf)) {
            return files.tokenizerJson().orElseThrow();
        }
    }
}
