package org.densepath.app.pair;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.WorkerCommand;

/// A window on the sample run, with real workers, in a home of its own.
final class SampleWindow {
    private static final Path ROOT =
            Path.of(System.getProperty("densepath.root", "..")).toAbsolutePath().normalize();

    private SampleWindow() {}

    static Workbench in(Path home) throws IOException {
        if (!Files.exists(home.resolve("sample-data"))) {
            Files.createSymbolicLink(home.resolve("sample-data"), ROOT.resolve("sample-data"));
        }
        return new Workbench(home, WorkerCommand.MAIN, List.of(), Platform::runLater);
    }
}
