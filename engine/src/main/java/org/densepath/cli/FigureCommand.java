package org.densepath.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.densepath.BadInputException;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.RunFigure;
import org.densepath.experiment.RunFigures;
import org.densepath.experiment.TheoryFigure;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.FigureFormat;
import org.densepath.paint.file.KeptFigure;
import org.densepath.paint.file.WriteRefused;
import org.densepath.run.RunFolder;
import org.densepath.run.RunStorageException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `densepath figure`: draw a run's figures again from its files, one figure again from its own file, or the
/// theory's.
@Command(
        name = "figure",
        description = "Draw a run's curves, heatmap and scores into its figures folder, or draw a figure's file again.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  densepath figure runs/2026-01-31-demo",
            "  densepath figure runs/2026-01-31-demo --format pdf,tex --width column -o paper/figures",
            "  densepath figure --from heatmap.png -o heatmap.pdf --width 84mm --theme paper",
            "  densepath figure --from heatmap.pdf",
            "  densepath figure --theory figures/bound"
        })
final class FigureCommand implements Callable<Integer> {
    private final Streams streams;

    @ArgGroup(multiplicity = "1")
    private What what;

    static final class What {
        @Parameters(paramLabel = "RUN", description = "The run's folder.")
        private Path run;

        @Option(
                names = "--from",
                paramLabel = "FILE",
                description = "A figure that was exported before, in any format. Without -o, tell what it shows and"
                        + " where it comes from.")
        private Path from;

        @Option(
                names = "--theory",
                paramLabel = "FILE",
                description = "Draw the dual contraction bound on a tabular process to FILE.png and FILE.svg.")
        private Path theory;
    }

    @Mixin
    private FigureOptions options;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT",
            description = "With RUN: the folder to draw into. With --from: the file, whose ending says the format.")
    private Path output;

    @Option(names = "--overwrite", description = "With --from: replace OUT if it exists.")
    private boolean overwrite;

    FigureCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        try {
            if (what.theory != null) {
                theory(what.theory.toAbsolutePath());
            } else if (what.from != null) {
                again(what.from);
            } else {
                run(RunFolder.open(what.run));
            }
        } catch (WriteRefused e) {
            throw new RunStorageException(e.getMessage(), e.whatToDo(), e);
        }
        return Failures.OK;
    }

    private void run(RunFolder folder) throws IOException {
        Path into = output == null ? folder.figures() : output;
        List<RunFigure> figures = RunFigures.of(
                folder,
                new ExperimentFile().with(folder.experiment().toString()).read());
        for (RunFigure figure : figures) {
            draw(into.resolve(figure.name()), RunFigures.kept(figure));
        }
    }

    private void theory(Path file) throws IOException {
        draw(file, RunFigures.kept(new RunFigure("theory", TheoryFigure.of(1), Map.of("figure", "dual contraction"))));
    }

    private void draw(Path name, KeptFigure kept) throws IOException {
        KeptFigure set = options.applied(kept);
        for (FigureFormat format : options.formats()) {
            Path file = name.resolveSibling(name.getFileName() + "." + format.extension());
            folder(file);
            FigureFile.replace(file, set, format);
            streams.out().println(file);
        }
    }

    private void again(Path from) throws IOException {
        KeptFigure kept = read(from);
        if (output == null) {
            streams.out().println("title: " + kept.figure().title());
            kept.provenance().forEach((key, value) -> streams.out().println(key + ": " + value));
            return;
        }
        if (Files.exists(output) && !overwrite) {
            throw new BadInputException(output + " exists already; choose another name or add --overwrite.");
        }
        FigureFormat format = FigureFormat.of(output);
        folder(output);
        FigureFile.replace(output, options.applied(kept), format);
        streams.out().println(output);
    }

    private static KeptFigure read(Path file) {
        try {
            return FigureFile.read(file);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private static void folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            throw RunStorageException.writing(parent, e);
        }
    }
}
