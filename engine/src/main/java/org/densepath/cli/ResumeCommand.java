package org.densepath.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densepath.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath resume`: go on with a run that was stopped, killed or failed.
@Command(
        name = "resume",
        description =
                "Go on with a run where its last checkpoint stands; the numbers are those of an uninterrupted run.",
        footerHeading = "%nExample:%n",
        footer = "  densepath resume runs/2026-01-31-demo")
final class ResumeCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run;

    @Option(names = "--json", description = "Print every event as a JSON line.")
    private boolean json;

    ResumeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        return Working.on(RunFolder.open(run), streams, json);
    }
}
