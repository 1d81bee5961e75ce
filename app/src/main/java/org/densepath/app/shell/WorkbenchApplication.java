package org.densepath.app.shell;

import java.util.List;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.densepath.app.task.WorkerCommand;

/// The window.
public final class WorkbenchApplication extends Application {
    private Workbench workbench;

    @Override
    public void start(Stage stage) {
        workbench = new Workbench(Home.folder(), WorkerCommand.MAIN, List.of(), Platform::runLater);
        workbench.appearance().appearance().subscribe(now -> setUserAgentStylesheet(now.stylesheet()));
        workbench.appearance().follow(Platform.getPreferences().colorSchemeProperty());
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(
                new Scene(workbench.view(), Math.min(1280, screen.getWidth()), Math.min(800, screen.getHeight())));
        stage.setTitle("DensePath Workbench");
        stage.setMinWidth(Math.min(1000, screen.getWidth()));
        stage.setMinHeight(Math.min(700, screen.getHeight()));
        stage.show();
        workbench.start(new FirstPicture(stage.getScene()));
        GivenRun.open(getParameters().getUnnamed(), workbench);
    }

    @Override
    public void stop() {
        workbench.close();
    }
}
