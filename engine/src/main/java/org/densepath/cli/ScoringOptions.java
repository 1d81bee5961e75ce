package org.densepath.cli;

import org.densepath.BadInputException;
import picocli.CommandLine.Option;

/// Of what the scores are, and how they are told.
final class ScoringOptions {
    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "0",
            description = "Only the first N prompts (default: all).")
    private int limit;

    @Option(names = "--json", description = "Print the scores as one JSON object.")
    private boolean json;

    /// 0 is all. Throws [BadInputException] for less.
    int limit() {
        if (limit < 0) {
            throw new BadInputException("--limit must be 0 (all) or more, not " + limit + ".");
        }
        return limit;
    }

    boolean json() {
        return json;
    }
}
