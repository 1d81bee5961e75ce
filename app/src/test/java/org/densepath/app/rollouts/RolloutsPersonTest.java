package org.densepath.app.rollouts;

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
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.FakeRun;
import org.densepath.app.task.FakeWorker;
import org.densepath.run.Event;
import org.densepath.run.query.RolloutSort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person before the pages of all responses and of all tokens: four prompts, each asked at every one of five
/// steps, three responses each.
@ExtendWith(ApplicationExtension.class)
class RolloutsPersonTest {
    private final Path home = temporary();
    private FakeRun run;
    private Workbench workbench;

    @Start
    void open(Stage stage) throws Exception {
        run = FakeRun.create(home.resolve("runs"), "kept");
        run.begin(1);
        for (int step = 2; step <= 5; step++) {
            run.dprStep(step);
            run.rollouts(step);
        }
        workbench = new Workbench(home, FakeWorker.class.getName(), List.of(), Platform::runLater);
        Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
        stage.setScene(new Scene(workbench.view(), 1000, 760));
        stage.show();
        workbench.start();
    }

    @BeforeEach
    void look(FxRobot robot) throws Exception {
        until(() -> workbench.run().run().get().rollouts().isPresent());
        robot.clickOn("#page-rollouts");
        until(() -> workbench.rollouts().lines().get().size() == 60
                && !workbench.rollouts().busy().get());
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            workbench.close();
            return true;
        });
        run.close();
    }

    @Test
    void allKeptResponsesAreThereTheNewestFirst(FxRobot robot) throws Exception {
        assertEquals("60 responses of 5 steps", text(robot, "#rollouts-summary"));
        until(() -> row(0) != null);
        assertEquals(5, row(0).file().step());
    }

    @Test
    void aTextIsLookedForAndTheFilterCleared(FxRobot robot) throws Exception {
        robot.clickOn("#filter-text").write("reverse THIS");
        until(() -> workbench.rollouts().lines().get().size() == 15);
        until(() -> row(0) != null && row(0).prompt().startsWith("Reverse this list"));
        assertEquals("15 of 60 responses", text(robot, "#rollouts-summary"));
        robot.clickOn("#clear-filter");
        until(() -> workbench.rollouts().lines().get().size() == 60);
    }

    @Test
    void whatCannotBeFoundIsSaid(FxRobot robot) throws Exception {
        robot.clickOn("#filter-step-from").write("4");
        until(() -> workbench.rollouts().lines().get().size() == 24);
        robot.clickOn("#filter-return-from").write("1000");
        until(() -> workbench.rollouts().lines().get().isEmpty());
        TableView<?> table = robot.lookup("#rollouts").query();
        until(() -> ((Label) table.getPlaceholder()).getText().startsWith("No response passes the filter"));
    }

    @Test
    void theBestIsSelectedAndOpenedByKeyboard(FxRobot robot) throws Exception {
        robot.clickOn("#best-rollout");
        until(() -> workbench.rollouts().comparison().chosen().isPresent());
        RolloutSort sort = workbench.rollouts().sort().get();
        assertEquals(new RolloutSort(RolloutSort.Column.RETURN, true), sort);
        double best = workbench.rollouts().comparison().chosen().orElseThrow().totalReturn();
        for (int i = 0; i < 60; i++) {
            int at = i;
            until(() -> row(at) != null);
            assertTrue(row(i).totalReturn() <= best);
        }
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> workbench.navigator().page().get().equals("tokens")
                && workbench.tokens().response().isPresent()
                && workbench.tokens().response().get().totalReturn() == best);
    }

    @Test
    void theSamePromptIsReadOverTheSteps(FxRobot robot) throws Exception {
        robot.clickOn("#worst-rollout");
        Pane cards = robot.lookup("#compare-cards").query();
        until(() -> cards.getChildren().size() >= 3);
        assertEquals("asked at 5 steps; click a point to read it too", text(robot, "#compare-steps"));
        List<Long> steps = workbench.rollouts().comparison().beside().get().stream()
                .map(row -> row.file().step())
                .distinct()
                .toList();
        assertTrue(steps.contains(1L) && steps.contains(5L), steps.toString());
        assertEquals(15, workbench.rollouts().comparison().points().get().size());
    }

    @Test
    void promptsAreOpenedUnderTheirHeadings(FxRobot robot) throws Exception {
        robot.clickOn("#group-by-prompt");
        until(() -> workbench.rollouts().lines().get().size() == 4);
        assertEquals("60 responses of 5 steps, 4 prompts", text(robot, "#rollouts-summary"));
        robot.interact(() -> {
            TableView<?> table = robot.lookup("#rollouts").query();
            table.requestFocus();
            table.getSelectionModel().select(1);
        });
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> workbench.rollouts().lines().get().size() == 19);
        until(() -> row(2) != null);
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        until(() -> workbench.rollouts().lines().get().size() == 4);
    }

    @Test
    void aHeaderSorts(FxRobot robot) throws Exception {
        Assumptions.assumeFalse("Headless".equals(System.getProperty("glass.platform")), "header clicks");
        robot.clickOn("#column-length");
        until(() -> workbench.rollouts().sort().get().column() == RolloutSort.Column.LENGTH);
    }

    @Test
    void aStepIsShownFromElsewhere(FxRobot robot) throws Exception {
        robot.interact(() -> workbench.rollouts().showStep("dpr", 1, 3));
        until(() -> workbench.rollouts().lines().get().size() == 12);
        until(() -> row(0) != null && row(0).file().step() == 3);
    }

    @Test
    void stepsThatAreKeptMeanwhileAreOffered(FxRobot robot) throws Exception {
        run.rollouts(6);
        until(() -> robot.lookup("#show-new-steps").query().isVisible());
        assertEquals(60, workbench.rollouts().lines().get().size());
        robot.clickOn("#show-new-steps");
        until(() -> workbench.rollouts().lines().get().size() == 72);
        assertFalse(robot.lookup("#show-new-steps").query().isVisible());
    }

    @Test
    void aTornFileIsNamed(FxRobot robot) throws Exception {
        Path file = run.folder().rollouts(FakeRun.DPR, 7);
        Files.writeString(file, "PAR1 torn");
        run.tell(new Event.RolloutsSaved("dpr", "dpr", 1, 7, 12, run.folder().relative(file)));
        until(() -> robot.lookup("#show-new-steps").query().isVisible());
        robot.clickOn("#show-new-steps");
        until(() -> text(robot, "#rollouts-problem").contains("000007.parquet"));
        assertEquals(60, workbench.rollouts().lines().get().size());
    }

    @Test
    void aBarOpensItsExamplesAndAnExampleItsTokens(FxRobot robot) throws Exception {
        robot.clickOn("#page-corpus");
        until(() -> workbench.corpus().corpus().get().isPresent()
                && !workbench.corpus().reading().get());
        assertTrue(text(robot, "#corpus-summary").contains("60 responses, 5 steps"));
        WaitForAsyncUtils.waitForFxEvents();
        robot.moveTo(robot.point("#corpus-classes")
                .atPosition(javafx.geometry.Pos.TOP_LEFT)
                .atOffset(60, 14)
                .query());
        until(() -> text(robot, "#corpus-classes-reading").startsWith("End token"));
        robot.clickOn(robot.point("#corpus-classes")
                .atPosition(javafx.geometry.Pos.TOP_LEFT)
                .atOffset(60, 14)
                .query());
        until(() -> !workbench.corpus().examples().get().isEmpty());
        assertEquals("End token", text(robot, "#examples-title"));
        ListView<?> list = robot.lookup("#examples").query();
        until(() -> list.getItems().size() == 40);
        robot.clickOn(robot.point("#examples")
                .atPosition(javafx.geometry.Pos.TOP_LEFT)
                .atOffset(80, 16)
                .query());
        until(() -> workbench.navigator().page().get().equals("tokens"));
    }

    @Test
    void stepsLimitTheCorpus(FxRobot robot) throws Exception {
        robot.clickOn("#page-corpus");
        until(() -> text(robot, "#corpus-summary").contains("5 steps"));
        robot.clickOn("#corpus-step-from").write("5");
        until(() -> text(robot, "#corpus-summary").contains("1 step"));
        robot.clickOn("#corpus-step-from").write("0");
        until(() -> text(robot, "#corpus-empty").startsWith("No kept step lies between"));
    }

    private org.densepath.run.query.RolloutRow row(int at) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> workbench.rollouts().lines().get().get(at).row().get());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition));
    }

    private static String text(FxRobot robot, String id) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("densepath-rollouts");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
