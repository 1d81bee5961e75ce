package org.densepath.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 500 finished runs in a folder: the first look, and looks after it. It asserts nothing.
@Tag("benchmark")
class RunListBenchmark {
    private static final int RUNS = 500;
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    @TempDir
    Path runs;

    @Test
    void list() throws IOException {
        Path sample = Path.of(System.getProperty("densepath.root"), "sample-data", "run");
        List<String> lines = Files.readAllLines(sample.resolve("events.jsonl"));
        String experiment = Files.readString(sample.resolve("experiment.json"));
        String step = lines.stream()
                .filter(l -> l.contains("\"step\":17,") && l.contains("dpr/return_mean"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < RUNS; i++) {
            RunFolder run = RunFolder.create(runs, LocalDate.of(2026, 1, 31), "run-" + i, experiment);
            Files.write(run.events(), lines);
        }
        measure("500 runs of the sample's 245 lines");
        for (Path run :
                new RunList(runs).scan().stream().map(RunSummary::folder).toList()) {
            Files.write(
                    run.resolve("events.jsonl"), java.util.Collections.nCopies(1000, step), StandardOpenOption.APPEND);
        }
        measure("500 runs of 1,245 lines");
    }

    private void measure(String what) throws IOException {
        RunList list = new RunList(runs);
        long bytes = 0;
        for (RunSummary run : list.scan()) {
            bytes += Files.size(run.folder().resolve("events.jsonl"));
        }
        for (int round = 0; round < 3; round++) {
            list = new RunList(runs);
            long start = System.nanoTime();
            long busy = CLOCK.getCurrentThreadCpuTime();
            list.scan();
            double first = (System.nanoTime() - start) / 1e6;
            double work = (CLOCK.getCurrentThreadCpuTime() - busy) / 1e6;
            start = System.nanoTime();
            list.scan();
            double again = (System.nanoTime() - start) / 1e6;
            System.out.printf(
                    Locale.ROOT,
                    "%s, %.0f MB: first look %.0f ms (processor %.0f ms), next %.0f ms%n",
                    what,
                    bytes / 1e6,
                    first,
                    work,
                    again);
        }
    }
}
