package org.densepath.app.figures;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.densepath.paint.file.FigureFormat;

/// The system's own dialogs.
final class FileDialogs implements FileChoice {
    private final Supplier<Window> window;

    FileDialogs(Supplier<Window> window) {
        this.window = window;
    }

    @Override
    public Optional<Path> save(FigureFormat format, Optional<Path> folder, String name) {
        FileChooser chooser = chooser("Save as " + format.label(), folder);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(format.label(), "*." + format.extension()));
        return Optional.ofNullable(chooser.showSaveDialog(window.get()))
                .map(File::toPath)
                .map(file -> file.getFileName().toString().contains(".")
                        ? file
                        : file.resolveSibling(file.getFileName() + "." + format.extension()));
    }

    @Override
    public Optional<Path> open(Optional<Path> folder) {
        FileChooser chooser = chooser("Open an exported figure", folder);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(
                        "Figures",
                        Stream.of(FigureFormat.values())
                                .map(f -> "*." + f.extension())
                                .toList()));
        return Optional.ofNullable(chooser.showOpenDialog(window.get())).map(File::toPath);
    }

    private static FileChooser chooser(String title, Optional<Path> folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        folder.ifPresent(path -> chooser.setInitialDirectory(path.toFile()));
        return chooser;
    }
}
