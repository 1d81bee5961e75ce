package org.densepath.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.densepath.BadInputException;
import org.densepath.bench.Benchmark;
import org.densepath.bench.BenchmarkPrompts;
import org.densepath.bench.gsm8k.Gsm8k;
import org.densepath.bench.ifeval.Ifeval;
import org.densepath.bench.task.SampleTasks;
import org.densepath.data.Prompt;

/// The benchmarks that need no judge, by name.
enum BenchmarkChoice {
    IFEVAL,
    GSM8K,
    TASKS;

    /// Throws [BadInputException] where there is none of that name.
    static BenchmarkChoice named(String name) {
        return Arrays.stream(values())
                .filter(choice -> choice.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> new BadInputException("There is no benchmark '" + name + "'; there are ifeval, gsm8k,"
                                + " tasks, mt-bench, arena-hard-v0.1, arena-hard-v2.0, alpaca-eval and lima."));
    }

    /// The benchmark on a file's first `limit` prompts, all where it is 0. Throws
    /// [org.densepath.BadInputException] where the file is another benchmark's.
    Benchmark open(Path file, int limit) {
        List<Prompt> prompts = BenchmarkPrompts.read(file, limit);
        return switch (this) {
            case IFEVAL -> new Ifeval(prompts, file);
            case GSM8K -> new Gsm8k(prompts, file);
            case TASKS -> new SampleTasks(prompts, file);
        };
    }
}
