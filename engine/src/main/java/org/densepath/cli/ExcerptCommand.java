package org.densepath.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densepath.experiment.RunExcerpt;
import org.densepath.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath data excerpt`: a finished run without what only resuming needs.
@Command(
        name = "excerpt",
        description = "Copy a run without what only resuming needs; of its weights, π_SFT and π_ref in float16.",
        footerHeading = "%nExample:%n",
        footer = "  densepath data excerpt runs/2026-01-31-demo --output sample-data/run")
final class ExcerptCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The folder to write; must be new.")
    private Path output;

    ExcerptCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        RunExcerpt.write(RunFolder.open(run), output);
        streams.out().println(output);
        return Failures.OK;
    }
}
