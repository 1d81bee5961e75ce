package org.densepath.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.RunFigures;
import org.densepath.experiment.TheoryFigure;
import org.densepath.paint.FigureFile;
import org.densepath.paint.FigureFormat;
import org.densepath.paint.FigureSize;
import org.densepath.paint.Theme;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath figure`: draw a run's figures again from its files, or the theory's.
@Command(
        name = "figure",
        description = "Draw a run's curves, heatmap and scores as PNG and SVG into its figures folder.",
        footerHeading = "%nExamples:%n",
        footer = {"  densepath figure runs/2026-01-31-demo", "  densepath figure --theory figures/bound"})
final class FigureCommand implements Callable<Integer> {
    private static final FigureSize SIZE = FigureSize.millimetres(170, 200);

    private final Streams streams;

    @ArgGroup(multiplicity = "1")
    private What what;

    static final class What {
        @Parameters(paramLabel = "RUN", description = "The run's folder.")
        private Path run;

        @Option(
                names = "--theory",
                paramLabel = "FILE",
                description = "Draw the dual contraction bound on a tabular process to FILE.png and FILE.svg.")
        private Path theory;
    }

    FigureCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (what.theory != null) {
            theory(what.theory.toAbsolutePath());
        } else {
            RunFolder folder = RunFolder.open(what.run);
            RunFigures.write(
                            folder,
                            new ExperimentFile()
                                    .with(folder.experiment().toString())
                                    .read())
                    .forEach(file -> streams.out().println(file));
        }
        return Failures.OK;
    }

    private void theory(Path file) {
        for (FigureFormat format : FigureFormat.values()) {
            Path to =
                    file.resolveSibling(file.getFileName() + "." + format.name().toLowerCase(java.util.Locale.ROOT));
            try {
                Files.createDirectories(to.getParent());
                FigureFile.replace(
                        to, TheoryFigure.of(1), format, SIZE, Theme.PAPER, "{\"figure\":\"dual contraction\"}");
            } catch (IOException e) {
                throw RunStorageException.writing(to, e);
            }
            streams.out().println(to);
        }
    }
}
