package org.densepath.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.run.RunStorageException;
import org.densepath.train.DivergedException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// How a command that could not do its work ends: one sentence on the error stream and an exit code.
final class Failures {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int BAD_INPUT = 2;

    private final Streams streams;
    private final BooleanSupplier stacktrace;

    Failures(Streams streams, BooleanSupplier stacktrace) {
        this.streams = streams;
        this.stacktrace = stacktrace;
    }

    /// Arguments that are not understood.
    int usage(ParameterException e, String[] arguments) {
        PrintStream err = streams.err();
        err.println(notNamed(e).map(Failures::sentence).orElse(e.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(e, err)) {
            err.println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return BAD_INPUT;
    }

    /// What a command threw.
    int execution(Exception e, CommandLine command, ParseResult arguments) {
        streams.out().flush();
        boolean traced = stacktrace.getAsBoolean();
        streams.err().println(sentence(e, traced ? "" : " (--stacktrace tells where)"));
        if (traced) {
            e.printStackTrace(streams.err());
        }
        return e instanceof BadInputException || e instanceof InvalidPathException ? BAD_INPUT : FAILED;
    }

    /// What to tell a person; `where` ends the sentence about a failure that nobody foresaw.
    static String sentence(Throwable e, String where) {
        return switch (e) {
            case BadInputException bad -> bad.getMessage();
            case DivergedException diverged -> diverged.getMessage();
            case InvalidPathException path -> sentence(path);
            case RunStorageException storage -> storage.getMessage() + " " + storage.whatToDo();
            default -> internal(e, where);
        };
    }

    private static Optional<InvalidPathException> notNamed(Throwable e) {
        return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
                .filter(InvalidPathException.class::isInstance)
                .map(InvalidPathException.class::cast)
                .findFirst();
    }

    private static String sentence(InvalidPathException e) {
        return "'" + e.getInput() + "' is no path here (" + e.getReason()
                + "); where it holds other letters than English ones, set LC_ALL=C.UTF-8 and try again.";
    }

    private static String internal(Throwable e, String where) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return reason.contains("out of memory")
                ? "The device's memory was not enough (" + reason + "): use shorter rows, --precision bfloat16 or"
                        + " --device cpu."
                : "This failed within the program: " + e.getClass().getSimpleName() + ": " + reason + where + ".";
    }
}
