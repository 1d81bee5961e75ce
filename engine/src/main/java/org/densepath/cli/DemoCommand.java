package org.densepath.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.ExperimentRun;
import org.densepath.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `densepath demo`: the whole method on the product's own tiny model and tasks, in minutes.
@Command(
        name = "demo",
        description = {
            "The whole method in a few minutes on the product's own tiny model and tasks:",
            "SFT, dense reward, DPR, continued SFT as a control, scores with intervals, figures.",
            "It reports what it measures; where DPR does not win, the table says so."
        },
        footerHeading = "%nExample:%n",
        footer = "  densepath demo --set seeds=[1,2]")
final class DemoCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change one value; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--runs", paramLabel = "DIR", description = "Where run folders are kept (default: runs).")
    private Path runs = Path.of("runs");

    @Option(names = "--json", description = "Print every event as a JSON line.")
    private boolean json;

    DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ExperimentFile file = new ExperimentFile().with("demo");
        settings.forEach(file::set);
        Experiment experiment = file.read();
        ExperimentRun.modelPath(experiment);
        RunFolder folder = RunFolder.create(runs, LocalDate.now(), experiment.name(), ExperimentFile.text(experiment));
        return Working.on(folder, streams, json);
    }
}
