package org.densepath.app.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.densepath.BadInputException;
import org.densepath.app.task.Progress;
import org.densepath.experiment.ExperimentFile;
import org.densepath.experiment.RunFigure;
import org.densepath.experiment.RunFigures;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.KeptFigure;
import org.densepath.run.RunFolder;

/// The figures of a run: what can be drawn of it now, and what was exported into its folder before.
final class FigureListing {
    private FigureListing() {}

    /// Reads the run's files; for a background thread.
    static List<ListedFigure> of(Path run, Progress progress) {
        RunFolder folder = RunFolder.open(run);
        List<ListedFigure> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (RunFigure figure : RunFigures.of(
                folder,
                new ExperimentFile().with(folder.experiment().toString()).read())) {
            FigureOffer offer = new FigureOffer(figure.figure(), figure.provenance(), figure.name());
            all.add(new ListedFigure(offer, ListedFigure.Origin.RUN, Optional.empty()));
            names.add(figure.name());
        }
        for (Path file : files(folder.figures())) {
            if (progress.cancelled()) {
                break;
            }
            if (names.add(name(file))) {
                saved(file).ifPresent(all::add);
            }
        }
        return all;
    }

    /// An exported figure's file.
    ///
    /// @throws BadInputException when there is none in it
    static ListedFigure open(Path file, ListedFigure.Origin origin) throws IOException {
        KeptFigure kept = FigureFile.read(file);
        FigureOffer offer = new FigureOffer(FigureText.restored(kept), kept.provenance(), name(file));
        return new ListedFigure(offer, origin, Optional.of(kept.settings()));
    }

    private static Optional<ListedFigure> saved(Path file) {
        try {
            return Optional.of(open(file, ListedFigure.Origin.SAVED));
        } catch (IOException | BadInputException e) {
            // another program's picture: not ours to draw
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches("[^.].*\\.(png|svg|pdf|html|csv|tex)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
