package org.densepath.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.densepath.bench.KeptScore;
import org.densepath.experiment.ArmTable;
import org.densepath.experiment.BenchTests;
import org.densepath.experiment.ExperimentRun;
import org.densepath.experiment.ScoreTable;
import org.densepath.experiment.result.ResultTable;
import org.densepath.run.EventLog;
import org.densepath.run.RunFolder;

/// Works on a run in this process and tells how it ended.
final class Working {
    static final int STOPPED = 3;

    private Working() {}

    /// The exit code: 0 finished, 3 stopped and kept.
    static int on(RunFolder folder, Streams streams, boolean json) {
        streams.err().println("run folder: " + folder.path());
        try (RunConsole console = new RunConsole(streams, json)) {
            EventLog.read(folder.events()).forEach(console::remember);
            ExperimentRun.Outcome outcome = new ExperimentRun(folder, console).work();
            console.close();
            PrintStream to = json ? streams.err() : streams.out();
            if (outcome == ExperimentRun.Outcome.STOPPED) {
                to.println("go on with: densepath resume " + folder.path());
                return STOPPED;
            }
            console.results(folder, to);
            ArmTable.read(folder)
                    .ifPresent(table -> ArmTableText.print(
                            ResultTable.of(
                                    Map.of(),
                                    table,
                                    KeptScore.of(folder),
                                    BenchTests.NONE,
                                    new ScoreTable(List.of(), List.of())),
                            table,
                            to));
            if (Files.isDirectory(folder.figures())) {
                to.println("\nfigures (PNG and SVG): " + folder.figures());
            }
            return Failures.OK;
        }
    }
}
