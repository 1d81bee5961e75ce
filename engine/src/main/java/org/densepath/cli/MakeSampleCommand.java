package org.densepath.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densepath.sample.make.SampleMaker;
import org.densepath.tensor.Torch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `densepath data make-sample`: the product's own model and tasks, from nothing.
@Command(
        name = "make-sample",
        description = {
            "Make the sample data anew: a tiny Llama model with its tokenizer, trained from random weights,",
            "and its tasks with checks. Takes minutes; the same seed gives the same on the same machine."
        },
        footerHeading = "%nExample:%n",
        footer = "  densepath data make-sample --output new-sample-data")
final class MakeSampleCommand implements Callable<Integer> {
    /// Fixed, so that rounding does not depend on the number of cores; for so small a model one is as fast as
    /// two.
    private static final int THREADS = 1;

    private final Streams streams;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The folder to write; must be new.")
    private Path output;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Everything is drawn from it (default: 1).")
    private long seed;

    MakeSampleCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        try (Torch torch = Torch.cpu(THREADS)) {
            SampleMaker.make(output, seed, torch, streams.err()::println);
        }
        streams.out().println(output);
        return Failures.OK;
    }
}
