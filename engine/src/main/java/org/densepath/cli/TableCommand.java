package org.densepath.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.ExperimentFile;
import org.densepath.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath table`: the score table of a run's arms, from what its folder keeps.
@Command(
        name = "table",
        description = "Print a run's arms with scores, compute, and paired differences to SFT and continued SFT.",
        footerHeading = "%nExample:%n",
        footer = "  densepath table runs/2026-01-31-paper-table --json")
final class TableCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    TableCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        RunFolder folder = RunFolder.open(run);
        ArmTable table = ArmTable.of(
                folder,
                new ExperimentFile().with(folder.experiment().toString()).read());
        if (table.rows().isEmpty()) {
            throw new BadInputException("The run " + folder.name() + " has no seed in which every arm is scored on"
                    + " prompts with checks; resume it until it is finished.");
        }
        if (json) {
            streams.out().println(table.json());
        } else {
            ArmTableText.print(table, streams.out());
        }
        return Failures.OK;
    }
}
