package org.densepath.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.ScoreTable;
import org.densepath.experiment.result.ResultTable;
import org.densepath.experiment.result.TableFormat;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;
import org.densepath.run.RunState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath table`: the score table of a run's arms, from what its folder keeps.
@Command(
        name = "table",
        description = "Print a run's arms with scores, benchmarks, compute, and paired differences to SFT and continued"
                + " SFT.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath table runs/2026-01-31-paper-table --json",
            "  densepath table runs/2026-01-31-paper-table --format latex > table.tex"
        })
final class TableCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Print the table alone as latex (booktabs), csv or markdown.")
    private String format;

    TableCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (json && format != null) {
            throw new BadInputException("--json and --format are two ways to print the table; give one of them.");
        }
        TableFormat as = format == null ? null : TableFormat.named(format);
        RunFolder folder = RunFolder.open(run);
        Experiment experiment =
                new ExperimentFile().with(folder.experiment().toString()).read();
        ArmTable table = ArmTable.of(folder, experiment);
        if (json) {
            requireRows(table.rows().isEmpty(), folder);
            streams.out().println(table.json());
            return Failures.OK;
        }
        ResultTable results =
                ResultTable.of(folder, experiment, table, ScoreTable.of(RunState.of(EventLog.read(folder.events()))));
        requireRows(results.isEmpty(), folder);
        if (as == null) {
            ArmTableText.print(results, table, streams.out());
        } else {
            streams.out().print(as.of(results));
        }
        return Failures.OK;
    }

    private static void requireRows(boolean empty, RunFolder folder) {
        if (empty) {
            throw new BadInputException("The run " + folder.name() + " has no seed in which its arms are scored;"
                    + " resume it until it is finished.");
        }
    }
}
