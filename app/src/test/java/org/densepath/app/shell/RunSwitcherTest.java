package org.densepath.app.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.runs.RunRow;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
import org.densepath.run.Machine;
import org.densepath.run.Provenance;
import org.densepath.run.RunLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A finished run and one that is at work: the person goes from one to the other, and reads what is said of the
/// shown one.
@ExtendWith(ApplicationExtension.class)
class RunSwitcherTest {
    private Path home;
    private Path finished;
    private FakeRun working;
    private RunLock lock;
    private Workbench workbench;

    @Start
    void open(Stage stage) throws Exception {
        home = Files.createTempDirectory("densepath-switcher");
        try (FakeRun run = FakeRun.create(home.resolve("runs"), "older")) {
            finished = run.folder().path();
            provenance("cuda:0 NVIDIA H100", 8).write(run.folder().provenance());
            run.whole();
        }
        working = FakeRun.create(home.resolve("runs"), "worked-on");
        provenance("cpu", 2).write(working.folder().provenance());
        working.begin(17);
        lock = RunLock.acquire(working.folder().lock());
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        workbench = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
        stage.setScene(new Scene(workbench.view(), 1000, 700));
        stage.show();
        workbench.start();
    }

    @AfterEach
    void close() {
        workbench.close();
        lock.close();
        working.close();
    }

    @Test
    void anotherRunIsShownByKeyboardAndThePageStays(FxRobot robot) throws Exception {
        until(() -> shown().equals(Optional.of(working.folder().path())));
        robot.interact(() -> workbench.navigator().show(Pages.SCORES));
        until(() -> WaitForAsyncUtils.waitForAsyncFx(
                        5000, () -> workbench.library().recent("").size())
                == 2);
        robot.press(KeyCode.CONTROL, KeyCode.O).release(KeyCode.O, KeyCode.CONTROL);
        ListView<RunRow> found = robot.lookup("#runs-palette-found").query();
        until(() -> found.getItems().size() == 2);
        assertEquals(working.folder().path(), found.getItems().getFirst().folder(), "the one at work stands first");
        robot.write("finished");
        until(() -> found.getItems().size() == 1);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> shown().equals(Optional.of(finished)));
        assertEquals(Pages.SCORES, workbench.navigator().page().get());
        assertFalse(robot.lookup("#runs-palette-query").query().isFocused());
    }

    @Test
    void theStatusBarTellsOfTheShownRun(FxRobot robot) throws Exception {
        until(() -> text(robot, "#device").equals("cpu · 2 threads"));
        until(() -> text(robot, "#speed").equals("1,204 tokens/s"));
        until(() -> text(robot, "#worker").equals("Worker at work: Demo"));
        assertTrue(robot.lookup("#worker").query().isDisabled());

        robot.clickOn("#shown-run");
        robot.write("finished");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> text(robot, "#device").equals("cuda:0 NVIDIA H100 · 8 threads"));
        until(() -> text(robot, "#speed").isEmpty());
        robot.clickOn("#worker");
        until(() -> shown().equals(Optional.of(working.folder().path())));
    }

    @Test
    void anotherRunIsLaidOverTheCurvesAndTakenAway(FxRobot robot) throws Exception {
        until(() -> shown().equals(Optional.of(working.folder().path())));
        for (List<Path> laid : List.of(List.of(finished), List.<Path>of())) {
            robot.clickOn("#overlay-run");
            ListView<RunRow> found = robot.lookup("#overlays-palette-found").query();
            until(() -> found.getItems().size() == 1);
            robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
            until(() -> workbench.live().overlaid().equals(laid));
        }
        assertEquals(Optional.of(working.folder().path()), shown());
    }

    private Optional<Path> shown() {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> workbench.run().run().get().folder());
    }

    private static Provenance provenance(String device, int threads) {
        Provenance.Place place =
                new Provenance.Place(Instant.EPOCH, device, threads, new Machine("Linux", "EPYC", threads));
        return new Provenance(Map.of(), place, List.of(1), List.of(), "model", "", List.of());
    }

    private static String text(FxRobot robot, String id) {
        return WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> robot.lookup(id).queryAs(Labeled.class).getText());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
    }
}
