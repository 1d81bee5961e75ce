package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densepath.app.action.Action;
import org.densepath.app.paint.Appearance;
import org.densepath.app.task.FakeWorker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The frame of the window, as a person uses it.
@ExtendWith(ApplicationExtension.class)
class ShellTest {
    private Path home;
    private Workbench workbench;
    private Stage stage;

    @Start
    void open(Stage shown) throws Exception {
        stage = shown;
        home = Files.createTempDirectory("densepath-shell");
        show();
    }

    private void show() {
        workbench = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
        workbench.appearance().appearance().subscribe(now -> Application.setUserAgentStylesheet(now.stylesheet()));
        stage.setScene(new Scene(workbench.view(), 1000, 700));
        stage.show();
        workbench.start();
    }

    @AfterEach
    void close() {
        workbench.close();
    }

    @Test
    void anActionIsFoundByAFewLettersAndRun(FxRobot robot) throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        until(() -> visible(robot, "#palette-query"));
        robot.write("light dark");
        until(() ->
                robot.lookup("#palette-found").<ListView<?>>query().getItems().size() == 1);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> workbench.appearance().appearance().get() == Appearance.DARK);
        assertFalse(visible(robot, "#palette-query"));
    }

    @Test
    void aPyTorchThatIsPutIntoTheSettingsIsLookedAtAndKept(FxRobot robot) throws Exception {
        robot.interact(() -> workbench.navigator().show("settings"));
        until(() -> visible(robot, "#torch-path"));
        robot.interact(() -> robot.lookup("#torch-path").<TextField>query().setText(home.toString()));
        String said = robot.lookup("#torch-found").<Label>query().getText();
        assertTrue(said.startsWith("There is no PyTorch at " + home), said);
        assertEquals(Optional.of(home.toString()), workbench.preferences().text("torch.path"));
    }

    @Test
    void thePaletteIsLeftWithEscape(FxRobot robot) throws Exception {
        robot.clickOn("#open-palette");
        until(() -> visible(robot, "#palette-query"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        until(() -> !visible(robot, "#palette-query"));
    }

    @Test
    void everyFeatureOffersItsActions() {
        List<String> ids = workbench.actions().all().stream().map(Action::id).toList();
        for (String feature :
                List.of("go", "window", "run", "runs", "launch", "live", "tokens", "inspect", "rollouts", "figure")) {
            assertTrue(ids.stream().anyMatch(id -> id.startsWith(feature + ".")), feature + " among " + ids);
        }
    }

    @Test
    void pagesAreReachedByTheRailAndByKeys(FxRobot robot) throws Exception {
        robot.clickOn("#page-scores");
        until(() -> workbench.navigator().page().get().equals("scores"));
        robot.press(KeyCode.F1).release(KeyCode.F1);
        until(() -> visible(robot, "#shortcuts"));
        robot.clickOn("#page-scores");
        robot.clickOn("#help");
        until(() -> visible(robot, "#shortcuts"));
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        until(() -> !visible(robot, "#shortcuts"));
    }

    @Test
    void theColoursThatWereChosenAreThereAgain(FxRobot robot) throws Exception {
        robot.clickOn("#appearance");
        assertEquals(Appearance.DARK, workbench.appearance().appearance().get());
        WaitForAsyncUtils.asyncFx(() -> {
                    workbench.close();
                    show();
                })
                .get();
        assertEquals(Appearance.DARK, workbench.appearance().appearance().get());
    }

    @Test
    void workIsShownAndCanBeCancelled(FxRobot robot) throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean told = new AtomicBoolean();
        robot.interact(() -> workbench
                .tasks()
                .run(
                        "Counts slowly",
                        progress -> {
                            for (int i = 0; !progress.cancelled(); i++) {
                                progress.of(i % 100, 100);
                                Thread.sleep(5);
                            }
                            ended.countDown();
                            return 1;
                        },
                        _ -> told.set(true),
                        _ -> told.set(true)));
        robot.clickOn("#cancel-task");
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        until(() -> workbench.tasks().running().isEmpty());
        assertFalse(told.get());
    }

    @Test
    void aNoticeIsReadAndItsOfferTaken(FxRobot robot) throws Exception {
        AtomicBoolean undone = new AtomicBoolean();
        robot.interact(() -> workbench.notices().say("The run is in the trash.", "Undo", () -> undone.set(true)));
        until(() -> robot.lookup("Undo").tryQuery().isPresent());
        WaitForAsyncUtils.sleep(700, TimeUnit.MILLISECONDS);
        robot.clickOn("Undo");
        until(undone::get);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }

    private static boolean visible(FxRobot robot, String id) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Optional<Node> node = robot.lookup(id).tryQuery();
            if (node.isEmpty()) {
                return false;
            }
            for (Node at = node.get(); at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }
}
