package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Estimates against what then happens, on the sample model and on SmolLM2, which is skipped, visibly, where it
/// is not there. Measured is the work of all cores, so that a busy machine tells the same as a quiet one, but for
/// what it does to the caches. Also a program: `EstimateBenchmark EXPERIMENT [KEY=VALUE]…`.
@Tag("benchmark")
class EstimateBenchmark {
    private static final double TOLERANCE = 0.25;
    private static final Path SHARED =
            Path.of(System.getProperty("densepath.root", "..")).resolve("../shared");

    @Test
    void theDemo() throws IOException {
        assertWithin(compare(new ExperimentFile().with("demo").read()));
    }

    @Test
    void smolLm2() throws IOException {
        Path model = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        assumeTrue(Files.exists(model), "skipped: there is no " + model);
        assertWithin(compare(new ExperimentFile()
                .with("smollm2-self-instruct")
                .set("model.path=" + model)
                .set("data.demonstrations=" + SHARED.resolve("data/self_instruct_seed_tasks.jsonl"))
                .set("data.prompts=" + SHARED.resolve("data/self_instruct_user_oriented.jsonl"))
                .set("data.demonstrationLimit=24")
                .set("data.maxTokens=256")
                .set("data.validationLimit=3")
                .set("data.heldOutLimit=6")
                .set("sft.batchSize=8")
                .set("dpr.steps=1")
                .set("dpr.prompts=4")
                .set("dpr.maxNewTokens=48")
                .set("evaluation.maxNewTokens=48")
                .read()));
    }

    private static void assertWithin(Compared compared) {
        assertEquals(1, compared.time(), TOLERANCE, "estimated over used time");
        assertEquals(1, compared.memory(), TOLERANCE, "estimated over used memory");
    }

    public static void main(String[] arguments) throws IOException {
        ExperimentFile file = new ExperimentFile().with(arguments[0]);
        List.of(arguments).subList(1, arguments.length).forEach(file::set);
        compare(file.read());
    }

    /// Estimated over used.
    private record Compared(double time, double memory) {}

    private static Compared compare(Experiment experiment) throws IOException {
        ExperimentPreview preview = ExperimentPreview.of(experiment);
        Speed speed = SpeedProbe.measure(experiment, what -> {}, Clock.CPU);
        TimeNeed need = TimeNeed.of(experiment, preview.work().orElseThrow(), speed);
        Path runs = Files.createTempDirectory("estimate-benchmark");
        RunFolder folder = RunFolder.create(runs, LocalDate.now(), experiment.name(), ExperimentFile.text(experiment));
        Phases phases = new Phases();
        new ExperimentRun(folder, phases).work();
        phases.end("");

        System.out.printf("%n%-14s %10s %10s%n", "CPU seconds", "estimated", "used");
        double estimated = 0;
        double used = 0;
        for (TimeNeed.Phase phase : need.phases()) {
            double real = phases.seconds.getOrDefault(phase.name(), 0.0);
            System.out.printf(Locale.ROOT, "%-14s %10.1f %10.1f%n", phase.name(), phase.seconds(), real);
            // this process has started long ago
            boolean comparable = !phase.name().equals("start");
            estimated += comparable ? phase.seconds() : 0;
            used += comparable ? real : 0;
        }
        long memory = preview.memory().orElseThrow().total() >> 20;
        long peak = peakMegabytes();
        System.out.printf(Locale.ROOT, "after start    %10.1f %10.1f%n", estimated, used);
        System.out.printf(Locale.ROOT, "memory, MB     %10d %10d%n", memory, peak);
        System.out.printf(Locale.ROOT, "answers of %.1f tokens taken%n%s%n", need.answerLength(), speed);
        return new Compared(estimated / used, (double) memory / peak);
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
