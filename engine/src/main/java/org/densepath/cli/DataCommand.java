package org.densepath.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The commands that work on data alone.
@Command(
        name = "data",
        description = "Look at data files, convert them, tokenise texts, render chat templates.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath data check demonstrations.jsonl",
            "  densepath data tokenize --model model.gguf < texts.jsonl"
        })
final class DataCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: " + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
