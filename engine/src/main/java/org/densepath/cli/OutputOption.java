package org.densepath.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The folder that a measurement leaves.
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            required = true,
            description = "The folder for what is measured, scores and figures.")
    private Path output;

    Path folder() {
        return output;
    }
}
