package org.densepath.cli;

import java.util.concurrent.Callable;
import org.densepath.bench.ifeval.IfevalVerdicts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What a benchmark's checker says of each answer.
@Command(
        name = "verify",
        description = {
            "Check each answer of a file, one JSON line a prompt, in the order of the prompts:",
            "{\"key\": ..., \"strict\": [bool...], \"loose\": [bool...]}, a value for each instruction.",
            "",
            "A row of the answers is {\"key\": the prompt's key, or \"prompt\": its text; \"response\" or \"text\":"
                    + " ...}."
        },
        footerHeading = "%nExamples:%n",
        footer = "  densepath bench verify ifeval --prompts ifeval.jsonl --answers answers.jsonl --output"
                + " verdicts.jsonl")
final class BenchVerifyCommand implements Callable<Integer> {
    /// The benchmarks whose answers are checked instruction by instruction.
    enum Verified {
        IFEVAL
    }

    private final Streams streams;

    @Parameters(paramLabel = "BENCH", description = "ifeval.")
    private Verified benchmark;

    @Mixin
    private PromptsOption prompts;

    @Mixin
    private AnswersOption answers;

    @Mixin
    private LineFile output;

    BenchVerifyCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        output.check();
        output.write(
                streams,
                switch (benchmark) {
                    case IFEVAL ->
                        IfevalVerdicts.of(prompts.file(), answers.file()).rows();
                });
        return Failures.OK;
    }
}
