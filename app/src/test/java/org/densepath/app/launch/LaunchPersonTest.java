package org.densepath.app.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeWorker;
import org.densepath.experiment.ExperimentFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person fills the form of a new run, with a worker that has no engine.
@ExtendWith(ApplicationExtension.class)
class LaunchPersonTest {
    private Path home;
    private Workbench workbench;

    @Start
    void open(Stage stage) throws Exception {
        home = Files.createTempDirectory("densepath-launch");
        workbench = new Workbench(home, FakeWorker.class.getName(), List.of("-Dfake.pause=20"), Platform::runLater);
        workbench.appearance().appearance().subscribe(now -> Application.setUserAgentStylesheet(now.stylesheet()));
        stage.setScene(new Scene(workbench.view(), 1000, 900));
        stage.show();
        workbench.start();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void aWrongValueIsToldPutRightAndTheRunIsLaunched(FxRobot robot) throws Exception {
        robot.clickOn("#page-new-run");
        until(() -> text(robot, "#launch-obstacle").equals("Ready"));

        write(robot, "#set-seeds", "one");
        until(() -> text(robot, "#problem-seeds").equals("Must be a whole number, not 'one'."));
        assertTrue(robot.lookup("#launch-run").query().isDisabled());
        assertEquals("Correct first: Seeds.", text(robot, "#launch-obstacle"));

        write(robot, "#set-seeds", "1, 2");
        until(() -> text(robot, "#launch-obstacle").equals("Ready"));
        assertFalse(robot.lookup("#problem-seeds").query().isVisible());
        assertEquals("packaging/densepath run demo --set 'seeds=[1,2]'", text(robot, "#launch-command"));

        robot.clickOn("#launch-run");
        until(() -> workbench.navigator().page().get().equals("live"));
        until(() -> text(robot, "#phase").equals("Running"));
        until(() -> text(robot, "#phase").equals("Finished"));
    }

    @Test
    void filesAreLookedAtAsTheyAreChosen(FxRobot robot) throws Exception {
        robot.clickOn("#page-new-run");
        until(() -> robot.lookup(".launch-token-end").queryAll().size() == 2);
        until(() -> text(robot, "#overlap").equals("No prompt is both trained on and held out."));
        until(() -> text(robot, "#time-need").startsWith("about "));
        assertTrue(text(robot, "#memory-need").startsWith("about "));

        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("sample:demonstrations-tasks.jsonl");
            Clipboard.getSystemClipboard().setContent(content);
            workbench.launch().form().field("data.heldOut").text().set("");
            TextField field = robot.lookup("#set-data-heldOut").query();
            field.requestFocus();
            field.paste();
        });

        until(() -> text(robot, "#problem-data-heldOut").contains("also trained on"));
        assertTrue(text(robot, "#overlap").contains("both trained on and held out"));
    }

    @Test
    void theSettingsOfAnEarlierRunAreTakenOver(FxRobot robot) throws Exception {
        Path run = Files.createDirectories(home.resolve("runs").resolve("2026-01-31-mine"));
        Files.writeString(
                run.resolve("experiment.json"),
                ExperimentFile.text(new ExperimentFile()
                        .with("demo")
                        .set("dpr.steps=7")
                        .set("dpr.klForm=k3")
                        .read()));
        robot.clickOn("#page-new-run");
        robot.interact(() -> workbench.launch().duplicate(run.resolve("experiment.json")));

        assertEquals("7", text(robot, "#set-dpr-steps", TextField::getText));
        assertEquals(
                "2026-01-31-mine", robot.lookup("#duplicate").queryLabeled().getText());
        assertEquals("packaging/densepath run " + run.resolve("experiment.json"), text(robot, "#launch-command"));
    }

    @Test
    void presetsFillTheForm(FxRobot robot) throws Exception {
        robot.clickOn("#page-new-run");
        robot.clickOn("#preset-reward-hacking");
        until(() -> text(robot, "#set-dpr-klCoefficient", TextField::getText).equals("0"));

        robot.clickOn("#preset-smollm2-self-instruct");
        until(() -> text(robot, "#problem-model-path").equals("Must be chosen."));
        until(() -> text(robot, "#problem-data-demonstrations").equals("Must be chosen."));
    }

    private static void write(FxRobot robot, String field, String text) {
        robot.clickOn(field);
        robot.push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write(text);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    private static String text(FxRobot robot, String id) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private static String text(FxRobot robot, String id, java.util.function.Function<TextField, String> of) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> of.apply(robot.lookup(id).query()));
    }
}
