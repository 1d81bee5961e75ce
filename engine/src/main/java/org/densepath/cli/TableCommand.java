package org.densepath.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.FamilyTable;
import org.densepath.experiment.GradientNoise;
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
            "  densepath table runs/2026-01-31-paper-table --format latex > table.tex",
            "  densepath table runs/2026-01-31-paper-table --by family",
            "  densepath table runs/2026-01-31-paper-table --gradient"
        })
final class TableCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "RUN", description = "The run's folder.")
    private Path run;

    @Option(
            names = "--by",
            paramLabel = "family",
            description = "Success and return of each arm in each family of tasks instead.")
    private String by;

    @Option(
            names = "--gradient",
            description = "The measured noise of each arm's gradient instead, and the dense arm's as a share of it.")
    private boolean gradient;

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
        if (by != null && (gradient || !by.equals("family"))) {
            throw new BadInputException("--by takes family, and not together with --gradient.");
        }
        if (format != null && (gradient || by != null)) {
            throw new BadInputException("--format is for the table of arms; give it without --by and --gradient.");
        }
        TableFormat as = format == null ? null : TableFormat.named(format);
        RunFolder folder = RunFolder.open(run);
        Experiment experiment =
                new ExperimentFile().with(folder.experiment().toString()).read();
        if (gradient) {
            return gradient(folder, experiment);
        }
        return by == null ? scores(folder, experiment, as) : families(folder, experiment);
    }

    private int scores(RunFolder folder, Experiment experiment, TableFormat as) {
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

    private int families(RunFolder folder, Experiment experiment) {
        FamilyTable table = FamilyTable.of(folder, experiment);
        if (table.rows().isEmpty()) {
            throw new BadInputException("The run " + folder.name() + " has no seed in which every arm is scored;"
                    + " resume it until it is finished.");
        }
        return print(table.json(), FamilyTableText.lines(table));
    }

    private int gradient(RunFolder folder, Experiment experiment) {
        GradientNoise noise = GradientNoise.of(folder, experiment);
        if (noise.rows().isEmpty()) {
            throw new BadInputException("The run " + folder.name() + " has measured no gradient's noise: no arm that"
                    + " reinforces has made a step, or its batches were one micro-batch; lower dpr.tokenBudget.");
        }
        return print(noise.json(), GradientNoiseText.lines(noise));
    }

    private int print(String asJson, List<String> lines) {
        if (json) {
            streams.out().println(asJson);
        } else {
            lines.forEach(streams.out()::println);
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
