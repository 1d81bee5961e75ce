package org.densepath.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.experiment.DeviceFit;
import org.densepath.experiment.Experiment;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.ExperimentPreview;
import org.densepath.experiment.MemoryNeed;
import org.densepath.experiment.Speed;
import org.densepath.experiment.SpeedProbe;
import org.densepath.experiment.TimeNeed;
import org.densepath.experiment.Workload;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath estimate`: what a run will need of memory and time.
@Command(
        name = "estimate",
        description = {
            "Tell what a run will need of memory and time, phase by phase, before it is started.",
            "Measures the model's speed on this machine by doing a little of everything: seconds for a small model."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath estimate demo",
            "  densepath estimate my-experiment.json --set dpr.steps=200 --json",
            "  densepath estimate my-experiment.json --fit --available 24"
        })
final class EstimateCommand implements Callable<Integer> {
    private final Streams streams;

    @Parameters(paramLabel = "EXPERIMENT", description = "A preset's name or an experiment file (JSON).")
    private String experiment;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Change one value; repeatable.")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object, with the measured speed.")
    private boolean json;

    @Option(
            names = "--fit",
            description =
                    "Tell instead what to change for the run to fit into the memory, and why; nothing is measured.")
    private boolean fit;

    @Option(
            names = "--available",
            paramLabel = "GB",
            description = "With --fit: the memory of the device, in GB of 10^9 bytes (default: what is free here).")
    private Double gigabytes;

    EstimateCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        ExperimentFile file = new ExperimentFile().with(experiment);
        settings.forEach(file::set);
        Experiment read = file.read();
        ExperimentPreview preview = ExperimentPreview.of(read);
        for (Map.Entry<String, String> problem : preview.problems().entrySet()) {
            throw new BadInputException("experiment: " + problem.getKey() + ": " + problem.getValue());
        }
        if (fit) {
            return fit(read, preview);
        }
        Speed speed = SpeedProbe.measure(read, what -> streams.err().println(what));
        Workload work = preview.work().orElseThrow();
        TimeNeed time = TimeNeed.of(read, work, speed);
        MemoryNeed memory = preview.memory().orElseThrow();
        if (json) {
            streams.out().println(object(work, memory, time, speed));
        } else {
            print(streams.out(), work, memory, time, speed);
        }
        streams.out().flush();
        return Failures.OK;
    }

    private int fit(Experiment read, ExperimentPreview preview) {
        long available = gigabytes == null ? MemoryNeed.available() : Math.round(gigabytes * 1e9);
        int longest = preview.work().map(Workload::longestPrompt).orElse(0);
        DeviceFit found = DeviceFit.of(read, longest, available);
        if (json) {
            ObjectNode object = new ObjectMapper().createObjectNode();
            found.changes().forEach(object.putObject("changes")::put);
            found.why().forEach(object.putArray("why")::add);
            object.put("memoryPeak", found.need().total()).put("memoryAvailable", available);
            streams.out().println(object);
        } else {
            found.why().forEach(streams.out()::println);
            found.changes().forEach((key, value) -> streams.out().println("  --set " + key + "=" + value));
        }
        streams.out().flush();
        return Failures.OK;
    }

    private static ObjectNode object(Workload work, MemoryNeed memory, TimeNeed time, Speed speed) {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode object = mapper.createObjectNode();
        object.putObject("work")
                .put("demonstrations", work.demonstrations())
                .put("prompts", work.prompts().count())
                .put("validation", work.validation().count())
                .put("heldOut", work.heldOut().count());
        ObjectNode bytes = object.putObject("memory");
        memory.phases().forEach(phase -> bytes.put(phase.name(), phase.bytes()));
        object.put("memoryPeak", memory.total()).put("memoryAvailable", MemoryNeed.available());
        ObjectNode seconds = object.putObject("seconds");
        time.phases().forEach(phase -> seconds.put(phase.name(), phase.seconds()));
        object.put("secondsInAll", time.seconds()).put("answerLength", time.answerLength());
        object.set("speed", mapper.valueToTree(speed));
        return object;
    }

    private static void print(PrintStream out, Workload work, MemoryNeed memory, TimeNeed time, Speed speed) {
        out.printf(
                Locale.ROOT,
                "data: %,d demonstrations, %,d DPR prompts, %,d validation and %,d held-out prompts%n",
                work.demonstrations(),
                work.prompts().count(),
                work.validation().count(),
                work.heldOut().count());
        out.printf(
                Locale.ROOT,
                "memory: about %,d MB at the peak (%s); %,d MB are available%n",
                memory.total() >> 20,
                memory.peak().name(),
                MemoryNeed.available() >> 20);
        out.printf(Locale.ROOT, "time: about %.0f s%n", time.seconds());
        for (TimeNeed.Phase phase : time.phases()) {
            out.printf(Locale.ROOT, "  %-14s %7.1f s%n", phase.name(), phase.seconds());
        }
        out.printf(Locale.ROOT, "taken: answers of %.0f tokens after SFT%n", time.answerLength());
        if (speed.others() > 0.15) {
            out.printf(
                    Locale.ROOT,
                    "While this was measured, other work took %.0f %% of the machine; alone it is faster.%n",
                    100 * speed.others());
        }
    }
}
