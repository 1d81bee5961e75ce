package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The first start, with the sample run open.
@ExtendWith(ApplicationExtension.class)
class WelcomeTest {
    private Workbench workbench;

    @Start
    void open(Stage stage) throws Exception {
        Path home = Files.createTempDirectory("densepath-welcome");
        Path made;
        try (FakeRun run = FakeRun.create(home.resolve("made"), "demo")) {
            run.whole();
            made = run.folder().path();
        }
        Files.createDirectories(home.resolve("sample-data"));
        Files.move(made, home.resolve("sample-data").resolve("run"));
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        workbench = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
        stage.setScene(new Scene(workbench.view(), 1000, 700));
        stage.show();
        workbench.start();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aNewcomerMayLookAtTokensOrBeginARunOfTheirOwn(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#welcome").tryQuery().isPresent());
        robot.clickOn("#welcome-new-run");
        until(() -> workbench.navigator().page().get().equals(Pages.NEW_RUN));
        robot.interact(() -> workbench.navigator().show(Pages.LIVE));
        robot.clickOn("#welcome-tokens");
        until(() -> workbench.navigator().page().get().equals(Pages.TOKENS));
        robot.interact(() -> workbench.navigator().show(Pages.LIVE));
        robot.clickOn("#welcome-close");
        until(() -> robot.lookup("#welcome").tryQuery().isEmpty());
        assertTrue(workbench.preferences().flag("welcome.closed", false));
    }

    @Test
    void theShownResponseIsPutIntoAnEditorThatWasNotSeenBefore(FxRobot robot) throws Exception {
        until(() -> workbench.tokens().response().isPresent());
        robot.interact(() -> workbench.navigator().show(Pages.TOKENS));
        robot.clickOn("#edit");
        until(() -> workbench.navigator().page().get().equals(Pages.PAIR));
        WaitForAsyncUtils.waitForFxEvents();
        String answer =
                String.join("", workbench.tokens().response().orElseThrow().tokens());
        String edited = workbench.pair().answer().get();
        assertTrue(!edited.isBlank() && answer.contains(edited), edited);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
