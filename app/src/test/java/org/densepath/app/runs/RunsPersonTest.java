package org.densepath.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
import org.densepath.run.Control;
import org.densepath.run.Event;
import org.densepath.run.RunLock;
import org.densepath.run.RunNotes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person before the library of runs.
@ExtendWith(ApplicationExtension.class)
class RunsPersonTest {
    private final Path home = temporary();
    private final Path runs = home.resolve("runs");
    private final String userHome = System.getProperty("user.home");
    private Stage stage;
    private Workbench workbench;

    @Start
    void open(Stage shown) {
        // the trash of this test's own user
        System.setProperty("user.home", home.toString());
        finished("kl-low", "{\"model\":{\"path\":\"small\"},\"arms\":[\"dpr\"],\"dpr\":{\"klCoefficient\":0.1}}");
        finished("kl-high", "{\"model\":{\"path\":\"small\"},\"arms\":[\"dpr\"],\"dpr\":{\"klCoefficient\":2.0}}");
        stage = shown;
        show();
    }

    private void show() {
        if (workbench != null) {
            workbench.close();
        }
        workbench = new Workbench(home, FakeWorker.class.getName(), List.of("-Dfake.pause=30"), Platform::runLater);
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        workbench.navigator().show("runs");
        stage.setScene(new Scene(workbench.view(), 1000, 700));
        stage.show();
        workbench.start();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> workbench.close());
        System.setProperty("user.home", userHome);
    }

    @Test
    void aRunIsFoundByItsWords(FxRobot robot) throws Exception {
        listed(2);
        type(robot, "#runs-search", "KL-HIGH finished");
        listed(1);
        assertEquals("1 of 2", text(robot, "#runs-count"));
        type(robot, "#runs-search", " nowhere");
        listed(0);
        assertTrue(text(robot, "#no-runs").startsWith("No run has all these words"));
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        listed(2);
    }

    @Test
    void aTagAndANoteOutliveTheWindow(FxRobot robot) throws Exception {
        choose(robot, "kl-low");
        type(robot, "#new-tag", "paper\n");
        type(robot, "#note", "Too far from SFT.");
        // the display hands the last letters over a little later
        until(() -> robot.lookup("#note").queryAs(TextArea.class).getText().endsWith("."));
        WaitForAsyncUtils.waitForAsyncFx(10_000, this::show);
        listed(2);
        type(robot, "#runs-search", "paper far");
        listed(1);
        choose(robot, "kl-low");

        assertEquals(
                "Too far from SFT.",
                fx(() -> robot.lookup("#note").queryAs(TextArea.class).getText()));
        assertEquals(new RunNotes(List.of("paper"), "Too far from SFT."), RunNotes.read(folder("kl-low")));
    }

    @Test
    void aRunGoesToTheTrashAndIsTakenBack(FxRobot robot) throws Exception {
        choose(robot, "kl-low");
        press(robot, "#run-trash");
        listed(1);
        assertFalse(Files.exists(folder("kl-low")));
        until(() -> fx(() -> button("Undo") != null));
        robot.interact(() -> button("Undo").fire());
        listed(2);
        assertTrue(Files.exists(folder("kl-low").resolve("events.jsonl")));
    }

    @Test
    void twoRunsAreCompared(FxRobot robot) throws Exception {
        listed(2);
        assertTrue(robot.lookup("#runs-compare").queryButton().isDisabled());
        robot.interact(() -> workbench.library().choose(List.of()));
        for (Node check : fx(() -> Set.copyOf(robot.lookup("#runs .check-box").queryAllAs(CheckBox.class)))) {
            if (fx(() -> check.isVisible() && check.getScene() != null && ((CheckBox) check).isVisible())) {
                robot.clickOn(check);
            }
        }
        until(() -> text(robot, "#chosen-several").equals("2 runs are chosen"));
        robot.clickOn("#runs-compare");
        until(() -> workbench.library().compare().shown().get());

        assertEquals(Set.of("kl-low", "kl-high"), Set.copyOf(names(robot, "#compared-scores")));
        CompareTable settings = robot.lookup("#compared-settings").query();
        assertEquals(1, settings.getItems().size());
        assertEquals("dpr.klCoefficient", settings.getItems().getFirst().what());
        assertEquals(
                Set.of("0.1", "2"), Set.copyOf(settings.getItems().getFirst().cells()));
        assertEquals(
                6, workbench.library().compare().comparison().get().panels().size());
        robot.clickOn("#compare-back");
        until(() -> !workbench.library().compare().shown().get());
    }

    @Test
    void aRunThatIsStartedElsewhereAppearsAndGoesOn(FxRobot robot) throws Exception {
        listed(2);
        try (FakeRun other = FakeRun.create(runs, "elsewhere");
                RunLock _ = RunLock.acquire(other.folder().lock())) {
            other.begin(7);
            listed(3);
            choose(robot, "elsewhere");
            until(() -> text(robot, "#chosen-sentence").equals("At work: DPR, step 7 of 40."));
            other.dprStep(8);
            until(() -> text(robot, "#chosen-sentence").equals("At work: DPR, step 8 of 40."));

            press(robot, "#run-stop");
            until(() -> text(robot, "#chosen-state").equals("Stopping"));
            assertEquals(
                    Control.Request.STOP,
                    new Control(other.folder().control()).poll().orElseThrow());
            other.tell(new Event.RunStopped("Stopped on request."));
        }
        until(() -> text(robot, "#chosen-state").equals("Stopped"));
    }

    @Test
    void anInterruptedRunIsResumedFromTheList(FxRobot robot) throws Exception {
        try (FakeRun run = FakeRun.create(runs, "torn")) {
            Files.writeString(run.folder().experiment(), "{\"arms\":[\"dpr\"]}");
            run.begin(5);
        }
        listed(3);
        choose(robot, "torn");
        until(() -> text(robot, "#chosen-state").equals("Interrupted"));
        press(robot, "#run-resume");
        until(() -> text(robot, "#chosen-state").equals("Starting"));
        until(() -> text(robot, "#chosen-state").equals("Finished"));
        until(() -> fx(() -> robot.lookup("#run-resume").queryButton().isDisabled()));
    }

    @Test
    void whatAWorkerWritesIsNotThrownAway(FxRobot robot) throws Exception {
        try (FakeRun run = FakeRun.create(runs, "busy");
                RunLock _ = RunLock.acquire(run.folder().lock())) {
            run.begin(5);
            listed(3);
            choose(robot, "busy");
            until(() -> fx(() -> robot.lookup("#run-trash").queryButton().isDisabled()));
            assertEquals(
                    "A worker is at work on it: stop it first.",
                    fx(() -> workbench.library().hindrance(RunDeed.TRASH).orElse("")));
        }
    }

    @Test
    void theCommandThatRepeatsARunIsCopied(FxRobot robot) throws Exception {
        choose(robot, "kl-high");
        press(robot, "#run-copy");
        until(() -> {
            String copied = fx(() -> Clipboard.getSystemClipboard().getString());
            return copied != null && copied.endsWith(" run " + folder("kl-high").resolve("experiment.json"));
        });
    }

    private void finished(String name, String experiment) {
        try (FakeRun run = FakeRun.create(runs, name)) {
            Files.writeString(run.folder().experiment(), experiment);
            run.whole();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name) {
        return runs.resolve("2026-01-31-" + name);
    }

    private void listed(int expected) throws Exception {
        until(() -> fx(() -> workbench.library().rows().size()) == expected);
    }

    /// Clicks on the run's row.
    private void choose(FxRobot robot, String name) throws Exception {
        until(() -> fx(() ->
                workbench.library().rows().stream().anyMatch(row -> row.folder().equals(folder(name)))));
        ListView<RunRow> list = robot.lookup("#runs").queryListView();
        robot.interact(() -> {
            list.getSelectionModel().clearSelection();
            list.getItems().stream()
                    .filter(row -> row.folder().equals(folder(name)))
                    .forEach(list.getSelectionModel()::select);
        });
        until(() -> fx(() -> workbench.library().chosen().size() == 1
                && workbench.library().chosen().getFirst().folder().equals(folder(name))));
    }

    private static void press(FxRobot robot, String id) throws Exception {
        until(() -> fx(() -> !robot.lookup(id).queryButton().isDisabled()));
        robot.clickOn(id);
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.clickOn(id);
        robot.write(text);
    }

    private static List<String> names(FxRobot robot, String table) {
        return robot.lookup(table).queryAs(CompareTable.class).getColumns().stream()
                .skip(1)
                .map(column -> column.getText())
                .toList();
    }

    private Button button(String text) {
        return workbench.view().lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(b -> text.equals(b.getText()))
                .findFirst()
                .orElse(null);
    }

    private static String text(FxRobot robot, String id) {
        return fx(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private static <T> T fx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, work);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(40, TimeUnit.SECONDS, condition);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("densepath-library");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
