package org.densepath.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The file with a benchmark's prompts.
final class PromptsOption {
    @Option(
            names = {"-p", "--prompts"},
            paramLabel = "PROMPTS",
            required = true,
            description = "The benchmark's prompts.")
    private Path prompts;

    Path file() {
        return prompts;
    }
}
