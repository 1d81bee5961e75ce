package org.densepath.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The commands that measure a model's answers.
@Command(
        name = "bench",
        description = "Benchmarks: answer their prompts with a model, verify, judge and score the answers.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath bench run tasks --model RUN:dpr --prompts sample-data/test.jsonl",
            "  densepath bench score gsm8k --prompts gsm8k_test.jsonl --answers answers.jsonl",
            "  densepath bench verify ifeval --prompts ifeval.jsonl --answers answers.jsonl --output verdicts.jsonl",
            "  densepath bench judge --help"
        })
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
