package org.densepath.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.densepath.run.Event;
import org.densepath.run.EventLine;
import org.densepath.run.RunFolder;

/// Estimates against what then happens: `EstimateBenchmark EXPERIMENT [KEY=VALUE]…`. Measured is the work of all
/// cores, so that a busy machine tells the same as a quiet one, but for what it does to the caches.
public final class EstimateBenchmark {
    private EstimateBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        ExperimentFile file = new ExperimentFile().with(arguments[0]);
        List.of(arguments).subList(1, arguments.length).forEach(file::set);
        Experiment experiment = file.read();
        ExperimentPreview preview = ExperimentPreview.of(experiment);
        Speed speed = SpeedProbe.measure(experiment, what -> {}, Clock.CPU);
        TimeNeed need = TimeNeed.of(experiment, preview.work().orElseThrow(), speed);

        Path runs = Files.createTempDirectory("estimate-benchmark");
        RunFolder folder = RunFolder.create(runs, LocalDate.now(), experiment.name(), ExperimentFile.text(experiment));
        Phases phases = new Phases();
        new ExperimentRun(folder, phases).work();
        phases.end("");

        System.out.printf("%-14s %10s %10s%n", "CPU seconds", "estimated", "used");
        double estimated = 0;
        double used = 0;
        for (TimeNeed.Phase phase : need.phases()) {
            double real = phases.seconds.getOrDefault(phase.name(), 0.0);
            System.out.printf(Locale.ROOT, "%-14s %10.1f %10.1f%n", phase.name(), phase.seconds(), real);
            boolean inThisProcess = !phase.name().equals("start");
            estimated += inThisProcess ? phase.seconds() : 0;
            used += inThisProcess ? real : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "after start    %10.1f %10.1f  %+.0f %%%n",
                estimated,
                used,
                100 * (estimated - used) / used);
        System.out.printf(
                Locale.ROOT,
                "memory, MB     %10d %10d%n",
                preview.memory().orElseThrow().total() >> 20,
                peakMegabytes());
        System.out.printf(Locale.ROOT, "answers of %.1f tokens taken%n", need.answerLength());
        System.out.println(speed);
    }

    /// The most memory that this process has had, as Linux says.
    private static long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0L);
    }

    /// CPU seconds of each phase, by the run's own events.
    private static final class Phases implements Consumer<EventLine> {
        private static final Map<String, String> NAMES =
                Map.of("sft", "SFT", "dpr", "DPR", "continued-sft", "continued SFT", "evaluation", "scores");

        private final Map<String, Double> seconds = new LinkedHashMap<>();
        private String phase = "start";
        private long began = Clock.CPU.nanos();

        @Override
        public void accept(EventLine line) {
            switch (line.event()) {
                case Event.StageStarted stage -> end(NAMES.get(stage.stage()));
                case Event.StageFinished stage when stage.stage().equals("sft") -> end("DPR");
                case Event.RunFinished _ -> end("");
                case Event.ScoreComputed score when score.score().contains("minus") -> end("figures");
                default -> {}
            }
        }

        private void end(String next) {
            long now = Clock.CPU.nanos();
            seconds.merge(phase, (now - began) / 1e9, Double::sum);
            began = now;
            phase = next;
        }
    }
}
