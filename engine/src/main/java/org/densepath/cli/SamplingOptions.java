package org.densepath.cli;

import org.densepath.BadInputException;
import org.densepath.model.SamplingSettings;
import picocli.CommandLine.Option;

/// How answers are drawn, and how many.
final class SamplingOptions {
    @Option(names = "--greedy", description = "Always take the likeliest token.")
    private boolean greedy;

    @Option(names = "--temperature", paramLabel = "T", description = "Temperature of the draws (default: 1).")
    private Double temperature;

    @Option(
            names = "--top-p",
            paramLabel = "P",
            description = "Draw among the likeliest tokens that hold this much probability (default: 1, all).")
    private Double topP;

    @Option(names = "--samples", paramLabel = "N", description = "Answers to each prompt (default: 1).")
    private Integer samples;

    @Option(
            names = "--max-tokens",
            paramLabel = "N",
            defaultValue = "256",
            description = "An answer is cut after so many tokens (default: 256).")
    private int maxTokens;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The same seed on the same device draws the same answers (default: 1).")
    private long seed;

    @Option(
            names = "--best-of",
            paramLabel = "N",
            description =
                    "Draw N answers and keep the one with the largest sum of log pi - log pi_ref; takes --reference.")
    private Integer bestOf;

    /// Throws [BadInputException] for options that exclude each other or values out of range.
    SamplingSettings settings(int[] endIds) {
        forbid(greedy && temperature != null, "--greedy and --temperature");
        forbid(greedy && topP != null, "--greedy and --top-p");
        forbid(greedy && bestOf != null, "--greedy and --best-of");
        forbid(greedy && samples != null && samples > 1, "--greedy and more than one of --samples");
        forbid(samples != null && bestOf != null, "--samples and --best-of");
        int each = bestOf != null ? bestOf : samples != null ? samples : 1;
        return SamplingSettings.sampling(
                greedy ? 0 : temperature == null ? 1 : temperature, topP == null ? 1 : topP, maxTokens, each, endIds);
    }

    private static void forbid(boolean together, String options) {
        if (together) {
            throw new BadInputException(options + " exclude each other; leave one out.");
        }
    }

    long seed() {
        return seed;
    }

    boolean keepsBest() {
        return bestOf != null;
    }
}
