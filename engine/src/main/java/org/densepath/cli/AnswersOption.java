package org.densepath.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The file with the answers to a benchmark's prompts.
final class AnswersOption {
    @Option(
            names = {"-a", "--answers"},
            paramLabel = "ANSWERS",
            required = true,
            description = "The answers to them, JSON lines.")
    private Path answers;

    Path file() {
        return answers;
    }
}
