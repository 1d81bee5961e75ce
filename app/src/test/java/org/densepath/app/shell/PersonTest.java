package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.task.FakeWorker;
import org.densepath.run.RunLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person before the window, with a worker that has no engine.
@ExtendWith(ApplicationExtension.class)
class PersonTest {
    private final Path home = temporary();
    private Stage stage;
    private Workbench workbench;

    @Start
    void open(Stage shown) {
        stage = shown;
        show("finish", 20);
    }

    /// Workers end as `end` says and take `pause` milliseconds a step.
    private void show(String end, int pause) {
        if (workbench != null) {
            workbench.close();
        }
        workbench = new Workbench(
                home,
                FakeWorker.class.getName(),
                List.of("-Dfake.end=" + end, "-Dfake.pause=" + pause),
                Platform::runLater);
        workbench.appearance().appearance().subscribe(now -> Application.setUserAgentStylesheet(now.stylesheet()));
        stage.setScene(new Scene(workbench.view(), 1000, 700));
        stage.show();
        workbench.start();
    }

    @AfterEach
    void close() throws Exception {
        workbench.close();
        try (Stream<Path> runs = Files.list(Files.createDirectories(home.resolve("runs")))) {
            runs.flatMap(run -> RunLock.holder(run.resolve("lock")).stream())
                    .forEach(holder -> ProcessHandle.of(holder.processId()).ifPresent(ProcessHandle::destroyForcibly));
        }
    }

    @Test
    void aDemoIsRunAndItsResultsAreShown(FxRobot robot) throws Exception {
        robot.clickOn("#run-demo");
        until(() -> text(robot, "#phase").equals("Running"));
        assertTrue(robot.lookup("#run-demo").queryButton().isDisabled());
        until(() -> text(robot, "#phase").equals("Finished"));

        assertEquals("Demo", text(robot, "#run-name"));
        assertFalse(workbench.run().panels().isEmpty());
        TableView<?> numbers = robot.lookup("#numbers").query();
        assertTrue(numbers.getItems().size() > 5);
        robot.clickOn("#page-scores");
        TableView<?> scores = robot.lookup("#scores").query();
        assertEquals(3, scores.getItems().size());
        robot.clickOn("#page-tokens");
        until(() -> text(robot, "#trace-step").equals("step 30"));
    }

    @Test
    void aRunIsStoppedKeptAndResumed(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> show("finish", 100)).get();
        robot.clickOn("#run-demo");
        until(() -> text(robot, "#sentence").startsWith("DPR, step"));
        robot.clickOn("#stop");
        until(() -> text(robot, "#phase").equals("Stopped and kept"));

        robot.clickOn("#resume");
        until(() -> text(robot, "#phase").equals("Running"));
        until(() -> text(robot, "#phase").equals("Finished"));
        assertFalse(robot.lookup("#resume").query().isVisible());
    }

    @Test
    void theDeathOfAWorkerIsNoticedAndResumedFrom(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> show("crash", 20)).get();
        robot.clickOn("#run-demo");
        until(() -> text(robot, "#phase").equals("Interrupted"));
        assertTrue(text(robot, "#sentence").contains("without a last word"));

        robot.clickOn("#resume");
        until(() -> text(robot, "#phase").equals("Finished"));
    }

    @Test
    void aFailureIsSaidInItsSentence(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> show("fail", 20)).get();
        robot.clickOn("#run-demo");
        until(() -> text(robot, "#phase").equals("Failed"));

        assertEquals("The loss is not finite at step 10. Lower dpr.learningRate.", text(robot, "#problem"));
    }

    @Test
    void aWorkerThatRefusesIsQuoted(FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> show("refuse", 20)).get();
        robot.clickOn("#run-demo");
        until(() -> text(robot, "#phase").equals("Failed"));

        assertTrue(text(robot, "#problem").startsWith("The folder sample-data was not found"));
        assertFalse(robot.lookup("#run-demo").queryButton().isDisabled());
    }

    @Test
    void responsesAndTokensAreReachedByKeyboard(FxRobot robot) throws Exception {
        robot.clickOn("#run-demo");
        robot.clickOn("#page-tokens");
        until(() -> text(robot, "#trace-step").equals("step 30"));
        robot.clickOn("#responses");
        robot.press(KeyCode.HOME).release(KeyCode.HOME);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        ListView<?> responses = robot.lookup("#responses").query();
        until(() -> responses.getSelectionModel().getSelectedIndex() == 1);
        assertEquals(
                "Reverse this list: cat, fig, pear",
                workbench.tokens().response().orElseThrow().prompt());

        robot.interact(() -> robot.lookup("#heatmap").query().requestFocus());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
        until(() -> text(robot, "#inspector").startsWith("Token 2 of 6"));

        ComboBox<?> layer = robot.lookup("#layer").query();
        robot.interact(layer::requestFocus);
        robot.press(KeyCode.DOWN).release(KeyCode.DOWN);
        until(() -> workbench.tokens().layer().get() != org.densepath.app.tokens.TokenLayer.REWARD);
    }

    @Test
    void thePointerReadsTheCurves(FxRobot robot) throws Exception {
        robot.clickOn("#run-demo");
        until(() -> text(robot, "#phase").equals("Finished"));
        until(() -> robot.lookup("#plot-dpr-entropy").tryQuery().isPresent());
        robot.moveTo("#plot-dpr-entropy");

        until(() -> WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup(".reading-where").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.getText().startsWith("step "))));
    }

    @Test
    void theCommandIsCopiedWhole(FxRobot robot) throws Exception {
        robot.clickOn("#copy-command");
        String copied = WaitForAsyncUtils.asyncFx(
                        () -> Clipboard.getSystemClipboard().getString())
                .get();

        assertTrue(copied.contains(" -classpath "), copied);
        assertTrue(copied.endsWith("demo --runs " + home.resolve("runs")), copied);
    }

    @Test
    void theAppearanceIsSwitched(FxRobot robot) {
        robot.clickOn("#appearance");

        assertEquals(Appearance.DARK, workbench.appearance().appearance().get());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, condition);
    }

    private static String text(FxRobot robot, String id) {
        // on the window's thread: between two of its acts, never amid one
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("densepath-person");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
