package org.densepath.cli;

import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Of a measurement that leaves a folder and has a seed.
final class MeasureOptions {
    @Mixin
    private OutputOption output;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of what is drawn (1).")
    private long seed;

    @Mixin
    private ScoringOptions scoring;

    Path output() {
        return output.folder();
    }

    long seed() {
        return seed;
    }

    int limit() {
        return scoring.limit();
    }

    boolean json() {
        return scoring.json();
    }
}
