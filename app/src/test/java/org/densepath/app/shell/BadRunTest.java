package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densepath.app.live.Curve;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Runs whose files are not whole: a sentence where it concerns, and the rest of the window works.
@ExtendWith(ApplicationExtension.class)
class BadRunTest {
    private static final int STEPS = 17;

    @TempDir
    Path home;

    private Stage stage;
    private Workbench workbench;

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            stage.close();
            workbench.close();
        });
    }

    @Test
    void ofATornEventsFileEveryWholeLineIsShown(FxRobot robot) throws Exception {
        Path run = interrupted();
        append(run, "{\"schemaVersion\":1,\"sequence\":999,\"ti");
        open();

        until(() -> text(robot, "#phase").equals("Interrupted"));
        assertEquals(STEPS, rewards().size());
        theRestWorks(robot);
    }

    @Test
    void ofARunFromANewerVersionTheRestIsShown(FxRobot robot) throws Exception {
        Path run = interrupted();
        append(run, """
            {"schema_version":99,"sequence":999,"time":"2026-01-31T12:00:00Z","type":"SomethingNew","what":1}
            """);
        open();

        until(() -> text(robot, "#phase").equals("Interrupted"));
        assertEquals(STEPS, rewards().size());
        theRestWorks(robot);
    }

    @Test
    void aTraceThatIsHalfWrittenIsNamedInPlaceOfItsTokens(FxRobot robot) throws Exception {
        Path run = interrupted();
        Path trace = run.resolve("arms/dpr/seed-1/rollouts/000017.parquet");
        byte[] whole = Files.readAllBytes(trace);
        Files.write(trace, Arrays.copyOf(whole, whole.length / 2));
        open();

        robot.clickOn("#page-tokens");
        until(() -> text(robot, "#tokens-empty").contains("000017.parquet"));
        robot.clickOn("#page-live");
        until(() -> text(robot, "#phase").equals("Interrupted"));
        assertEquals(STEPS, rewards().size());
    }

    @Test
    void aModelThatIsGoneIsSaidBeforeTheLaunch(FxRobot robot) throws Exception {
        interrupted();
        open();
        robot.clickOn("#page-new-run");
        String gone = home.resolve("models/gone").toString();
        robot.interact(() -> ((TextField) robot.lookup("#set-model-path").query()).setText(gone));

        // the obstacle names the setting, the sentence stands beside it
        until(() -> text(robot, "#launch-obstacle").contains("odel"));
        until(() -> text(robot, "#problem-model-path").contains(gone));
        assertTrue(robot.lookup("#launch-run").query().isDisabled());
        theRestWorks(robot);
    }

    @Test
    void snapshotsThatAreGoneAreSaidAndTheTraceIsShown(FxRobot robot) throws Exception {
        interrupted();
        open();
        robot.clickOn("#page-tokens");
        until(() -> text(robot, "#trace-step").equals("step " + STEPS));
        robot.interact(() -> robot.lookup("#heatmap").query().requestFocus());
        robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);

        until(() -> text(robot, "#inspector").startsWith("Token 1 of"));
        until(() -> text(robot, "#inspector-problem")
                .equals("The run keeps neither π_SFT nor π_ref, so that no model can be asked about this token."));
        robot.clickOn("#page-pair");
        until(() -> workbench.navigator().page().get().equals("pair"));
        robot.clickOn("#pair-answer").write("17");
        robot.clickOn("#pair-score");
        until(() -> !text(robot, "#pair-problem").isEmpty());
        theRestWorks(robot);
    }

    private void theRestWorks(FxRobot robot) throws Exception {
        robot.clickOn("#page-tokens");
        until(() -> text(robot, "#trace-step").equals("step " + STEPS));
        robot.clickOn("#page-runs");
        until(() -> workbench.navigator().page().get().equals("runs"));
    }

    private Curve rewards() {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> workbench.run().run().get().curves().stream()
                .filter(curve -> curve.key().metric().equals("dpr/reward_mean"))
                .findFirst()
                .orElseThrow());
    }

    private Path interrupted() {
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "demo")) {
            run.begin(STEPS);
            return run.folder().path();
        }
    }

    private static void append(Path run, String text) throws Exception {
        Files.writeString(run.resolve("events.jsonl"), text, StandardOpenOption.APPEND);
    }

    private void open() {
        WaitForAsyncUtils.waitForAsyncFx(30_000, () -> {
            workbench = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
            workbench.appearance().appearance().subscribe(now -> Application.setUserAgentStylesheet(now.stylesheet()));
            stage = new Stage();
            stage.setScene(new Scene(workbench.view(), 1000, 700));
            stage.show();
            workbench.start();
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private static String text(FxRobot robot, String id) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup(id).queryAs(Label.class).getText());
    }
}
