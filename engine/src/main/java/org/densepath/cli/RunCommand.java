package org.densepath.cli;

import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentData;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.ExperimentRun;
import org.densepath.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath run`: a new run of an experiment.
@Command(
        name = "run",
        description = "Run an experiment: SFT, dense reward, DPR and its controls, scores, figures.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath run demo",
            "  densepath run demo --set dpr.klCoefficient=0.5 --set seeds=[1,2,3]",
            "  densepath run my-experiment.json --runs /data/runs",
            "  densepath run smollm2-self-instruct --set model.path=MODEL.gguf --set data.demonstrations=TASKS.jsonl",
            "  densepath run presets/paper-table.json",
            "",
            "Presets: demo, paper-table, reward-hacking, smollm2-self-instruct; each also as presets/NAME.json."
        })
final class RunCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "EXPERIMENT", description = "A preset's name or an experiment file (JSON).")
    private String experiment;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change one value, for example dpr.klCoefficient=0.1; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--runs", paramLabel = "DIR", description = "Where run folders are kept (default: runs).")
    private Path runs = Path.of("runs");

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What to call the run (default: the experiment's name).")
    private String name;

    @Option(names = "--dry-run", description = "Print the experiment with every value, and run nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print every event as a JSON line.")
    private boolean json;

    RunCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ExperimentFile file = new ExperimentFile().with(experiment);
        settings.forEach(file::set);
        if (name != null) {
            file.set("name", TextNode.valueOf(name));
        }
        Experiment read = file.read();
        if (dryRun) {
            streams.out().print(ExperimentFile.text(read));
            return Failures.OK;
        }
        ExperimentRun.modelPath(read);
        ExperimentData.requireFiles(read.data());
        RunFolder folder = RunFolder.create(runs, LocalDate.now(), read.name(), ExperimentFile.text(read));
        return Working.on(folder, streams, json);
    }
}
