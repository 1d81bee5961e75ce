package org.densepath.app.shell;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densepath.app.task.FakeWorker;

/// A window in a process of its own, which starts the demo at once: there to be killed.
final class OpenWindow {
    private OpenWindow() {}

    /// @param arguments the home folder
    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Workbench workbench = new Workbench(
                    Path.of(arguments[0]), FakeWorker.class.getName(), List.of("-Dfake.pause=400"), Platform::runLater);
            Stage stage = new Stage();
            stage.setScene(new Scene(workbench.view(), 1000, 700));
            stage.show();
            workbench.start();
            workbench.run().startDemo();
        });
    }
}
