package org.densepath.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints a script that completes commands and options in bash and zsh.
@Command(
        name = "completion",
        description = "Print a script that completes commands and options in bash and zsh.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  source <(densepath completion)",
            "  densepath completion > ~/.local/share/bash-completion/densepath"
        })
final class CompletionCommand implements Runnable {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    CompletionCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void run() {
        streams.out().print(AutoComplete.bash("densepath", spec.root().commandLine()));
        streams.out().flush();
    }
}
