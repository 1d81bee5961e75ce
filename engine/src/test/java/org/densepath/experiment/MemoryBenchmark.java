package org.densepath.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.densepath.run.Event;
import org.densepath.run.RunFolder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The memory that short runs are estimated to need against the peak that they reach, each in a process of its
/// own; SmolLM2 is skipped, visibly, where it is not there. Also a program: `MemoryBenchmark EXPERIMENT
/// [KEY=VALUE]…`.
@Tag("slow")
class MemoryBenchmark {
    private static final double TOLERANCE = 0.25;
    private static final Path SHARED =
            Path.of(System.getProperty("densepath.root", "..")).resolve("../shared");
    private static final Path SMOLLM2 = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
    private static final String ADAPTER = "adapter.rank=8";
    private static final String RECOMPUTE = "memory.recompute=true";

    /// What was estimated and what was reached, in MB, and the seconds of SFT and of DPR.
    private record Outcome(double estimated, double peak, double sft, double dpr) {}

    @Test
    void estimatesAreWithinAQuarterAndAnAdapterNeedsLessThanHalfOfTheMemory() throws Exception {
        assumeTrue(Files.exists(SMOLLM2), "skipped: there is no " + SMOLLM2);
        Outcome full = smolLm2();
        Outcome again = smolLm2(RECOMPUTE);
        Outcome adapter = smolLm2(ADAPTER);
        Outcome both = smolLm2(ADAPTER, RECOMPUTE);
        for (Outcome outcome : List.of(full, again, adapter, both)) {
            assertEquals(1, outcome.estimated() / outcome.peak(), TOLERANCE);
        }
        assertTrue(adapter.peak() / full.peak() <= 0.5, adapter + " " + full);
        assertTrue(both.peak() / full.peak() <= 0.45, both + " " + full);
        assertTrue(again.peak() < full.peak(), again + " " + full);
    }

    @Test
    void estimatesForTheSampleModelAreWithinAQuarter() throws Exception {
        List<String> tiny = List.of("demo", "threads=2");
        for (String setting : List.of("adapter.rank=0", ADAPTER)) {
            List<String> arguments = new ArrayList<>(tiny);
            arguments.add(setting);
            Outcome outcome = measured(arguments);
            assertEquals(1, outcome.estimated() / outcome.peak(), TOLERANCE);
        }
    }

    private static Outcome smolLm2(String... settings) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(
                "smollm2-self-instruct",
                "model.path=" + SMOLLM2,
                "data.demonstrations=" + SHARED.resolve("data/self_instruct_seed_tasks.jsonl"),
                "data.prompts=" + SHARED.resolve("data/self_instruct_user_oriented.jsonl"),
                "data.demonstrationLimit=16",
                "data.maxTokens=256",
                "data.validationLimit=0",
                "data.heldOutLimit=0",
                "threads=2",
                "sft.epochs=1",
                "sft.batchSize=8",
                "sft.tokenBudget=512",
                "dpr.tokenBudget=512",
                "dpr.steps=1",
                "dpr.prompts=4",
                "dpr.samples=2",
                "dpr.maxNewTokens=48"));
        arguments.addAll(List.of(settings));
        return measured(arguments);
    }

    private static Outcome measured(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:MaxRAMPercentage=25",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Ddensepath.root=" + System.getProperty("densepath.root", ".."),
                "-Ddensepath.home=" + System.getProperty("densepath.home", ".."),
                "-cp",
                System.getProperty("java.class.path"),
                MemoryBenchmark.class.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(String.join(" ", arguments.subList(arguments.size() - 2, arguments.size())) + "\n" + said);
        assertEquals(0, process.waitFor());
        String[] last = said.strip().lines().toList().getLast().split("\\s+");
        return new Outcome(
                Double.parseDouble(last[1]),
                Double.parseDouble(last[2]),
                Double.parseDouble(last[3]),
                Double.parseDouble(last[4]));
    }

    public static void main(String[] arguments) throws IOException {
        ExperimentFile file = new ExperimentFile().with(arguments[0]);
        List.of(arguments).subList(1, arguments.length).forEach(file::set);
        Experiment experiment = file.read();
        MemoryNeed need = ExperimentPreview.of(experiment).memory().orElseThrow();
        RunFolder folder = RunFolder.create(
                Files.createTempDirectory("memory-benchmark"),
                LocalDate.now(),
                experiment.name(),
                ExperimentFile.text(experiment));
        Map<String, Double> seconds = new LinkedHashMap<>();
        new ExperimentRun(folder, line -> {
                    if (line.event() instanceof Event.StepFinished step && step.step() > 0) {
                        String key = step.stage() + "/seconds";
                        seconds.merge(step.stage(), step.metrics().getOrDefault(key, 0.0), Double::sum);
                    }
                    if (line.event() instanceof Event.StageFinished stage) {
                        System.out.printf(Locale.ROOT, "after %s: peak %d MB%n", stage.stage(), peakMegabytes());
                    }
                })
                .work();
        need.phases().forEach(p -> System.out.printf("estimated %s: %d MB%n", p.name(), p.bytes() >> 20));
        System.out.printf(
                Locale.ROOT,
                "all %d %d %.1f %.1f%n",
                need.total() >> 20,
                peakMegabytes(),
                seconds.getOrDefault("sft", 0.0),
                seconds.getOrDefault("dpr", 0.0));
    }

    private static long peakMegabytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
