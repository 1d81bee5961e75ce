package org.densepath.app.bench;

import static org.densepath.app.bench.BenchWindow.onWindow;
import static org.densepath.app.bench.BenchWindow.until;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A person before the answers of the sample run, with its models in a real worker.
@ExtendWith(ApplicationExtension.class)
class AnswersPersonTest {
    @TempDir
    Path home;

    private Stage stage;

    @Start
    void stage(Stage given) {
        stage = given;
    }

    @Test
    void whatOneMethodLostIsFoundReadColouredAndTried(FxRobot robot) throws Exception {
        MadeBench.sample(home);
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            until(() -> window.text("#answers-summary").equals("660 prompts"));
            robot.clickOn("#relation-lost");
            until(() -> window.text("#answers-summary").equals("21 of 660 prompts"));
            TableView<PromptLine> table = robot.lookup("#answers").query();
            assertTrue(table.getItems().stream().allMatch(line -> line.value("dpr") == 0 && line.value("sft") == 1));

            robot.clickOn("#answers-text").write("animals");
            until(() -> table.getItems().size() < 21);
            assertEquals("Give me three animals.", window.text("#answers-prompt"));
            String lost = table.getItems()
                    .getFirst()
                    .byArm()
                    .get("dpr")
                    .answers()
                    .getFirst()
                    .text();

            robot.clickOn("#answers-credit");
            until(() -> window.isThere("#answer-credit-dpr"));
            robot.clickOn("#answer-credit-dpr").push(KeyCode.HOME);
            until(() -> window.text("#answers-reading").contains("token 1 of"));
            assertTrue(window.text("#answers-reading").contains("r̂ "), window.text("#answers-reading"));
            until(() -> window.isThere("#answer-credit-base"));
            robot.clickOn("#export-answers");
            window.untilOn("figures");

            robot.clickOn("#page-answers").clickOn("#try-dpr");
            window.untilOn("pair");
            assertEquals(lost, onWindow(() -> window.workbench().pair().answer().get()));
            until(() -> window.workbench().pair().versions().size() == 1);
        }
    }

    @Test
    void methodsAndSetsAreChosen(FxRobot robot) throws Exception {
        MadeBench.sample(home);
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            until(() -> window.text("#answers-summary").equals("660 prompts"));
            assertTrue(window.isThere("#answer-card-base"));
            robot.clickOn("#answers-arms").clickOn("#show-arm-base");
            until(() -> !window.isThere("#answer-card-base"));
            robot.clickOn("#answers-set").clickOn("Held-out prompts, sampled");
            until(() -> robot.lookup("#answers-sample").query().isVisible());
            until(() -> !window.heard("#answer-text-dpr").isEmpty());
            String first = window.heard("#answer-text-dpr");
            robot.clickOn("#answers-sample").clickOn("Sample 2");
            until(() -> !List.of("", first).contains(window.heard("#answer-text-dpr")));
        }
    }

    @Test
    void verdictsTheirWordsAndTheirTurnsAreRead(FxRobot robot) throws Exception {
        MadeBench.judged(MadeBench.copy(home));
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            until(() -> window.text("#answers-summary").equals("660 prompts"));
            robot.clickOn("#answers-set").clickOn("lima");
            until(() -> window.text("#answers-summary").equals(MadeBench.PROMPTS + " prompts"));
            robot.clickOn("#relation-turned");
            until(() -> window.text("#answers-prompt").endsWith("number 0?"));
            Node card = robot.lookup("#answer-card-dpr").query();
            List<String> said = robot.from(card).lookup(".judgement .label").queryAllAs(Label.class).stream()
                    .map(Label::getText)
                    .toList();
            assertTrue(said.contains("judge-a") && said.contains("judge-b"), said.toString());
            assertTrue(said.contains("read first, it wins [[A]]"), said.toString());
            assertTrue(said.contains("The verdict turns with the order of the two answers."), said.toString());
        }
    }

    @Test
    void aRunWithoutAnswersSaysWhatMakesThem(FxRobot robot) throws Exception {
        Path run = MadeBench.copy(home);
        for (Path file : Files.walk(run.resolve("bench"))
                .sorted(java.util.Comparator.reverseOrder())
                .toList()) {
            Files.delete(file);
        }
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            until(() -> window.text("#answers-empty").startsWith("This run has kept no answers yet."));
            assertFalse(robot.lookup("#answers").query().getParent().isVisible()
                    && robot.lookup("#answers-summary")
                            .query()
                            .getParent()
                            .getParent()
                            .isVisible());
            robot.clickOn("#answers-empty-copy");
            String copied = onWindow(() -> Clipboard.getSystemClipboard().getString());
            assertEquals(window.text("#answers-empty-command"), copied);
            assertTrue(copied.startsWith("packaging/densepath bench run tasks -m " + run + ":sft -p "), copied);
        }
    }

    @Test
    void aDamagedFileIsToldAndTheOtherMethodsAreShown(FxRobot robot) throws Exception {
        Path run = MadeBench.copy(home);
        Files.writeString(run.resolve("bench/held-out/dpr-seed-1/answers-greedy.jsonl"), "no json\n");
        try (BenchWindow window = new BenchWindow(home, stage, robot)) {
            until(() -> window.text("#answers-problem").contains("answers-greedy.jsonl, line 1, is damaged"));
            until(() -> window.text("#answers-summary").equals("660 prompts"));
            assertTrue(window.isThere("#answer-card-sft"));
            assertTrue(!window.isThere("#answer-card-dpr"));
        }
    }
}
