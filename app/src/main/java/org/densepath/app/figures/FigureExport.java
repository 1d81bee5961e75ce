package org.densepath.app.figures;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.densepath.app.settings.Preferences;
import org.densepath.app.task.FileBrowser;
import org.densepath.app.task.Notices;
import org.densepath.app.task.Progress;
import org.densepath.app.task.Tasks;
import org.densepath.app.task.Work;
import org.densepath.paint.file.FigureFile;
import org.densepath.paint.file.FigureFormat;
import org.densepath.paint.file.KeptFigure;
import org.densepath.paint.file.WriteRefused;
import org.densepath.run.RunStorageException;

/// Writes figures to files and to the clipboard, in the background, and tells where they are.
final class FigureExport {
    private static final String FOLDER = "figures.folder";

    private final FiguresViewModel model;
    private final Tasks tasks;
    private final Notices notices;
    private final Preferences preferences;
    private final FileChoice choice;

    FigureExport(FiguresViewModel model, Tasks tasks, Notices notices, Preferences preferences, FileChoice choice) {
        this.model = model;
        this.tasks = tasks;
        this.notices = notices;
        this.preferences = preferences;
        this.choice = choice;
    }

    /// Asks for a place and writes the chosen figure there.
    void save(FigureFormat format) {
        KeptFigure figure = model.result().get();
        if (figure == null) {
            return;
        }
        String name = model.chosen().get().offer().suggestedName() + "." + format.extension();
        choice.save(format, folder(), name).ifPresent(file -> {
            preferences.put(FOLDER, file.toAbsolutePath().getParent());
            // the person was asked before a file is replaced, by the system's own dialog
            Work<Path> write = _ -> {
                refusing(() -> FigureFile.replace(file, figure, format));
                return file;
            };
            tasks.run(
                    "Write " + file.getFileName(),
                    write,
                    done -> notices.say("Saved to " + done + ".", "Show in folder", () -> reveal(done)),
                    notices::problem);
        });
    }

    /// Writes all figures of the run into its own folder, over older ones.
    void saveAll(Set<FigureFormat> formats) {
        Path run = model.run().get();
        List<ListedFigure> listed = model.figures().stream()
                .filter(f -> f.origin() == ListedFigure.Origin.RUN)
                .toList();
        if (run == null || listed.isEmpty()) {
            return;
        }
        Path folder = run.resolve("figures");
        List<KeptFigure> set = listed.stream().map(model::set).toList();
        tasks.run(
                "Write all figures",
                progress -> writeAll(folder, listed, set, formats, progress),
                files -> notices.say(
                        files.size() + " files are in " + folder + ".", "Show in folder", () -> reveal(folder)),
                notices::problem);
    }

    private static List<Path> writeAll(
            Path folder, List<ListedFigure> listed, List<KeptFigure> set, Set<FigureFormat> formats, Progress progress)
            throws IOException {
        List<Path> files = new ArrayList<>();
        refusing(() -> Files.createDirectories(folder));
        for (int i = 0; i < listed.size(); i++) {
            for (FigureFormat format : formats) {
                if (progress.cancelled()) {
                    return files;
                }
                Path file = folder.resolve(listed.get(i).offer().suggestedName() + "." + format.extension());
                KeptFigure figure = set.get(i);
                refusing(() -> FigureFile.replace(file, figure, format));
                files.add(file);
                progress.of(files.size(), (long) listed.size() * formats.size());
            }
        }
        return files;
    }

    /// Puts the chosen figure on the clipboard as a picture.
    void copyPicture() {
        KeptFigure figure = model.result().get();
        if (figure != null) {
            tasks.run(
                    "Copy the picture",
                    _ -> FigureFile.bytes(figure, FigureFormat.PNG),
                    png -> {
                        ClipboardContent content = new ClipboardContent();
                        content.putImage(new Image(new ByteArrayInputStream(png)));
                        Clipboard.getSystemClipboard().setContent(content);
                        notices.say("The picture is on the clipboard.");
                    },
                    notices::problem);
        }
    }

    /// Puts the chosen figure's LaTeX source on the clipboard.
    void copyLatex() {
        KeptFigure figure = model.result().get();
        if (figure != null) {
            tasks.run(
                    "Copy the LaTeX source",
                    _ -> new String(FigureFile.bytes(figure, FigureFormat.TEX), StandardCharsets.UTF_8),
                    source -> copy(source, "The LaTeX source is on the clipboard."),
                    notices::problem);
        }
    }

    void copyCaption() {
        copy(model.caption.get(), "The caption is on the clipboard.");
    }

    /// Asks for an exported figure's file and lists it.
    void open() {
        choice.open(folder())
                .ifPresent(file -> tasks.run(
                        "Open " + file.getFileName(),
                        _ -> FigureListing.open(file, ListedFigure.Origin.OPENED),
                        model::add,
                        notices::problem));
    }

    private void reveal(Path path) {
        Work<Path> show = _ -> {
            FileBrowser.reveal(path);
            return path;
        };
        tasks.run("Show in folder", show, _ -> {}, notices::problem);
    }

    private void copy(String text, String said) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        notices.say(said);
    }

    private Optional<Path> folder() {
        return preferences
                .text(FOLDER)
                .map(Path::of)
                .filter(Files::isDirectory)
                .or(() -> Optional.ofNullable(model.run().get()));
    }

    /// A step of writing.
    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    private static void refusing(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (WriteRefused e) {
            throw new RunStorageException(e.getMessage(), e.whatToDo(), e);
        }
    }
}
