package org.densepath.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// Repeated runs of one workload.
final class Series {
    private final String name;
    private final Workload workload;
    private final List<MeasuredRun> runs = new ArrayList<>();

    Series(String name, Workload workload) {
        this.name = name;
        this.workload = workload;
    }

    /// Runs the workload once more and prints what it measured.
    void run() throws InterruptedException {
        MeasuredRun run = MeasuredRun.of(workload);
        runs.add(run);
        for (Measurement line : run.lines()) {
            System.out.printf(
                    Locale.ROOT,
                    "%s: %s; %.1f s in all, others used %.2f cores%n",
                    name,
                    line.figures(),
                    run.seconds(),
                    run.loadOfOthers());
        }
    }

    String name() {
        return name;
    }

    double median(ToDoubleFunction<MeasuredRun> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The most that others used of the machine during a run, in cores.
    double loadOfOthers() {
        return runs.stream().mapToDouble(MeasuredRun::loadOfOthers).max().orElse(Double.NaN);
    }
}
