package org.densepath.app.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.WorkerCommand;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A window on a home, with real workers, that a person has opened at the page of answers.
final class BenchWindow implements AutoCloseable {
    private final FxRobot robot;
    private final Workbench workbench;

    BenchWindow(Path home, Stage stage, FxRobot robot) throws Exception {
        this.robot = robot;
        workbench = onWindow(() -> {
            Workbench made = new Workbench(home, WorkerCommand.MAIN, List.of(), Platform::runLater);
            Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
            stage.setScene(new Scene(made.view(), 1000, 800));
            stage.show();
            made.start();
            return made;
        });
        until(() -> workbench.run().run().get().folder().isPresent());
        robot.clickOn("#page-answers");
    }

    Workbench workbench() {
        return workbench;
    }

    String text(String id) {
        return onWindow(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    /// What a person hears of a node; nothing while it is not there.
    String heard(String id) {
        return onWindow(
                () -> robot.lookup(id).tryQuery().map(Node::getAccessibleText).orElse(""));
    }

    boolean isThere(String id) {
        return robot.lookup(id).tryQuery().isPresent();
    }

    void untilOn(String page) throws Exception {
        until(() -> workbench.navigator().page().get().equals(page));
    }

    static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }

    static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    @Override
    public void close() {
        onWindow(() -> {
            workbench.close();
            return null;
        });
    }
}
