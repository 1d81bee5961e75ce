package org.densepath.app.bench;

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
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.densepath.app.paint.Appearance;
import org.densepath.app.shell.Workbench;
import org.densepath.app.task.WorkerCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A person before the answers of the sample run, with its models in a real worker.
@ExtendWith(ApplicationExtension.class)
class AnswersPersonTest {
    @TempDir
    Path home;

    private Stage stage;
    private Workbench workbench;

    @Start
    void stage(Stage given) {
        stage = given;
    }

    private void open(FxRobot robot) throws Exception {
        onWindow(() -> {
            workbench = new Workbench(home, WorkerCommand.MAIN, List.of(), Platform::runLater);
            Application.setUserAgentStylesheet(Appearance.LIGHT.stylesheet());
            stage.setScene(new Scene(workbench.view(), 1000, 800));
            stage.show();
            workbench.start();
            return null;
        });
        until(() -> workbench.run().run().get().folder().isPresent());
        robot.clickOn("#page-answers");
    }

    @AfterEach
    void close() {
        onWindow(() -> {
            workbench.close();
            return null;
        });
    }

    @Test
    void whatOneMethodLostIsFoundReadColouredAndTried(FxRobot robot) throws Exception {
        MadeBench.sample(home);
        open(robot);
        until(() -> text(robot, "#answers-summary").equals("660 prompts"));
        robot.clickOn("#relation-lost");
        until(() -> text(robot, "#answers-summary").equals("21 of 660 prompts"));
        TableView<PromptLine> table = robot.lookup("#answers").query();
        assertTrue(table.getItems().stream().allMatch(line -> line.value("dpr") == 0 && line.value("sft") == 1));

        robot.clickOn("#answers-text").write("animals");
        until(() -> table.getItems().size() < 21);
        assertEquals("Give me three animals.", text(robot, "#answers-prompt"));
        String lost = table.getItems()
                .getFirst()
                .byArm()
                .get("dpr")
                .answers()
                .getFirst()
                .text();

        robot.clickOn("#answers-credit");
        until(() -> robot.lookup("#answer-credit-dpr").tryQuery().isPresent());
        robot.clickOn("#answer-credit-dpr").push(KeyCode.HOME);
        until(() -> text(robot, "#answers-reading").contains("token 1 of"));
        assertTrue(text(robot, "#answers-reading").contains("r̂ "), text(robot, "#answers-reading"));
        until(() -> robot.lookup("#answer-credit-base").tryQuery().isPresent());
        robot.clickOn("#export-answers");
        until(() -> workbench.navigator().page().get().equals("figures"));

        robot.clickOn("#page-answers").clickOn("#try-dpr");
        until(() -> workbench.navigator().page().get().equals("pair"));
        assertEquals(lost, onWindow(() -> workbench.pair().answer().get()));
        until(() -> workbench.pair().versions().size() == 1);
    }

    @Test
    void methodsAndSetsAreChosen(FxRobot robot) throws Exception {
        MadeBench.sample(home);
        open(robot);
        until(() -> text(robot, "#answers-summary").equals("660 prompts"));
        assertTrue(robot.lookup("#answer-card-base").tryQuery().isPresent());
        robot.clickOn("#answers-arms").clickOn("#show-arm-base");
        until(() -> robot.lookup("#answer-card-base").tryQuery().isEmpty());
        robot.clickOn("#answers-set").clickOn("Held-out prompts, sampled");
        until(() -> robot.lookup("#answers-sample").query().isVisible());
        String first = prose(robot, "#answer-text-dpr");
        robot.clickOn("#answers-sample").clickOn("Sample 2");
        until(() -> !prose(robot, "#answer-text-dpr").equals(first));
    }

    @Test
    void verdictsTheirWordsAndTheirTurnsAreRead(FxRobot robot) throws Exception {
        MadeBench.judged(MadeBench.copy(home));
        open(robot);
        until(() -> text(robot, "#answers-summary").equals("660 prompts"));
        robot.clickOn("#answers-set").clickOn("lima");
        until(() -> text(robot, "#answers-summary").equals(MadeBench.PROMPTS + " prompts"));
        robot.clickOn("#relation-turned");
        until(() -> text(robot, "#answers-prompt").endsWith("number 0?"));
        Node card = robot.lookup("#answer-card-dpr").query();
        List<String> said = robot.from(card).lookup(".judgement .label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .toList();
        assertTrue(said.contains("judge-a") && said.contains("judge-b"), said.toString());
        assertTrue(said.contains("read first, it wins [[A]]"), said.toString());
        assertTrue(said.contains("The verdict turns with the order of the two answers."), said.toString());
    }

    @Test
    void aRunWithoutAnswersSaysWhatMakesThem(FxRobot robot) throws Exception {
        Path run = MadeBench.copy(home);
        for (Path file : Files.walk(run.resolve("bench"))
                .sorted(java.util.Comparator.reverseOrder())
                .toList()) {
            Files.delete(file);
        }
        open(robot);
        until(() -> text(robot, "#answers-empty").startsWith("This run has kept no answers yet."));
        assertFalse(robot.lookup("#answers").query().getParent().isVisible()
                && robot.lookup("#answers-summary")
                        .query()
                        .getParent()
                        .getParent()
                        .isVisible());
        robot.clickOn("#answers-empty-copy");
        String copied = onWindow(() -> Clipboard.getSystemClipboard().getString());
        assertEquals(text(robot, "#answers-empty-command"), copied);
        assertTrue(copied.startsWith("packaging/densepath bench run tasks -m " + run + ":sft -p "), copied);
    }

    @Test
    void aDamagedFileIsToldAndTheOtherMethodsAreShown(FxRobot robot) throws Exception {
        Path run = MadeBench.copy(home);
        Files.writeString(run.resolve("bench/held-out/dpr-seed-1/answers-greedy.jsonl"), "no json\n");
        open(robot);
        until(() -> text(robot, "#answers-problem").contains("answers-greedy.jsonl, line 1, is damaged"));
        until(() -> text(robot, "#answers-summary").equals("660 prompts"));
        assertTrue(robot.lookup("#answer-card-sft").tryQuery().isPresent());
        assertTrue(robot.lookup("#answer-card-dpr").tryQuery().isEmpty());
    }

    private static String prose(FxRobot robot, String id) {
        return onWindow(() -> robot.lookup(id).query().getAccessibleText());
    }

    private static String text(FxRobot robot, String id) {
        return onWindow(() -> robot.lookup(id).queryAs(Label.class).getText());
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }

    private static <T> T onWindow(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }
}
