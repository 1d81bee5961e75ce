package org.densepath.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.densepath.experiment.RunFigure;
import org.densepath.experiment.RunFigures;
import org.densepath.paint.Figure;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.FigureFormat;
import org.densepath.paint.file.KeptFigure;
import org.densepath.run.RunStorageException;

/// The figures that a benchmark leaves in a folder, set as the options say.
record BenchFigures(FigureOptions options, Path folder, Map<String, String> provenance) {
    /// Draws over an older one, in each format that is asked for.
    void draw(String name, Figure figure) throws IOException {
        KeptFigure kept = options.applied(RunFigures.kept(new RunFigure(name, figure, provenance)));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw RunStorageException.writing(folder, e);
        }
        for (FigureFormat format : options.formats()) {
            FigureFile.replace(folder.resolve(name + "." + format.extension()), kept, format);
        }
    }
}
