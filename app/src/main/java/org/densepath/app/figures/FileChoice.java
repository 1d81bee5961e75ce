package org.densepath.app.figures;

import java.nio.file.Path;
import java.util.Optional;
import org.densepath.paint.file.FigureFormat;

/// Asks the person for a file.
interface FileChoice {
    /// Where to write; empty when the person thought better of it.
    Optional<Path> save(FigureFormat format, Optional<Path> folder, String name);

    /// An exported figure to read.
    Optional<Path> open(Optional<Path> folder);
}
