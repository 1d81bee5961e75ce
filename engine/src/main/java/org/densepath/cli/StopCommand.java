package org.densepath.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densepath.run.Control;
import org.densepath.run.RunFolder;
import org.densepath.run.RunLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath stop`: ask a run's worker to stop.
@Command(
        name = "stop",
        description = "Ask a run to stop after the step it is at and keep everything; it can be resumed.",
        footerHeading = "%nExamples:%n",
        footer = {"  densepath stop runs/2026-01-31-demo", "  densepath stop --abort runs/2026-01-31-demo"})
final class StopCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run;

    @Option(names = "--abort", description = "End at once; the last checkpoint is what remains.")
    private boolean abort;

    StopCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        RunFolder folder = RunFolder.open(run);
        if (!RunLock.isHeld(folder.lock())) {
            streams.err().println("No worker is at work on " + folder.path() + ".");
            return Failures.BAD_INPUT;
        }
        new Control(folder.control()).request(abort ? Control.Request.ABORT : Control.Request.STOP);
        streams.err().println("Asked to stop " + (abort ? "at once." : "after the step it is at."));
        return Failures.OK;
    }
}
