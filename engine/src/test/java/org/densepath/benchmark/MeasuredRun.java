package org.densepath.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One run of a workload: the lines that it measured, its seconds from start to end, and how much of the machine
/// others used meanwhile (1: one core), which says whether its times are to be trusted.
record MeasuredRun(List<Measurement> lines, double seconds, double loadOfOthers) {
    private static final double TICKS_PER_SECOND = 100;

    static MeasuredRun of(Workload workload) throws InterruptedException {
        double busy = busySeconds();
        double own = ownSeconds();
        long start = System.nanoTime();
        List<Measurement> lines = new ArrayList<>();
        List<String> said = new ArrayList<>();
        try {
            ProcessBuilder builder = new ProcessBuilder(workload.command()).redirectErrorStream(true);
            builder.environment().put("THREADS", String.valueOf(Workload.THREADS));
            builder.environment().put("OMP_NUM_THREADS", String.valueOf(Workload.THREADS));
            builder.environment().put("OMP_WAIT_POLICY", "PASSIVE");
            Process process = builder.start();
            try (BufferedReader out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    said.add(line);
                    Measurement.parse(line).ifPresent(lines::add);
                }
            }
            if (process.waitFor() != 0 || lines.isEmpty()) {
                throw new IllegalStateException(
                        String.join(" ", workload.command()) + " failed:\n" + String.join("\n", said));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double others = (busySeconds() - busy - (ownSeconds() - own)) / seconds;
        return new MeasuredRun(lines, seconds, Math.max(0, others));
    }

    /// A figure of the last line.
    double last(String figure) {
        return lines.getLast().get(figure);
    }

    /// Seconds that all cores together have worked since the machine started, by Linux's count; NaN elsewhere.
    private static double busySeconds() {
        String[] fields = firstLine("/proc/stat").split("\\s+");
        // user, nice, system; idle and waiting follow
        return fields.length < 4 ? Double.NaN : ticks(fields, 1, 2, 3);
    }

    /// Seconds that this process and its ended children have worked.
    private static double ownSeconds() {
        String line = firstLine("/proc/self/stat");
        String[] fields = line.substring(line.lastIndexOf(')') + 1).split("\\s+");
        return fields.length < 16 ? Double.NaN : ticks(fields, 12, 13, 14, 15);
    }

    private static double ticks(String[] fields, int... chosen) {
        double sum = 0;
        for (int i : chosen) {
            sum += Double.parseDouble(fields[i]);
        }
        return sum / TICKS_PER_SECOND;
    }

    private static String firstLine(String file) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
